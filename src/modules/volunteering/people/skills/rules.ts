import { addDays } from '../../../../platform/zone.ts'

export type SkillRefusal =
  | 'skillNameTaken'
  | 'skillInUse'
  | 'qualificationEndsBeforeItBegins'
  | 'qualificationHeldTwice'
  | 'confirmsOneself'
  | 'confirmsOwnEntry'
  | 'confirmedAlready'
  | 'proofMissing'
  | 'proofTooLarge'
  | 'proofOfOtherKind'

type Span = { fromDate: string; toDate: string | null }

/** `others`: what the same person says of the same skill besides. */
export function qualificationRefusal(wanted: Span, others: readonly Span[]): SkillRefusal | null {
  if (wanted.toDate !== null && wanted.toDate <= wanted.fromDate) return 'qualificationEndsBeforeItBegins'
  return others.some((other) => overlap(wanted, other)) ? 'qualificationHeldTwice' : null
}

const overlap = (a: Span, b: Span): boolean =>
  (b.toDate === null || a.fromDate < b.toDate) && (a.toDate === null || b.fromDate < a.toDate)

type Known = {
  personId: string
  enteredBy: string | null
  confirmedAt: Date | null
  needsProof: boolean
  proofHash: string | null
}

/** A second person confirms: neither whose it is, nor who wrote it down. */
export function confirmRefusal(one: Known, by: string | null, onPaper: boolean): SkillRefusal | null {
  if (one.confirmedAt) return 'confirmedAlready'
  if (by === one.personId) return 'confirmsOneself'
  if (by === one.enteredBy) return 'confirmsOwnEntry'
  return one.needsProof && !one.proofHash && !onPaper ? 'proofMissing' : null
}

export const largestProofMB = 20
const proofTypes: Record<string, string> = {
  pdf: 'application/pdf',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  heic: 'image/heic',
}
export const proofEndings = Object.keys(proofTypes).map((ending) => `.${ending}`)

export const proofType = (name: string): string | null =>
  proofTypes[/\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''] ?? null

export function proofRefusal({ name, size }: { name: string; size: number }): SkillRefusal | null {
  if (proofType(name) === null) return 'proofOfOtherKind'
  return size > largestProofMB * 2 ** 20 ? 'proofTooLarge' : null
}

/** Does it count on this day? */
export const counts = (one: Span & { confirmedAt: Date | null; needsProof: boolean }, day: string): boolean =>
  one.fromDate <= day && (one.toDate === null || day < one.toDate) && (one.confirmedAt !== null || !one.needsProof)

/** Days before the end on which its holder is reminded. */
export const remindersBefore = [30, 7] as const

/**
 * Which reminder is due today, in days before the end; null: none. Each is given once, and late rather than never when
 * the clock did not run on its day.
 */
export function dueReminder(toDate: string, remindedOn: string | null, today: string): number | null {
  if (today >= toDate) return null
  const passed = remindersBefore.filter((days) => addDays(toDate, -days) <= today)
  const nearest = passed.at(-1)
  if (nearest === undefined) return null
  return remindedOn !== null && remindedOn >= addDays(toDate, -nearest) ? null : nearest
}
