import type { Me } from '../../../platform/context.ts'
import { addDays } from '../../../platform/zone.ts'
import { can } from '../../organizations/rules.ts'
import type { Audience, MemberState, Part, PartKind } from './contract.ts'

export type CourseRefusal =
  | 'oneDueDate'
  | 'partFields'
  | 'partFileOfOtherKind'
  | 'partFileTooLarge'
  | 'noParts'
  | 'noAudience'
  | 'nothingProposed'
  | 'differencesChanged'
  | 'audienceElsewhere'
  | 'courseClosed'
  | 'notInAudience'
  | 'partNotYours'
  | 'earlierPartsFirst'
  | 'exemptAlready'
  | 'exemptionDecided'
  | 'notOnesOwn'

/** Whoever organizes a place keeps its courses. */
export const mayKeep = (me: Pick<Me, 'roles'>, path: string): boolean => can(me, 'organize', path)

export const dueRefusal = ({
  dueDays,
  dueDate,
}: {
  dueDays: number | null
  dueDate: string | null
}): CourseRefusal | null => ((dueDays === null) === (dueDate === null) ? 'oneDueDate' : null)

type PartFields = Pick<Part, 'kind' | 'body' | 'url' | 'topic' | 'activityId' | 'quizId' | 'signerId'>

/** What each kind of part asks for, and nothing that belongs to another kind. */
export function partRefusal(part: PartFields): CourseRefusal | null {
  const { kind, body, url, topic, activityId, quizId, signerId } = part
  const given = (values: readonly (string | null)[]): number => values.filter((value) => value !== null).length
  const wanted: Record<PartKind, boolean> = {
    reading: given([body, url]) === 1 && given([topic, activityId, quizId, signerId]) === 0,
    video: url !== null && given([body, topic, activityId, quizId, signerId]) === 0,
    session: given([topic, activityId]) === 1 && given([body, url, quizId, signerId]) === 0,
    quiz: quizId !== null && given([body, url, topic, activityId, signerId]) === 0,
    signOff: signerId !== null && given([url, topic, activityId, quizId]) === 0,
  }
  return wanted[kind] ? null : 'partFields'
}

export const applyRefusal = (
  next: Audience | null,
  parts: number,
  seen: { in: number; out: number },
  is: { in: number; out: number },
): CourseRefusal | null => {
  if (!next) return 'nothingProposed'
  if (next.length === 0) return 'noAudience'
  if (parts === 0) return 'noParts'
  return seen.in !== is.in || seen.out !== is.out ? 'differencesChanged' : null
}

type Course = { dueDays: number | null; dueDate: string | null; renewMonths: number | null }

/** The day on which somebody who came in then must have done it. A date that had passed by then gives them thirty days. */
export function dueOn({ dueDays, dueDate }: Course, enteredOn: string): string {
  if (dueDays !== null) return addDays(enteredOn, dueDays)
  return dueDate !== null && dueDate >= enteredOn ? dueDate : addDays(enteredOn, 30)
}

/** So many days before a renewal is due it is theirs to do again. */
export const renewalDays = 60

/** The same day some months later; in a shorter month its last day. */
export function monthsLater(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0))
  const wanted = new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), Math.min(date, last.getUTCDate())))
  return wanted.toISOString().slice(0, 10)
}

export type Round = {
  dueOn: string
  /** parts done after this day count; null: any */
  since: string | null
}

/** Which round somebody is in: the first until it is done; once it is, the next from sixty days before the renewal is due. */
export function roundOf(
  member: { dueOn: string; doneOn: string | null },
  renewMonths: number | null,
  today: string,
): Round & { settled: boolean } {
  const { doneOn } = member
  if (doneOn === null) return { dueOn: member.dueOn, since: null, settled: false }
  if (renewMonths === null) return { dueOn: member.dueOn, since: null, settled: true }
  const due = monthsLater(doneOn, renewMonths)
  return { dueOn: due, since: doneOn, settled: today < addDays(due, -renewalDays) }
}

export function stateOf(
  {
    exempt,
    settled,
    partsDone,
    parts,
    dueOn: due,
  }: { exempt: boolean; settled: boolean; partsDone: number; parts: number; dueOn: string },
  today: string,
): MemberState {
  if (exempt) return 'exempt'
  if (settled || (parts > 0 && partsDone >= parts)) return 'done'
  return today > due ? 'late' : 'todo'
}

/** Each part waits for those before it. */
export const openParts = (done: readonly boolean[]): boolean[] => {
  const first = done.indexOf(false)
  return done.map((one, i) => !one && i === first)
}

export const largestPartMB = 500
const types: Record<string, [kind: 'reading' | 'video', type: string]> = {
  pdf: ['reading', 'application/pdf'],
  docx: ['reading', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  pptx: ['reading', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
  mp4: ['video', 'video/mp4'],
  webm: ['video', 'video/webm'],
}
export const partEndings = Object.keys(types).map((ending) => `.${ending}`)
export const partFile = (name: string): { kind: 'reading' | 'video'; type: string } | null => {
  const [kind, type] = types[/\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''] ?? []
  return kind && type ? { kind, type } : null
}

export function partFileRefusal({ name, size }: { name: string; size: number }): CourseRefusal | null {
  if (!partFile(name)) return 'partFileOfOtherKind'
  return size > largestPartMB * 2 ** 20 ? 'partFileTooLarge' : null
}

type Exemption = { askedBy: string; personId: string; granted: boolean | null }

/** A second person: neither whoever asked for it nor whoever would be exempt. */
export function decideRefusal({ askedBy, personId, granted }: Exemption, by: string | null): CourseRefusal | null {
  if (granted !== null) return 'exemptionDecided'
  return by === askedBy || by === personId ? 'notOnesOwn' : null
}

/** Days before the date on which somebody is reminded, once each. */
export const remindersBefore = [14, 3] as const
export function reminderDue(due: string, today: string): number | null {
  if (today > due) return null
  return [...remindersBefore].reverse().find((days) => addDays(due, -days) <= today) ?? null
}
