import { MultiSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useWords } from '../../../platform/i18n.ts'
import { read } from '../../../platform/web.tsx'
import { getPlace } from '../../places/contract.ts'
import { formWords } from './messages.ts'

/** What stands at the chosen place and can be booked with it: in a room its own, at a station that of its rooms as well. */
export function EquipmentSelect({
  placeId,
  value,
  onChange,
}: {
  placeId: string | null
  value: readonly string[]
  onChange: (equipmentIds: string[]) => void
}) {
  const say = useWords()
  const { data: place } = useQuery({ ...read(getPlace, { placeId: placeId ?? '' }), enabled: placeId !== null })
  const equipment = place ? [place, ...place.roomList].flatMap((one) => one.equipment) : []
  const known = new Set(equipment.map((one) => one.id))
  if (equipment.length === 0) return null
  return (
    <MultiSelect
      label={say(formWords.equipment)}
      description={say(formWords.equipmentHelp)}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      data={equipment.map(({ id, name }) => ({ value: id, label: name }))}
      value={value.filter((id) => known.has(id))}
      onChange={onChange}
    />
  )
}
