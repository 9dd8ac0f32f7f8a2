import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useWords } from '../../../platform/i18n.ts'
import { read } from '../../../platform/web.tsx'
import { listGroups } from '../../organizations/groups/contract.ts'
import { roomsFor } from '../../places/contract.ts'
import { formWords } from './messages.ts'

/** Rooms, stations and addresses; a room that is taken at that time, or closed for a danger, says so. */
export function PlaceSelect({
  values,
  exceptActivityId,
  onChange,
}: {
  values: { startsAt: Date; endsAt: Date; placeId?: string | null | undefined }
  exceptActivityId: string | undefined
  onChange: (placeId: string | null) => void
}) {
  const say = useWords()
  const { startsAt, endsAt, placeId } = values
  const { data: rooms = [] } = useQuery({
    ...read(roomsFor, { from: startsAt, to: endsAt, ...(exceptActivityId ? { exceptActivityId } : {}) }),
    enabled: endsAt > startsAt,
    placeholderData: (before) => before,
  })
  const houses = Map.groupBy(rooms, (room) => room.parentName ?? '')
  const data = [...houses].map(([group, items]) => ({
    group,
    items: items.map((room) => ({
      value: room.id,
      label: room.shut
        ? say(formWords.shut, { name: room.name })
        : room.taken
          ? say(formWords.taken, { name: room.name })
          : room.name,
      disabled: (room.shut || room.taken) && room.id !== placeId,
    })),
  }))
  return (
    <Select
      label={say(formWords.place)}
      description={say(formWords.roomHelp)}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      placeholder={say(formWords.noPlace)}
      searchable
      clearable
      data={data}
      value={placeId ?? null}
      onChange={onChange}
    />
  )
}

export function GroupSelect({ value, onChange }: { value: string | null; onChange: (groupId: string | null) => void }) {
  const say = useWords()
  const { data: groups = [] } = useQuery(read(listGroups, {}))
  return (
    <Select
      label={say(formWords.group)}
      description={say(formWords.groupHelp)}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      placeholder={say(formWords.noGroup)}
      searchable
      clearable
      data={groups.map((group) => ({ value: group.id, label: `${group.name} · ${group.organizationName}` }))}
      value={value}
      onChange={onChange}
    />
  )
}
