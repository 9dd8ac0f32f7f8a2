import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/database.ts'
import { allow, BadInput, found, refuse } from '../../../platform/errors.ts'
import { factNamed, startingIndicators } from '../../../platform/facts.ts'
import { indicatorUsers, startingId } from '../../../platform/indicator.ts'
import { organizationNamed } from '../../organizations/actions.ts'
import { can, pathsOf } from '../../organizations/rules.ts'
import { figure, figureSeries } from '../actions.ts'
import { namesIn, resolve, tree } from '../asking/actions.ts'
import { comparingOf } from '../comparing/rules.ts'
import type { Figure, Question, Series } from '../contract.ts'
import { parseFilter } from '../filter/rules.ts'
import { nodes, topNode } from '../queries.ts'
import { groupingRefusal } from '../rules.ts'
import { standingDefinition } from '../sentence/rules.ts'
import type { IndicatorCard, IndicatorRow, IndicatorVersion, NamedQuestion, Saved } from './contract.ts'
import { standingWords } from './messages.ts'
import * as queries from './queries.ts'
import { matching, namingRefusal, personRefusal, same, startingVersion, type Version, versionOf } from './rules.ts'

/** Starting indicators are there from the first day; a row is kept of them once an office changes one. */
async function standing({ tx }: Context, ids?: readonly string[]): Promise<queries.Kept[]> {
  const rows = ids?.length === 0 ? [] : await queries.kept(tx, ids)
  const known = new Set(rows.map(({ id }) => id))
  const asTheyCame = startingIndicators()
    .filter(({ question }) => factNamed(question.fact) !== undefined)
    .map((one) => ({ id: startingId(one.key), ownerId: null, retired: false, current: startingVersion(one) }))
    .filter(({ id }) => !known.has(id) && (ids?.includes(id) ?? true))
  return [...rows, ...asTheyCame]
}

const standingOne = async (context: Context, id: string): Promise<queries.Kept> =>
  found((await standing(context, [id]))[0])

/** What it counts, whatever the period and the scope; a fact that is declared no longer says so. */
async function definition(context: Context, question: NamedQuestion): Promise<IndicatorRow['definition']> {
  const fact = factNamed(question.fact)
  const measure = fact?.measures[question.measure]
  if (!fact || !measure) return [...standingWords.countedNoMore]
  const filter = parseFilter(question.filter)
  const comparing = comparingOf(question)
  return [...standingDefinition({ fact, measure, filter, comparing }, await namesIn(context, fact, filter))]
}

async function rowsOf(context: Context, all: readonly queries.Kept[]): Promise<IndicatorRow[]> {
  const top = found(await topNode(context.tx, tree()))
  const owners = await nodes(
    context.tx,
    tree(),
    all.flatMap(({ ownerId }) => ownerId ?? []),
  )
  const rows: IndicatorRow[] = []
  for (const { id, ownerId, retired, current } of all) {
    const owner = owners.find((node) => node.id === ownerId) ?? top
    rows.push({
      id,
      name: [...current.name],
      note: [...current.note],
      definition: await definition(context, current.question),
      question: current.question,
      owner: { id: owner.id, name: owner.name },
      version: current.number,
      retired,
    })
  }
  return rows
}

/** Everything that has a name, found by a part of it or by pinyin. */
export async function listIndicators(
  context: Context,
  { q, retired }: { q: string; retired: 'yes' | 'no' },
): Promise<IndicatorRow[]> {
  const all = (await standing(context)).filter((one) => one.retired === (retired === 'yes'))
  return rowsOf(context, matching(all, q))
}

export async function readIndicator(context: Context, { id }: { id: string }): Promise<IndicatorCard> {
  const one = await standingOne(context, id)
  const row = found((await rowsOf(context, [one]))[0])
  const kept = await queries.versions(context.tx, id)
  const all = kept.length > 0 ? kept : [{ ...one.current, savedAt: null, savedBy: null }]
  const versions: IndicatorVersion[] = []
  for (const { name, note, question, ...version } of all)
    versions.push({
      ...version,
      name: [...name],
      note: [...note],
      question,
      definition: await definition(context, question),
    })
  const owner = found((await nodes(context.tx, tree(), [row.owner.id]))[0])
  return {
    ...row,
    versions,
    uses: await usesOf(context, [id]),
    mayChange: can(context.me, 'keepIndicators', owner.path),
  }
}

/** Where these indicators show, as far as the asker may see it. */
async function usesOf(context: Context, ids: readonly string[]): Promise<IndicatorCard['uses']> {
  const uses: IndicatorCard['uses'] = []
  for (const { kind, uses: of } of indicatorUsers())
    for (const { title, link } of await of(context, ids)) uses.push({ kind: [...kind], title, link })
  return uses
}

/** Names a question. Without an owner it belongs to the largest part of the tree that the asker may keep them for. */
export async function keepIndicator(
  context: Context,
  { ownerId, ...saved }: Saved & { ownerId?: string | undefined },
): Promise<IndicatorCard> {
  const { tx, me, now } = context
  const [largest] = pathsOf(me, 'keepIndicators').sort((a, b) => a.length - b.length)
  const wanted = ownerId ?? largest?.split('/').at(-2)
  const owner = wanted ? await organizationNamed(context, wanted) : found(await topNode(tx, tree()))
  allow(can(me, 'keepIndicators', owner.path))
  await queries.hold(tx)
  const version = await judged(context, versionOf(saved, 1), null)
  const id = newId()
  await queries.insert(tx, { id, ownerId: owner.id, name: version.name })
  await queries.insertVersion(tx, id, version, { by: me.id, at: now })
  return readIndicator(context, { id })
}

/** Saves another version; what stands where it is used changes with it. */
export async function changeIndicator(
  context: Context,
  { id, version: seen, ...saved }: Saved & { id: string; version: number },
): Promise<IndicatorCard> {
  const { tx, me, now } = context
  const one = await holdOne(context, id)
  refuse(one.current.number === seen ? null : 'indicatorChangedMeanwhile')
  const next = await judged(context, versionOf(saved, seen + 1), id)
  if (!same(one.current, next)) {
    await queries.insertVersion(tx, id, next, { by: me.id, at: now })
    await queries.standsAt(tx, id, next)
  }
  return readIndicator(context, { id })
}

/** No longer offered. Where it is used it counts on. */
export async function retireIndicator(context: Context, { id }: { id: string }): Promise<IndicatorCard> {
  await holdOne(context, id)
  await queries.retire(context.tx, id, context.now)
  return readIndicator(context, { id })
}

export async function restoreIndicator(context: Context, { id }: { id: string }): Promise<IndicatorCard> {
  const { current } = await holdOne(context, id)
  await judged(context, current, id)
  await queries.retire(context.tx, id, null)
  return readIndicator(context, { id })
}

/** To change one: nobody else changes any meanwhile, and one that came with Linli becomes the office's own. */
async function holdOne(context: Context, id: string): Promise<queries.Kept> {
  const { tx, me } = context
  await queries.hold(tx)
  const one = await standingOne(context, id)
  const top = found(await topNode(tx, tree()))
  const owner = found((await nodes(tx, tree(), [one.ownerId ?? top.id]))[0])
  allow(can(me, 'keepIndicators', owner.path))
  if (one.ownerId === null) {
    await queries.insert(tx, { id, ownerId: owner.id, name: one.current.name })
    await queries.insertVersion(tx, id, one.current, null)
  }
  return one
}

async function judged(context: Context, version: Version, id: string | null): Promise<Version> {
  const { by, ...question } = version.question
  const { fact, filter } = resolve(question)
  const unknown = by === undefined ? null : groupingRefusal(fact, by)
  if (unknown) throw new BadInput(unknown, { column: by ?? '' })
  refuse(personRefusal(fact, filter))
  const others = (await standing(context)).filter((one) => one.id !== id && !one.retired)
  refuse(
    namingRefusal(
      version,
      others.map(({ current }) => current),
    ),
    { name: version.name[1] },
  )
  return version
}

/** For other modules: what is asked under these names now; also of retired ones. Unknown ids are left out. */
export async function indicatorQuestions(
  context: Context,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Version>> {
  return new Map((await standing(context, ids)).map(({ id, current }) => [id, current]))
}

/** A named indicator's question at a period and a scope. */
export async function indicatorQuestion(
  context: Context,
  { id, period, scope }: { id: string; period: string; scope?: string | undefined },
): Promise<Question> {
  const { by: _, ...question } = (await standingOne(context, id)).current.question
  return { ...question, period, ...(scope ? { scope } : {}) }
}

type AtPeriod = { id: string; period: string; scope?: string | undefined }

export const indicatorFigure = async (context: Context, asked: AtPeriod): Promise<Figure> =>
  figure(context, await indicatorQuestion(context, asked))

export async function indicatorSeries(
  context: Context,
  { by, ...asked }: AtPeriod & { by?: string | undefined },
): Promise<Series> {
  const { question } = (await standingOne(context, asked.id)).current
  return figureSeries(context, { ...(await indicatorQuestion(context, asked)), by: by ?? question.by ?? 'month' })
}
