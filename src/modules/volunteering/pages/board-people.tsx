import { Button, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useWords } from '../../../platform/i18n.ts'
import { useHours } from '../../../web/moment.tsx'
import type { BoardPerson } from '../board/contract.ts'
import { boardWords } from './board-messages.ts'

type Held = { id: string; name: string } | null

/** Whom one could place. Dragging and choosing are the same: with somebody in hand, every place says whether they can. */
export function BoardPeople({
  people,
  hand,
  onTake,
}: {
  people: readonly BoardPerson[]
  hand: Held
  onTake: (person: Held) => void
}) {
  const say = useWords()
  const hours = useHours()
  const [q, setQ] = useState('')
  const shown = people.filter(({ name }) => name.includes(q.trim()))
  return (
    <section className="board-people sheet" data-holding={hand ? true : undefined} aria-labelledby="board-people">
      <h3 id="board-people">{say(boardWords.people)}</h3>
      <Text size="sm" c="dimmed" className="board-about">
        {say(boardWords.peopleAbout)}
      </Text>
      {hand && (
        <div className="board-hand" role="status">
          <span>{say(boardWords.held, { name: hand.name })}</span>
          <Button size="compact-sm" variant="default" onClick={() => onTake(null)}>
            {say(boardWords.letGo)}
          </Button>
        </div>
      )}
      <TextInput
        className="board-find"
        aria-label={say(boardWords.findPerson)}
        placeholder={say(boardWords.findPerson)}
        value={q}
        onChange={(event) => setQ(event.currentTarget.value)}
        my="xs"
      />
      <ul>
        {shown.map((person) => (
          <li key={person.id}>
            <button
              type="button"
              draggable
              className="board-person"
              aria-pressed={hand?.id === person.id}
              title={say(boardWords.personMinutes, { name: person.name, hours: hours(person.minutes) })}
              onClick={() => onTake(hand?.id === person.id ? null : { id: person.id, name: person.name })}
              onDragStart={(event) => {
                event.dataTransfer.effectAllowed = 'copy'
                event.dataTransfer.setData('text/plain', person.name)
                // What moves under the pointer while the drag begins would end it at once.
                setTimeout(() => onTake({ id: person.id, name: person.name }))
              }}
              onDragEnd={(event) => {
                // Dropped where they can be placed, they stay in hand until they have the place.
                if (event.dataTransfer.dropEffect === 'none') onTake(null)
              }}
            >
              <span>{person.name}</span>
              <span className="board-person-more">
                {person.organizationName} · {hours(person.minutes)}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
