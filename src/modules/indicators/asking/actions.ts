import type { Context } from '../../../platform/context.ts'
import { allow, BadInput, found } from '../../../platform/errors.ts'
import { type Fact, type Filter, factNamed } from '../../../platform/facts.ts'
import { wallClock } from '../../../platform/zone.ts'
import { can, pathsOf } from '../../organizations/rules.ts'
import { additiveAs, type Comparing, change, comparingOf, earlier, inWordsAs, writtenAs } from '../comparing/rules.ts'
import type { Figure, Question } from '../contract.ts'
import { parseFilter } from '../filter/rules.ts'
import { parsePeriod, periodCompared, periodText, periodWords } from '../period/rules.ts'
import * as queries from '../queries.ts'
import { filterRefusal, inWords } from '../rules.ts'
import { changeOf, definitionOf, type Names } from '../sentence/rules.ts'

/** A question with all its names resolved, by somebody who may ask it. */
export type Prepared = queries.Asked & { question: Question; scope: queries.Node; comparing: Comparing | null }

export const tree = (): Fact => found(factNamed('organization'))

/** Which part of the tree: the one asked for, when the reader may count it, or the largest of theirs. */
async function scopeOf({ tx, me }: Context, id: string | undefined): Promise<queries.Node> {
  const own = pathsOf(me, 'readFigures').sort((a, b) => a.length - b.length)
  const [largest] = own
  allow(largest !== undefined)
  const wanted = id ?? largest?.split('/').at(-2)
  if (!wanted) return found(await queries.topNode(tx, tree()))
  const node = found((await queries.nodes(tx, tree(), [wanted]))[0])
  allow(can(me, 'readFigures', node.path))
  return node
}

/** What is measured of which rows, or which word of it means nothing here. */
export function resolve(question: Pick<Question, 'fact' | 'measure' | 'filter' | 'against' | 'as'>) {
  const fact = factNamed(question.fact)
  if (!fact) throw new BadInput('unknownFact')
  const measure = fact.measures[question.measure]
  if (!measure) throw new BadInput('unknownMeasure')
  const filter = parseFilter(question.filter)
  const refused = filterRefusal(fact, filter)
  if (refused) throw new BadInput(refused.reason, { column: refused.column })
  if (question.as && !question.against) throw new BadInput('againstNothing')
  return { fact, measure, filter, comparing: comparingOf(question) }
}

/** Which nodes questions asked together have looked up already. */
export type Scopes = Map<string | undefined, queries.Node>

export async function prepare(context: Context, question: Question, scopes: Scopes = new Map()): Promise<Prepared> {
  const resolved = resolve(question)
  const period = parsePeriod(question.period)
  if (!period) throw new BadInput('invalidInput')
  const scope = scopes.get(question.scope) ?? (await scopeOf(context, question.scope))
  scopes.set(question.scope, scope)
  const { timeZone } = context.me
  const { now } = context
  const today = wallClock(now, timeZone).slice(0, 10)
  return { question, scope, ...resolved, period, path: scope.path, timeZone, now, today }
}

/** The value that stands in the question itself, without the comparison. */
export const plain = (asked: Prepared): Prepared => {
  const { against: _, as: __, ...question } = asked.question
  return { ...asked, question, comparing: null }
}

/** The same rows of the earlier period, when there is one to compare with. */
export function before(asked: Prepared): Prepared | null {
  if (!asked.comparing) return null
  const period = earlier(asked.comparing, asked.period)
  const { question, ...rest } = plain(asked)
  return { ...rest, period, question: { ...question, period: periodText(period) } }
}

export async function namesIn({ tx }: Context, fact: Fact, filter: Filter): Promise<Names> {
  const names: Record<string, Record<string, string>> = {}
  for (const [name, values] of Object.entries(filter)) {
    const column = fact.columns[name]
    if (column) names[name] = await queries.namesOf(tx, fact, column, name, values)
  }
  return names
}

/** Two counts as the one that was asked for. */
export const together = (
  { comparing }: Prepared,
  now: queries.Counted,
  then: queries.Counted | undefined,
): queries.Counted =>
  comparing && then ? { value: change(comparing, now.value, then.value), records: now.records + then.records } : now

/** The figure that was asked for, of what was counted. */
export async function answer(
  context: Context,
  asked: Prepared,
  counted: queries.Counted,
  then?: queries.Counted,
): Promise<Figure> {
  const { fact, measure, filter, comparing, period, scope, today, question } = asked
  const names = await namesIn(context, fact, filter)
  const sentence = definitionOf({ fact, measure, filter }, { period, scope: scope.name, names, today })
  const past = before(asked)
  const definition =
    comparing && past ? changeOf(sentence, comparing.as, periodCompared(past.period, fact.time, today)) : sentence
  const { value, records } = together(asked, counted, then)
  const side = (of: Prepared, value: number | null): NonNullable<Figure['change']>['now'] => ({
    question: { ...of.question, scope: scope.id },
    value,
    inWords: [...inWords(fact, measure, value)],
    period: [...periodWords(of.period)],
  })
  return {
    question: { ...question, scope: scope.id },
    value,
    written: [...writtenAs(fact, measure, comparing, value)],
    inWords: [...inWordsAs(fact, measure, comparing, value)],
    definition: [...definition],
    period: [...periodWords(period)],
    scope: { id: scope.id, name: scope.name },
    records,
    additive: additiveAs(measure, comparing),
    ...(past && then ? { change: { now: side(plain(asked), counted.value), before: side(past, then.value) } } : {}),
    counted: asked.now,
  }
}
