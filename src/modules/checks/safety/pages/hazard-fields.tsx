import './safety.css'
import { Group, Select, Text, Textarea, TextInput } from '@mantine/core'
import { useWords } from '../../../../platform/i18n.ts'
import { useDates } from '../../../../web/moment.tsx'
import { grades } from '../../findings/contract.ts'
import { gradeWords } from '../../findings/messages.ts'
import type { Check, Hazard } from '../contract.ts'
import { checkWords as words } from '../messages.ts'
import { dueFor } from '../rules.ts'
import { FloorPin } from './floor-pin.tsx'

/** What is not in order: how bad, where, and who puts it right until when. */
export function HazardFields({ check, hazard, set }: { check: Check; hazard: Hazard; set: (hazard: Hazard) => void }) {
  const say = useWords()
  const today = useDates().today()
  const room = check.rooms.find(({ id }) => id === hazard.placeId)
  return (
    <div className="check-hazard">
      <Text fw={600}>{say(words.hazard)}</Text>
      <Select
        label={say(words.grade)}
        allowDeselect={false}
        data={grades.map((grade) => ({ value: grade, label: say(gradeWords[grade]) }))}
        value={hazard.grade}
        onChange={(value) => {
          const grade = value as Hazard['grade']
          set({ ...hazard, grade, dueOn: dueFor(grade, today) })
        }}
      />
      {hazard.grade === 'danger' && (
        <Text size="sm" className="check-danger" component="p" m={0}>
          {say(words.dangerAbout)}
        </Text>
      )}
      <Textarea
        label={say(words.words)}
        autosize
        value={hazard.words}
        onChange={(event) => set({ ...hazard, words: event.currentTarget.value })}
      />
      <Select
        label={say(words.where)}
        allowDeselect={false}
        data={check.rooms.map(({ id, name }) => ({ value: id, label: name }))}
        value={hazard.placeId}
        onChange={(placeId) => placeId && set({ ...hazard, placeId, pin: null })}
      />
      {room && <FloorPin room={room} pin={hazard.pin} onPin={(pin) => set({ ...hazard, pin })} />}
      <Group grow align="start">
        <Select
          label={say(words.owner)}
          allowDeselect={false}
          searchable
          data={check.people.map(({ id, name }) => ({ value: id, label: name }))}
          value={hazard.ownerId}
          onChange={(ownerId) => ownerId && set({ ...hazard, ownerId })}
        />
        <TextInput
          type="date"
          label={say(words.until)}
          min={today}
          value={hazard.dueOn}
          onChange={(event) => event.currentTarget.value && set({ ...hazard, dueOn: event.currentTarget.value })}
        />
      </Group>
    </div>
  )
}
