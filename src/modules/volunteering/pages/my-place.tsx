import { Button, Group, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useWords } from '../../../platform/i18n.ts'
import { call, Offline } from '../../../platform/web.tsx'
import { useDates } from '../../../web/moment.tsx'
import { useNotice } from '../../../web/notice.tsx'
import { State } from '../../../web/page.tsx'
import type { Shift } from '../contract.ts'
import { cancelSignup, signUp } from '../signing/contract.ts'
import { awaitsAnswer } from '../signing/rules.ts'
import { AskSwap } from './ask-swap.tsx'
import { shiftWords } from './messages.ts'
import { wordsOfRefusal } from './role-line.tsx'
import type { useShiftQueue } from './shift-queue.ts'

type Queue = ReturnType<typeof useShiftQueue>

/** How I stand to a shift, and what I can do about it. */
export function MyPlace({ shift, queue }: { shift: Shift; queue: Queue }) {
  const say = useWords()
  const now = useNow()
  const { mine } = shift
  const tapped = queue.tapOf(shift.id)
  const refused = queue.refusedOf(shift.id)
  return (
    <>
      {refused && (
        <p className="trouble" role="alert">
          {refused}
        </p>
      )}
      {mine && (
        <div className="my-place">
          <Standing mine={mine} now={now} />
          {tapped && tapped.kind !== 'signUp' ? (
            <State tone="soon">{say(queue.offline ? shiftWords.toSend : shiftWords.sending)}</State>
          ) : (
            shift.startsAt > now && !shift.cancelledAt && <Actions shift={shift} mine={mine} queue={queue} />
          )}
        </div>
      )}
    </>
  )
}

type Mine = NonNullable<Shift['mine']>

function Standing({ mine, now }: { mine: Mine; now: Date }) {
  const say = useWords()
  const dates = useDates()
  const left = useLeft()
  if (mine.state === 'confirmed') return <State tone="do">{say(shiftWords.confirmed)}</State>
  if (mine.state === 'asked') return <State tone="soon">{say(shiftWords.asked)}</State>
  if (mine.state === 'waiting') return <State>{say(shiftWords.position, { position: mine.position ?? 1 })}</State>
  const [what, until] =
    mine.state === 'kept' ? [shiftWords.kept, shiftWords.keptUntil] : [shiftWords.offered, shiftWords.answerBy]
  return (
    <div>
      <State tone="soon">{say(what)}</State>
      {mine.hindrance && (
        <Text size="sm" component="div" mt={4}>
          {say(wordsOfRefusal(mine.hindrance))}
        </Text>
      )}
      {mine.confirmBy && (
        <Text size="sm" component="div" mt={4}>
          {say(until, { when: dates.moment(mine.confirmBy), left: left(+mine.confirmBy - +now) })}
        </Text>
      )}
    </div>
  )
}

function Actions({ shift, mine, queue }: { shift: Shift; mine: Mine; queue: Queue }) {
  const say = useWords()
  const notice = useNotice()
  const [busy, setBusy] = useState(false)
  const { title, id: shiftId } = shift
  const role = shift.roles.find(({ id }) => id === mine.roleId)
  const words = awaitsAnswer(mine.state)
    ? shiftWords.sayNo
    : mine.state === 'confirmed'
      ? shiftWords.cancelPlace
      : shiftWords.leaveList
  // A place that others wait for goes to them at once; only one that stays free can be taken back.
  const canUndo = mine.state === 'confirmed' && role?.waiting === 0 && shift.confirmation === 'first'
  const giveBack = async () => {
    setBusy(true)
    try {
      await call(cancelSignup, { signupId: mine.id })
      queue.answered()
      notice(
        say(shiftWords.gaveBack, { title }),
        canUndo ? () => call(signUp, { shiftId, roleId: mine.roleId }).then(() => queue.answered()) : undefined,
      )
    } catch (error) {
      if (error instanceof Offline) queue.tap({ kind: 'cancel', shiftId, signupId: mine.id })
      else queue.refuse(shiftId, error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Group gap="xs">
      {awaitsAnswer(mine.state) && (
        <Button
          aria-label={say(shiftWords.cancelOf, { what: say(shiftWords.sayYes), title })}
          onClick={() => queue.tap({ kind: 'confirm', shiftId, signupId: mine.id })}
        >
          {say(shiftWords.sayYes)}
        </Button>
      )}
      {mine.state === 'confirmed' && <AskSwap signupId={mine.id} title={title} />}
      <Button
        variant="default"
        loading={busy}
        aria-label={say(shiftWords.cancelOf, { what: say(words), title })}
        onClick={() => void giveBack()}
      >
        {say(words)}
      </Button>
    </Group>
  )
}

/** The time, told again every half minute. */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 30_000)
    return () => clearInterval(timer)
  }, [])
  return now
}

function useLeft(): (milliseconds: number) => string {
  const say = useWords()
  return (milliseconds) => {
    const minutes = Math.max(0, Math.floor(milliseconds / 60_000))
    if (minutes < 100) return say(shiftWords.minutesLeft, { n: minutes })
    const hours = Math.floor(minutes / 60)
    return hours < 48
      ? say(shiftWords.hoursLeft, { n: hours })
      : say(shiftWords.daysLeft, { n: Math.floor(hours / 24) })
  }
}
