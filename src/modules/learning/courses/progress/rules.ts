import type { MemberState, MyPart, Part } from '../contract.ts'
import { dueOn, openParts, roundOf, stateOf } from '../rules.ts'

type Course = { dueDays: number | null; dueDate: string | null; renewMonths: number | null }
type Member = {
  enteredOn: string | null
  dueOn: string | null
  doneOn: string | null
  exempt: boolean
  done: readonly { partId: string; on: string }[]
}
export type Standing = {
  dueOn: string
  state: MemberState
  partsDone: number
  finishedOn: string | null
  isDone: (id: string) => boolean
}

/** Where one person stands in one course today. Whoever came in today, and is not noted yet, has their days from today. */
export function standingOf(
  course: Course,
  parts: readonly Pick<Part, 'id'>[],
  member: Member,
  today: string,
): Standing {
  const entered = member.enteredOn ?? today
  const noted = { dueOn: member.dueOn ?? dueOn(course, entered), doneOn: member.doneOn }
  const round = roundOf(noted, course.renewMonths, today)
  const last = new Map(member.done.map(({ partId, on }) => [partId, on]))
  const isDone = (id: string): boolean => {
    const on = last.get(id)
    return on !== undefined && (round.settled || round.since === null || on > round.since)
  }
  const partsDone = parts.filter(({ id }) => isDone(id)).length
  const state = stateOf({ ...round, exempt: member.exempt, partsDone, parts: parts.length }, today)
  const complete = parts.length > 0 && partsDone === parts.length
  const days = parts.map(({ id }) => last.get(id) ?? today).sort()
  // A round is done on the day of its last part, and not before somebody was asked to do it.
  const finished = complete && !round.settled ? (days.at(-1) ?? null) : null
  return { dueOn: round.dueOn, state, partsDone, finishedOn: finished, isDone }
}

/** The parts as their own page shows them: one is open at a time. */
export function partsFor(parts: readonly Part[], { isDone }: Standing): MyPart[] {
  const open = openParts(parts.map(({ id }) => isDone(id)))
  return parts.map((part, i) => ({ ...part, done: isDone(part.id), open: open[i] ?? false }))
}
