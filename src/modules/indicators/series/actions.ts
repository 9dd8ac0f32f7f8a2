import type { Context } from '../../../platform/context.ts'
import { BadInput } from '../../../platform/errors.ts'
import { before, type Prepared, plain, together, tree } from '../asking/actions.ts'
import { changesSum, earlier } from '../comparing/rules.ts'
import type { Series } from '../contract.ts'
import { type Period, partsOf } from '../period/rules.ts'
import * as queries from '../queries.ts'
import { groupingRefusal } from '../rules.ts'
import { keptParts, keptPieces } from '../tallies/parts/actions.ts'
import { bucketOf, cutBy, isTime, labelled, nothingIn, type Time } from './rules.ts'

/** A question in its parts, with what they say together. */
export async function partsOfFigure(context: Context, asked: Prepared, by: string): Promise<Omit<Series, 'whole'>> {
  const refused = groupingRefusal(asked.fact, by)
  if (refused) throw new BadInput(refused, { column: by })
  const pieces = isTime(by) ? partsOf(asked.period, by) : null
  const parts = await (pieces && isTime(by) ? inTime(context, asked, by, pieces) : inKinds(context, asked, by))
  const keys = parts.map((part) => part.key)
  const children = by === 'part' ? await queries.nodes(context.tx, tree(), keys) : []
  const sums = changesSum(asked.fact, asked.measure, asked.comparing, by, { period: asked.period, pieces })
  return { ...labelled(asked, by, parts, children), sums }
}

/** Every piece of the period in its order, also those without rows. */
async function inTime(context: Context, asked: Prepared, by: Time, pieces: readonly Period[]): Promise<queries.Part[]> {
  const now = await counts(context, plain(asked), by, pieces)
  const { comparing } = asked
  const then = comparing
    ? await counts(
        context,
        plain(asked),
        by,
        pieces.map((piece) => earlier(comparing, piece)),
      )
    : []
  return pieces.map((piece, i) => ({
    key: bucketOf(by, piece),
    label: null,
    ...together(asked, now[i] ?? nothingIn(asked.measure), then[i]),
  }))
}

/** The pieces' counts: read at once where they are just what a calendar cuts their whole into. */
async function counts(
  { tx }: Context,
  asked: Prepared,
  by: Time,
  pieces: readonly Period[],
): Promise<queries.Counted[]> {
  // tallies are of months: days are read from the rows, all at once
  const kept = by === 'day' ? null : await keptPieces(tx, asked, pieces)
  if (kept) return kept
  const whole = cutBy(by, pieces)
  if (whole && asked.fact.time === 'moment') {
    const buckets = await queries.countBy(tx, { ...asked, period: whole }, by)
    return pieces.map((piece) => buckets.find(({ key }) => key === bucketOf(by, piece)) ?? nothingIn(asked.measure))
  }
  // what lasts is counted anew at the end of each piece
  const counted: queries.Counted[] = []
  for (const piece of pieces) counted.push(await queries.count(tx, { ...asked, period: piece }))
  return counted
}

/** Kinds, places, people …: those that have rows in one of the periods, from the most to the least. */
async function inKinds({ tx }: Context, asked: Prepared, by: string): Promise<queries.Part[]> {
  const countBy = async (of: Prepared) => (await keptParts(tx, tree(), of, by)) ?? queries.countBy(tx, of, by)
  const now = await countBy(plain(asked))
  const past = before(asked)
  if (!past) return now
  const then = await countBy(past)
  const keys = [...new Set([...now, ...then].map(({ key }) => key))]
  const parts = keys.map((key) => {
    const [here, there] = [now, then].map((parts) => parts.find((part) => part.key === key))
    const counted = together(asked, here ?? nothingIn(asked.measure), there ?? nothingIn(asked.measure))
    return { key, label: here?.label ?? there?.label ?? null, ...counted }
  })
  return parts.sort((a, b) => (b.value ?? Number.NEGATIVE_INFINITY) - (a.value ?? Number.NEGATIVE_INFINITY))
}
