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
  pieces: { kind: QuestionKind; options: string[]; targets: string[] }[]
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
    pieces: (content.pieces ?? []).map((piece, i) => ({
      kind: piece.kind,
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
  answer?.some((text) => text.replace(/^p\d+=/, '').trim() !== '') ?? false
