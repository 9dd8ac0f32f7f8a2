import type { Drawn, QuizDraw, QuizFixed } from '../contract.ts'

/**
 * Chance that can be repeated: sfc32 (Chris Doty-Humphrey's small fast counter), its four words from four FNV-1a hashes of the seed's UTF-16 units
 * that begin at different values, the first twelve numbers thrown away. The same seed gives the same numbers in every program that follows this.
 */
export function chance(seed: string): () => number {
  const hash = (begin: number): number => {
    let h = begin >>> 0
    for (let i = 0; i < seed.length; i++) h = Math.imul(h ^ seed.charCodeAt(i), 0x01000193) >>> 0
    return h
  }
  let [a, b, c, d] = [hash(0x811c9dc5), hash(0x9e3779b9), hash(0x85ebca6b), 1]
  const next = (): number => {
    const t = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + t) | 0
    return t >>> 0
  }
  for (let i = 0; i < 12; i++) next()
  return next
}

/** A whole number below `n`, each as likely as any other. */
export function below(next: () => number, n: number): number {
  const most = Math.floor(2 ** 32 / n) * n
  for (;;) {
    const number = next()
    if (number < most) return number % n
  }
}

/** Fisher and Yates, from the end. */
export function shuffled<T>(all: readonly T[], next: () => number): T[] {
  const mixed = [...all]
  for (let i = mixed.length - 1; i > 0; i--) {
    const j = below(next, i + 1)
    ;[mixed[i], mixed[j]] = [mixed[j] as T, mixed[i] as T]
  }
  return mixed
}

type Named = { id: string; fixed?: true | undefined }
/** A question as far as drawing needs it. */
export type Candidate = {
  questionId: string
  version: number
  kind: string
  tags: readonly string[]
  difficulty: number
  options: readonly Named[]
  targets: readonly Named[]
}
export type Plan = {
  fixed: readonly QuizFixed[]
  draws: readonly QuizDraw[]
  shuffle: boolean
  shuffleOptions: boolean
}

/** What a draw may take: with all of its tags, of one of its difficulties. */
export const fits = ({ tags, difficulties }: QuizDraw, candidate: Candidate): boolean =>
  tags.every((tag) => candidate.tags.includes(tag)) &&
  (difficulties.length === 0 || difficulties.includes(candidate.difficulty))

/** Options of one of several things stay among themselves. */
function mixed(all: readonly Named[], next: () => number): string[] {
  const pieces = Map.groupBy(all, ({ id }) => /^p\d+\./.exec(id)?.[0] ?? '')
  return [...pieces.values()].flatMap((own) => mixedPiece(own, next))
}

/** Options that stand fast keep their places. */
function mixedPiece(all: readonly Named[], next: () => number): string[] {
  const loose = shuffled(
    all.filter(({ fixed }) => !fixed),
    next,
  )
  return all.map((option) => (option.fixed ? option : (loose.shift() as Named)).id)
}

/**
 * The questions of one attempt: the fixed ones, then each draw in turn from what is left, in the order of their ids before they are mixed. The
 * same seed over the same bank gives the same. Null when the bank does not have enough.
 */
export function drawn(plan: Plan, bank: readonly Candidate[], seed: string): Drawn[] | null {
  const next = chance(seed)
  const byId = new Map(bank.map((candidate) => [candidate.questionId, candidate]))
  const taken: { candidate: Candidate; points: number }[] = []
  const used = new Set<string>()
  for (const { questionId, points } of plan.fixed) {
    const candidate = byId.get(questionId)
    if (!candidate) return null
    used.add(questionId)
    taken.push({ candidate, points })
  }
  const sorted = bank.toSorted((one, other) => (one.questionId < other.questionId ? -1 : 1))
  for (const draw of plan.draws) {
    const free = sorted.filter((candidate) => !used.has(candidate.questionId) && fits(draw, candidate))
    if (free.length < draw.count) return null
    for (const candidate of shuffled(free, next).slice(0, draw.count)) {
      used.add(candidate.questionId)
      taken.push({ candidate, points: draw.points })
    }
  }
  return (plan.shuffle ? shuffled(taken, next) : taken).map(({ candidate, points }) => {
    const { questionId, version, kind, options, targets } = candidate
    const loose = plan.shuffleOptions || kind === 'order'
    return {
      questionId,
      version,
      points,
      options: loose ? mixed(options, next) : options.map(({ id }) => id),
      // What is matched would otherwise stand beside its partner.
      targets: mixed(targets, next),
    }
  })
}
