import { Button, Text } from '@mantine/core'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useWords } from '../../../../platform/i18n.ts'
import { read, write } from '../../../../platform/web.tsx'
import { useDates } from '../../../../web/moment.tsx'
import { Page } from '../../../../web/page.tsx'
import { Trouble } from '../../../../web/states.tsx'
import { atDoor, passDoor } from '../contract.ts'
import { conflictWords, doorWords } from '../messages.ts'

/** Where the door's code leads on a volunteer's own phone: one button, in or out. */
export function PassPage() {
  const say = useWords()
  const dates = useDates()
  const { activityId } = useParams({ strict: false }) as { activityId: string }
  const { code = '' } = useSearch({ strict: false }) as { code?: string }
  const { data: door } = useSuspenseQuery(read(atDoor, { activityId }))
  // The same id however often it is sent: a lost answer makes no second record.
  const [id] = useState(() => crypto.randomUUID())
  const [direction] = useState<'in' | 'out'>(door.inside ? 'out' : 'in')
  const pass = useMutation(write(passDoor))
  const taken = pass.data
  return (
    <Page title={door.title} about={dates.span(door.startsAt, door.endsAt, { weekday: true })}>
      <div className="sheet">
        {taken ? (
          <Text fw={600} role="status">
            {taken.state === 'doubtful'
              ? say(doorWords.waits, { why: taken.conflicts.map((one) => say(conflictWords[one])).join(' ') })
              : say(direction === 'in' ? doorWords.done : doorWords.gone)}
          </Text>
        ) : code ? (
          <Button
            size="xl"
            fullWidth
            loading={pass.isPending}
            onClick={() => pass.mutate({ activityId, id, code, direction })}
          >
            {say(direction === 'in' ? doorWords.checkInHere : doorWords.checkOutHere)}
          </Button>
        ) : (
          <Text>{say(doorWords.noCode)}</Text>
        )}
        <Trouble error={pass.error} />
      </div>
    </Page>
  )
}
