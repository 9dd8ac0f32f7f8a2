import type { Bilingual, Content, QuestionKind } from '../../bank/contract.ts'
import { blanksIn, isOfPiece } from '../../bank/rules.ts'
import type { Drawn } from '../contract.ts'

/** What is shown: options and targets have numbers in the order in which they stand, so that no name of theirs tells what is right. */
export type Shown = {
  position: number
  kind: QuestionKind
  points: number
  stem: Bilingual
  options: { id: string; text: Bilingual }[]
  targets: { id: string; text: Bilingual }[]
  blanks: number
  most: number | null
  pieces: { kind: QuestionKind; text: Bilingual; most: number | null; options: string[]; targets: string[] }[]
}

/** The places at which what belongs to one of several things stands. */
const placesOf = (all: readonly string[], piece: number): string[] =>
  all.flatMap((id, i) => (isOfPiece(piece, id) ? [String(i + 1)] : []))

const inOrder = (all: Content['options'], order: readonly string[]): { id: string; text: Bilingual }[] =>
  order.map((id, i) => ({ id: String(i + 1), text: all.find((own) => own.id === id)?.text ?? {} }))

export function shownAs(
  { points, options, targets }: Drawn,
  question: { kind: QuestionKind; content: Content; blanks: number },
  position: number,
): Shown {
  const { kind, content } = question
  const { stem } = content
  return {
    position,
    kind,
    points,
    stem,
    options: inOrder(content.options, options),
    targets: inOrder(content.targets, targets),
    blanks: kind === 'fill' ? question.blanks || Math.max(blanksIn(stem.zh ?? ''), blanksIn(stem.en ?? '')) : 0,
    most: content.most ?? null,
    pieces: (content.pieces ?? []).map((piece, i) => ({
      kind: piece.kind,
      text: piece.text ?? {},
      most: piece.most ?? null,
      options: placesOf(options, i),
      targets: placesOf(targets, i),
    })),
  }
}

/** A text that answers one of several things. */
const isText = (entry: string): boolean => /^p\d+=/.test(entry)

/** An answer as it was given, by the names that options have in the bank; what was never shown is left out. */
export function meant(kind: QuestionKind, { options, targets }: Drawn, answer: readonly string[]): string[] {
  const option = (number: string | undefined): string | undefined => options[Number(number) - 1]
  if (kind === 'single' || kind === 'multiple' || kind === 'order')
    return answer.flatMap((number) => option(number) ?? [])
  if (kind !== 'match' && kind !== 'several') return [...answer]
  return answer.flatMap((entry) => {
    if (kind === 'several' && isText(entry)) return [entry]
    const [from, to] = entry.split(' ')
    if (kind === 'several' && to === undefined) return option(from) ?? []
    const [one, other] = [option(from), targets[Number(to) - 1]]
    return one && other ? [`${one} ${other}`] : []
  })
}

/** The same as far as it may be given: of more options than may be chosen the first ones. */
export function allowed({ most, pieces }: Pick<Content, 'most' | 'pieces'>, answer: readonly string[]): string[] {
  if (most) return answer.slice(0, most)
  const limits = (pieces ?? []).map((piece) => piece.most ?? Number.POSITIVE_INFINITY)
  const counts = limits.map(() => 0)
  return answer.filter((entry) => {
    const i = limits.findIndex((_, own) => isOfPiece(own, entry))
    if (i < 0) return true
    counts[i] = (counts[i] ?? 0) + 1
    return (counts[i] ?? 0) <= (limits[i] ?? 0)
  })
}

type Pieces = Pick<Shown, 'kind' | 'options' | 'targets' | 'pieces'>

/** One of several things as it is shown, as a question of its own. */
export function shownPiece<Q extends Pieces & { stem: Bilingual }>(question: Q, i: number) {
  const piece = question.pieces[i]
  return {
    ...question,
    kind: piece?.kind ?? question.kind,
    stem: piece?.text ?? {},
    most: piece?.most ?? null,
    options: question.options.filter(({ id }) => piece?.options.includes(id)),
    targets: question.targets.filter(({ id }) => piece?.targets.includes(id)),
    blanks: 1,
    pieces: [],
  }
}

/** Does this entry of an answer answer that one of several things? */
export function answersPiece({ pieces }: Pick<Shown, 'pieces'>, i: number, entry: string): boolean {
  const own = pieces[i]
  if (isText(entry)) return entry.startsWith(`p${i}=`)
  return own?.options.includes(entry.split(' ')[0] ?? '') ?? false
}
export const withoutPiece = (entry: string): string => entry.replace(/^p\d+=/, '')

/** The other way: how what is right was shown. */
export function asShown(kind: QuestionKind, { options, targets }: Drawn, ids: readonly string[]): string[] {
  const number = (all: readonly string[], id: string | undefined): string => String(all.indexOf(id ?? '') + 1)
  if (kind === 'single' || kind === 'multiple' || kind === 'order') return ids.map((id) => number(options, id))
  if (kind !== 'match' && kind !== 'several') return [...ids]
  return ids.map((entry) => {
    if (kind === 'several' && isText(entry)) return entry
    const [from, to] = entry.split(' ')
    if (kind === 'several' && to === undefined) return number(options, from)
    return `${number(options, from)} ${number(targets, to)}`
  })
}

/** Is anything answered? */
export const isAnswered = (answer: readonly string[] | undefined): boolean =>
  answer?.some((text) => withoutPiece(text).trim() !== '') ?? false
