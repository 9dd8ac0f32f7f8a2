import type { ParticipationState } from '../../activities/contract.ts'
import { cameStates } from '../../activities/rules.ts'

export type SessionRefusal =
  | 'notASession'
  | 'twoLecturers'
  | 'linkOrText'
  | 'materialOfOtherKind'
  | 'materialTooLarge'
  | 'minutesChangedMeanwhile'
  | 'notExpectedThere'
  | 'makingUpOver'

/** For so long after its end a session can be made up. */
export const daysToMakeUp = 30
export const makeUpUntil = (endsAt: Date): Date => new Date(+endsAt + daysToMakeUp * 86_400_000)

/** One line of the sheet: were they expected, and did they come? No line: neither. */
export type Standing = { expected: boolean; status: ParticipationState | null } | null

export const came = (standing: Standing): boolean =>
  standing?.status !== undefined && standing.status !== null && cameStates.includes(standing.status)

/** Expected, or declined beforehand: whoever said in time why they would not come has the session to make up like anybody else. */
const meantFor = (standing: Standing): boolean => standing?.expected === true || standing?.status === 'cancelled'

/** Meant for them, over, and not there: whether the sheet says so already or nobody has kept it yet. */
export const wasAbsent = (
  standing: Standing,
  session: { endsAt: Date; cancelledAt: Date | null },
  now: Date,
): boolean => meantFor(standing) && !came(standing) && !session.cancelledAt && session.endsAt <= now

/** Whoever it is meant for may read ahead of the session; whoever came may read as well, to no end but their own. */
export function readRefusal(standing: Standing, session: { endsAt: Date }, now: Date): SessionRefusal | null {
  if (!meantFor(standing)) return 'notExpectedThere'
  return !came(standing) && now > makeUpUntil(session.endsAt) ? 'makingUpOver' : null
}

/**
 * When somebody who was absent has made a session up: the moment of the last reading (not before the end), if each material is read
 * and its quiz is passed within the days for it. A session with nothing to read or to pass cannot be made up.
 */
export function madeUpAt(
  session: { endsAt: Date },
  materials: readonly { readAt: Date | null }[],
  quiz: { passedAt: Date | null } | null,
): Date | null {
  const steps = [...materials.map(({ readAt }) => readAt), ...(quiz ? [quiz.passedAt] : [])]
  if (steps.length === 0 || steps.some((at) => at === null || at > makeUpUntil(session.endsAt))) return null
  return new Date(Math.max(+session.endsAt, ...steps.map((at) => +(at ?? 0))))
}

export const largestMaterialMB = 50
const materialTypes: Record<string, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  txt: 'text/plain; charset=utf-8',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
}
export const materialEndings = Object.keys(materialTypes).map((ending) => `.${ending}`)

export const materialType = (name: string): string | null =>
  materialTypes[/\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''] ?? null

export function fileRefusal({ name, size }: { name: string; size: number }): SessionRefusal | null {
  if (materialType(name) === null) return 'materialOfOtherKind'
  return size > largestMaterialMB * 2 ** 20 ? 'materialTooLarge' : null
}
