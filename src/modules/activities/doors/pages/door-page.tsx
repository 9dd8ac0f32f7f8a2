import './doors.css'
import { Button, Group, Text } from '@mantine/core'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useWords } from '../../../../platform/i18n.ts'
import { read, write } from '../../../../platform/web.tsx'
import { PageLink } from '../../../../web/link.tsx'
import { useDates } from '../../../../web/moment.tsx'
import { useNotice } from '../../../../web/notice.tsx'
import { Page, Section } from '../../../../web/page.tsx'
import { Trouble } from '../../../../web/states.tsx'
import { PersonFinder } from '../../pages/pickers.tsx'
import { stepLength } from '../code/rules.ts'
import { type Door, type DoorLine, decideDoorEvent, getDoor, listAtDoor } from '../contract.ts'
import { conflictWords, doorRefusals, doorWords } from '../messages.ts'
import type { DoorRefusal } from '../rules.ts'
import { CodePicture } from './code-picture.tsx'

/** A leader's phone at the door: the code that changes, who is here, a tap for a name, and what waits for a word. */
export function DoorPage() {
  const say = useWords()
  const dates = useDates()
  const { activityId } = useParams({ strict: false }) as { activityId: string }
  const { data: door } = useSuspenseQuery({ ...read(getDoor, { activityId }), refetchInterval: 20_000 })
  const here = door.people.filter((one) => one.inAt && !one.outAt).length
  const list = useMutation(write(listAtDoor))
  const pass = (personId: string, direction: 'in' | 'out') =>
    list.mutate({ activityId, events: [{ id: crypto.randomUUID(), personId, direction, at: new Date() }] })
  return (
    <Page
      title={say(doorWords.title)}
      about={`${door.title} · ${dates.span(door.startsAt, door.endsAt, { weekday: true })}`}
      back={
        <PageLink to={'/activities/$activityId' as '/'} params={{ activityId } as never}>
          {say(doorWords.back)}
        </PageLink>
      }
    >
      {door.closed ? (
        <p className="sheet quiet">{say(doorRefusals[door.closed as DoorRefusal])}</p>
      ) : (
        <DoorCode door={door} />
      )}
      {door.doubtful.length > 0 && (
        <Section title={say(doorWords.doubtful)}>
          <ul className="sheet lines">
            {door.doubtful.map((one) => (
              <Doubtful key={one.id} line={one} />
            ))}
          </ul>
        </Section>
      )}
      <Section title={say(doorWords.here, { count: here })}>
        <Trouble error={list.error} />
        <ul className="sheet lines">
          {door.people.map((one) => {
            const inside = one.inAt !== null && one.outAt === null
            return (
              <li key={one.personId} className="line-with-action">
                <span>
                  {one.name}
                  <Text span size="sm" c="dimmed">
                    {' · '}
                    {one.inAt === null
                      ? say(doorWords.notYet)
                      : one.outAt === null
                        ? say(doorWords.since, { time: dates.time(one.inAt) })
                        : say(doorWords.left, { from: dates.time(one.inAt), to: dates.time(one.outAt) })}
                  </Text>
                </span>
                <Button
                  variant={inside ? 'default' : 'filled'}
                  onClick={() => pass(one.personId, inside ? 'out' : 'in')}
                >
                  {say(inside ? doorWords.goOut : doorWords.comeIn)}
                </Button>
              </li>
            )
          })}
        </ul>
      </Section>
      <Section title={say(doorWords.somebodyElse)}>
        <PersonFinder label={say(doorWords.somebodyElse)} onPick={({ id }) => pass(id, 'in')} />
      </Section>
    </Page>
  )
}

function DoorCode({ door }: { door: Door }) {
  const say = useWords()
  const [now, setNow] = useState(() => Date.now())
  // The phone's clock may be wrong: time goes on from when the server last told it.
  const told = useRef({ server: +door.now, here: performance.now() })
  useEffect(() => {
    told.current = { server: +door.now, here: performance.now() }
  }, [door.now])
  useEffect(() => {
    const timer = setInterval(() => setNow(told.current.server + performance.now() - told.current.here), 500)
    return () => clearInterval(timer)
  }, [])
  const frame = useRef<HTMLElement>(null)
  const step = Math.floor(now / stepLength)
  const code = (door.codes.find((one) => one.step === step) ?? door.codes[0])?.code
  if (!code) return null
  return (
    <figure ref={frame} className="door-code sheet">
      <CodePicture text={`${location.origin}/door/${door.activityId}?code=${code}`} label={say(doorWords.scan)} />
      <figcaption>
        {say(doorWords.scan)}{' '}
        <Text span size="sm" c="dimmed">
          {say(doorWords.changes, { seconds: Math.ceil(((step + 1) * stepLength - now) / 1000) })}
        </Text>
      </figcaption>
      <Button variant="default" onClick={() => void frame.current?.requestFullscreen()}>
        {say(doorWords.bigger)}
      </Button>
    </figure>
  )
}

function Doubtful({ line }: { line: DoorLine }) {
  const say = useWords()
  const dates = useDates()
  const notice = useNotice()
  const name = line.name ?? say(doorWords.unknown, { code: line.code })
  const decide = useMutation({ ...write(decideDoorEvent), onSuccess: () => notice(say(doorWords.decided, { name })) })
  const word = (stands: boolean) => () => decide.mutate({ doorEventId: line.id, stands })
  const off = Math.abs(+line.at - +line.deviceAt) > 60_000
  return (
    <li>
      <Text fw={600}>
        {name} · {say(line.direction === 'in' ? doorWords.cameIn : doorWords.wentOut)}
      </Text>
      <Text size="sm">
        {off
          ? say(doorWords.at, { time: dates.time(line.at), device: dates.time(line.deviceAt) })
          : dates.time(line.at)}
        {(line.kioskName ?? line.recordedBy) &&
          ` · ${say(doorWords.by, { who: line.kioskName ?? line.recordedBy ?? '' })}`}
      </Text>
      {line.conflicts.map((one) => (
        <Text key={one} size="sm">
          {say(conflictWords[one])}
        </Text>
      ))}
      <Group gap="xs" mt="xs">
        {line.personId && <Button onClick={word(true)}>{say(doorWords.counts)}</Button>}
        <Button variant="default" onClick={word(false)}>
          {say(doorWords.countsNot)}
        </Button>
      </Group>
      <Trouble error={decide.error} />
    </li>
  )
}
