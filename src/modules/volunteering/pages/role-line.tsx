import { Button, Text } from '@mantine/core'
import { useLanguage, useWords } from '../../../platform/i18n.ts'
import { State } from '../../../web/page.tsx'
import type { Shift, ShiftRole } from '../contract.ts'
import { signUpRefusals, theirRefusals } from '../messages.ts'
import { shiftWords } from './messages.ts'
import type { useShiftQueue } from './shift-queue.ts'

type Refusal = string | null | undefined

export const wordsOfRefusal = (refusal: string) =>
  signUpRefusals[refusal as keyof typeof signUpRefusals] ?? signUpRefusals.notAsked

/** Why somebody else cannot take a role. */
export const wordsOfTheirs = (refusal: string) =>
  theirRefusals[refusal as keyof typeof theirRefusals] ?? wordsOfRefusal(refusal)

/** One role: how many places are free, and the button, or in words why there is none. */
export function RoleLine({
  shift,
  role,
  refusal,
  queue,
}: {
  shift: Shift
  role: ShiftRole
  /** undefined: not known here, the server decides */
  refusal: Refusal
  queue: ReturnType<typeof useShiftQueue>
}) {
  const say = useWords()
  const language = useLanguage()
  const free = Math.max(role.most - role.taken, 0)
  const tapped = queue.tapOf(shift.id)
  const mine = shift.mine?.roleId === role.id
  const names = { role: role.name, title: shift.title }
  const [words, label] =
    shift.confirmation === 'leader'
      ? [shiftWords.askFor, shiftWords.askForRole]
      : free === 0
        ? [shiftWords.waitFor, shiftWords.waitForRole]
        : [shiftWords.signUp, shiftWords.signUpFor]
  const details = [
    say(shiftWords.free, { free }),
    role.waiting > 0 ? say(shiftWords.waitingNow, { waiting: role.waiting }) : '',
    role.adults ? say(shiftWords.adults) : '',
    role.skills.length > 0
      ? say(shiftWords.needs, { skills: role.skills.map(({ name }) => name).join(language === 'en' ? ', ' : '、') })
      : '',
  ].filter(Boolean)
  return (
    <li className="role-line">
      <div>
        <span className="role-name">{role.name}</span>
        <Text size="sm" c="dimmed" component="div">
          {details.join(' · ')}
        </Text>
        {refusal && !mine && (
          <Text size="sm" component="div" className="role-refusal">
            {say(wordsOfRefusal(refusal))}
          </Text>
        )}
      </div>
      {tapped?.kind === 'signUp' && tapped.roleId === role.id ? (
        <State tone="soon">{say(queue.offline ? shiftWords.toSend : shiftWords.sending)}</State>
      ) : (
        !refusal &&
        !shift.mine &&
        !tapped &&
        !shift.cancelledAt && (
          <Button
            variant={free === 0 ? 'default' : 'filled'}
            aria-label={say(label, names)}
            onClick={() => queue.tap({ kind: 'signUp', shiftId: shift.id, roleId: role.id })}
          >
            {say(words)}
          </Button>
        )
      )}
    </li>
  )
}
