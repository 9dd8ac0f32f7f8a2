import type { CourseRefusal } from '../rules.ts'
import type { Part, PartKind } from './contract.ts'

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
