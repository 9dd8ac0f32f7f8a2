import { ActionIcon, Button, Group, NumberInput, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useWords } from '../../../platform/i18n.ts'
import { call, write } from '../../../platform/web.tsx'
import { useNotice } from '../../../web/notice.tsx'
import { Trouble } from '../../../web/states.tsx'
import { type Place, setEquipment } from '../contract.ts'
import { placeWords } from './messages.ts'

type Line = { id?: string; name: string; count: number }

/** What stands in the place; adding and removing happens at once, and can be undone. */
export function EquipmentList({ place }: { place: Place }) {
  const say = useWords()
  const notice = useNotice()
  const [name, setName] = useState('')
  const [count, setCount] = useState(1)
  const save = useMutation(write(setEquipment))
  const { equipment } = place
  const put = (lines: Line[]) => save.mutateAsync({ placeId: place.id, equipment: lines })
  const add = () =>
    void put([...equipment, { name, count }]).then(
      () => {
        setName('')
        setCount(1)
      },
      () => {},
    )
  const remove = (line: Line & { id: string }) =>
    save.mutate(
      { placeId: place.id, equipment: equipment.filter((one) => one.id !== line.id) },
      {
        onSuccess: () =>
          notice(say(placeWords.removeEquipment, { name: line.name }), () =>
            call(setEquipment, { placeId: place.id, equipment: equipment.map(({ id, ...rest }) => ({ ...rest, id })) }),
          ),
      },
    )
  return (
    <>
      {equipment.length === 0 ? (
        <p className="sheet quiet">{say(placeWords.noEquipment)}</p>
      ) : (
        <ul className="sheet lines">
          {equipment.map((line) => (
            <li key={line.id} className="line-with-action">
              <span>{line.count > 1 ? say(placeWords.equipmentLine, line) : line.name}</span>
              {place.mayManage && (
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={say(placeWords.removeEquipment, { name: line.name })}
                  onClick={() => remove(line)}
                >
                  <IconTrash size={18} aria-hidden="true" />
                </ActionIcon>
              )}
            </li>
          ))}
        </ul>
      )}
      <Trouble error={save.error} />
      {place.mayManage && (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            if (name.trim()) add()
          }}
        >
          <Group gap="xs" align="flex-end" mt="sm">
            <TextInput
              label={say(placeWords.name)}
              value={name}
              maxLength={120}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <NumberInput
              label={say(placeWords.count)}
              w="6rem"
              min={1}
              max={9999}
              value={count}
              onChange={(next) => setCount(Math.max(1, Number(next) || 1))}
            />
            <Button
              type="submit"
              variant="default"
              loading={save.isPending}
              leftSection={<IconPlus size={18} aria-hidden="true" />}
            >
              {say(placeWords.addEquipment)}
            </Button>
          </Group>
        </form>
      )}
    </>
  )
}
