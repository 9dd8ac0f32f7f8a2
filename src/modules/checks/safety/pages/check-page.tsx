import { Button, Group, Text } from '@mantine/core'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useWords } from '../../../../platform/i18n.ts'
import { addressOf, call, Problem } from '../../../../platform/web.tsx'
import { PageLink } from '../../../../web/link.tsx'
import { useMe } from '../../../../web/me.ts'
import { useDates } from '../../../../web/moment.tsx'
import { keptRead } from '../../../../web/outbox/kept.ts'
import { useWithoutNetwork } from '../../../../web/outbox/without-network.ts'
import { Page } from '../../../../web/page.tsx'
import { Trouble } from '../../../../web/states.tsx'
import { readFloor } from '../../../places/contract.ts'
import { type Check, printCheck, seeCheck, startCheck } from '../contract.ts'
import { checkStateWords, checkWords as words } from '../messages.ts'
import { type CheckBox, useCheckBox } from './check-box.ts'
import { DoneCheck } from './done-check.tsx'
import { FillCheck } from './fill-check.tsx'

/** One check: to be done, or as it was. It opens without a network once it was opened. */
export function CheckPage() {
  const say = useWords()
  const dates = useDates()
  const { checkId } = useParams({ strict: false }) as { checkId: string }
  const me = useMe()?.personId ?? ''
  const { data: check } = useSuspenseQuery({ ...keptRead(seeCheck, { checkId }, me), staleTime: 60_000 })
  const box = useCheckBox()
  useWithoutNetwork(
    check.rooms.flatMap(({ id, floor }) => (floor ? [addressOf(readFloor, { placeId: id, file: floor.file })] : [])),
  )
  const waits = box.waiting[`check ${checkId}`]
  const about = [
    check.checklist.name,
    check.station,
    check.doneAt
      ? say(words.doneBy, { name: check.doneBy ?? '', day: dates.dayAt(check.doneAt) })
      : `${say(checkStateWords[check.state])} · ${say(words.dueOn, { day: dates.day(check.dueOn) })}`,
    check.passed !== null && say(check.passed ? words.passed : words.failed),
    check.percent !== null && say(words.percent, { n: check.percent }),
  ]
  return (
    <Page
      title={check.place.name}
      about={about.filter(Boolean).join(' · ')}
      back={<PageLink to={'/checks' as '/'}>{say(words.checks)}</PageLink>}
      actions={
        check.doneAt && (
          <Button component="a" variant="default" href={addressOf(printCheck, { checkId })}>
            {say(words.print)}
          </Button>
        )
      }
    >
      <Waiting check={check} box={box} />
      {check.doneAt ? <DoneCheck check={check} /> : !waits && <FillCheck key={checkId} check={check} box={box} />}
    </Page>
  )
}

/** What of this check is still on this device, and what the server said to it. */
function Waiting({ check, box }: { check: Check; box: CheckBox }) {
  const say = useWords()
  const navigate = useNavigate()
  const mine = Object.entries(box.waiting).filter(
    ([, one]) => (one.kind === 'check' ? one.input.checkId : one.checkId) === check.id,
  )
  const handedIn = box.waiting[`check ${check.id}`]
  /** What somebody else did meanwhile is one check; what was seen here is another, of the same place. */
  const asOwn = useMutation({
    mutationFn: async () => {
      const { id } = await call(startCheck, { checklistId: check.checklist.id, placeId: check.place.id })
      const moved = mine.map(([key, one]) =>
        one.kind === 'check'
          ? [`check ${id}`, { ...one, input: { ...one.input, checkId: id } }]
          : [key, { ...one, checkId: id }],
      )
      await box.withdraw(mine.map(([key]) => key))
      await box.post(Object.fromEntries(moved))
      return id
    },
    onSuccess: (id) => void navigate({ to: `/checks/${id}` as '/' }),
  })
  if (mine.length === 0) return box.sent && check.doneAt ? <p role="status">{say(words.allSent)}</p> : null
  const refused = box.error instanceof Problem
  return (
    <div role="status">
      <Text mb="xs">
        {handedIn && `${say(words.handedIn)} `}
        {say(words.waits, { count: mine.length })}
      </Text>
      <Trouble error={refused ? box.error : asOwn.error} />
      {refused && (
        <Group gap="xs" my="xs">
          <Button variant="default" onClick={() => void box.flush()}>
            {say(words.again)}
          </Button>
          {handedIn && check.doneAt && (
            <Button variant="default" loading={asOwn.isPending} onClick={() => asOwn.mutate()}>
              {say(words.asOwn)}
            </Button>
          )}
          <Button variant="default" onClick={() => void box.withdraw(mine.map(([key]) => key))}>
            {say(words.discard)}
          </Button>
        </Group>
      )}
    </div>
  )
}
