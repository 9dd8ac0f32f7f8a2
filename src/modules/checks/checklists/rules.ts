import type { Answer, Answers, Asked, Content } from './contract.ts'

export type ChecklistRefusal =
  | 'nothingAsked'
  | 'askedWithoutWords'
  | 'askedTwice'
  | 'askedTooLate'
  | 'neverAnswered'
  | 'rangeUpsideDown'
  | 'choicesFew'
  | 'choiceTwice'
  | 'noFineChoice'
  | 'leastAboveMost'
  | 'checklistNameTaken'
  | 'checklistUnchanged'

export const questionsOf = (content: Content): Asked[] => content.sections.flatMap(({ questions }) => questions)

/** What a condition may look for in the answers to a question. */
export function answersOf({ kind, choices }: Asked): string[] {
  if (kind === 'yesNo') return ['yes', 'no', 'na']
  if (kind === 'choice') return [...choices.map(({ id }) => id), 'na']
  return kind === 'score' || kind === 'measure' ? ['fine', 'amiss', 'na'] : ['fine', 'na']
}

/** Why a list cannot be asked as it stands, and at which question. */
export function contentRefusal(content: Content): { reason: ChecklistRefusal; at: string | null } | null {
  const all = questionsOf(content)
  if (content.sections.some(({ questions }) => questions.length === 0)) return { reason: 'nothingAsked', at: null }
  const earlier = new Map<string, Asked>()
  for (const asked of all) {
    const reason = earlier.has(asked.id) ? 'askedTwice' : askedRefusal(asked, earlier)
    if (reason) return { reason, at: asked.id }
    earlier.set(asked.id, asked)
  }
  return null
}

function askedRefusal(asked: Asked, earlier: ReadonlyMap<string, Asked>): ChecklistRefusal | null {
  if (asked.text === '') return 'askedWithoutWords'
  if (asked.when) {
    const before = earlier.get(asked.when.id)
    if (!before) return 'askedTooLate'
    const possible = [...answersOf(before), 'fine', 'amiss']
    if (!asked.when.is.every((value) => possible.includes(value))) return 'neverAnswered'
  }
  if (asked.kind === 'measure' && asked.from !== null && asked.to !== null && asked.from > asked.to)
    return 'rangeUpsideDown'
  if (asked.kind === 'score' && asked.least > asked.most) return 'leastAboveMost'
  if (asked.kind !== 'choice') return null
  if (asked.choices.length < 2 || asked.choices.some(({ text }) => text === '')) return 'choicesFew'
  const ids = new Set(asked.choices.map(({ id }) => id))
  if (ids.size < asked.choices.length || ids.has('na')) return 'choiceTwice'
  return asked.choices.some(({ fine }) => fine) ? null : 'noFineChoice'
}

/** Does the value answer the question at all? */
export function isAnswer(asked: Asked, value: Answer['value']): boolean {
  if (value === 'na') return true
  switch (asked.kind) {
    case 'yesNo':
      return value === 'yes' || value === 'no'
    case 'score':
      return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= asked.most
    case 'measure':
      return typeof value === 'number'
    case 'choice':
      return asked.choices.some(({ id }) => id === value)
    case 'photo':
    case 'signature':
      return typeof value === 'string' && value !== ''
  }
}

/** In order or not; null: not answered, or does not apply. */
export function isFine(asked: Asked, value: Answer['value'] | undefined): boolean | null {
  if (value === undefined || value === null || value === 'na' || !isAnswer(asked, value)) return null
  switch (asked.kind) {
    case 'yesNo':
      return value === asked.good
    case 'score':
      return Number(value) >= asked.least
    case 'measure':
      return (asked.from === null || Number(value) >= asked.from) && (asked.to === null || Number(value) <= asked.to)
    case 'choice':
      return asked.choices.some(({ id, fine }) => id === value && fine)
    case 'photo':
    case 'signature':
      return true
  }
}

const isMet = ({ is }: NonNullable<Asked['when']>, before: Asked, value: Answer['value'] | undefined): boolean => {
  if (value === undefined || value === null || !isAnswer(before, value)) return false
  const fine = isFine(before, value)
  return is.includes(String(value)) || (fine !== null && is.includes(fine ? 'fine' : 'amiss'))
}

/** The questions that apply, in their order, by what was answered before each. An answer to one that does not apply counts for nothing. */
export function applying(content: Content, answers: Answers): Asked[] {
  const asked = new Map<string, Asked>()
  for (const one of questionsOf(content)) {
    const before = one.when ? asked.get(one.when.id) : undefined
    if (!one.when || (before && isMet(one.when, before, answers[before.id]?.value))) asked.set(one.id, one)
  }
  return [...asked.values()]
}

/** Of 1; null: what has no points. */
function shareOf(asked: Asked, value: Answer['value']): number | null {
  const fine = isFine(asked, value)
  if (fine === null || asked.kind === 'photo' || asked.kind === 'signature') return null
  return asked.kind === 'score' ? Number(value) / asked.most : fine ? 1 : 0
}

export type Result = {
  asked: number
  /** not answered yet, or with what is no answer */
  missing: string[]
  /** not in order; and which of these by themselves spoil the whole */
  amiss: string[]
  critical: string[]
  points: number
  of: number
  /** in hundredths, down to a tenth; null: nothing had points */
  percent: number | null
  passed: boolean
}

/** What the answers come to: each question that applies and has points counts by its weight. */
export function resultOf(content: Content, answers: Answers): Result {
  const all = applying(content, answers)
  const givenTo = ({ id }: Asked): Answer['value'] => answers[id]?.value ?? null
  const missing = all.filter((asked) => !isAnswer(asked, givenTo(asked)))
  const amiss = all.filter((asked) => isFine(asked, givenTo(asked)) === false)
  const critical = amiss.filter((asked) => asked.critical)
  const counted = all.flatMap((asked) => {
    const share = shareOf(asked, givenTo(asked))
    return share === null ? [] : [{ weight: asked.weight, share }]
  })
  const of = counted.reduce((sum, { weight }) => sum + weight, 0)
  const points = counted.reduce((sum, { weight, share }) => sum + weight * share, 0)
  const percent = of === 0 ? null : Math.floor((points / of) * 1000 + 1e-6) / 10
  const ids = (some: readonly Asked[]) => some.map(({ id }) => id)
  return {
    asked: all.length,
    missing: ids(missing),
    amiss: ids(amiss),
    critical: ids(critical),
    points,
    of,
    percent,
    passed: missing.length === 0 && critical.length === 0 && (percent ?? 100) >= content.enough,
  }
}
