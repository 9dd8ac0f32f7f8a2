import { z } from 'zod'
import { endpoint } from '../../../platform/endpoint.ts'
import { Figure, PeriodText, Question, Said, Series } from '../contract.ts'

/** A question without a period and a scope, which are chosen when it is asked; and by what it is usually shown in parts. */
export const NamedQuestion = Question.omit({ period: true, scope: true }).extend({ by: z.string().max(60).optional() })
export type NamedQuestion = z.output<typeof NamedQuestion>

export const IndicatorRow = z.object({
  id: z.uuid(),
  name: Said,
  /** What the office adds to the definition; may be empty. */
  note: Said,
  /** Made of the question, so that it says what is counted. */
  definition: Said,
  question: NamedQuestion.extend({ filter: z.string() }),
  owner: z.object({ id: z.uuid(), name: z.string() }),
  version: z.int(),
  /** No longer offered; where it is used it goes on counting. */
  retired: z.boolean(),
})
export type IndicatorRow = z.output<typeof IndicatorRow>

export const IndicatorVersion = IndicatorRow.pick({ name: true, note: true, definition: true, question: true }).extend({
  number: z.int(),
  /** Nobody and never: it came with Linli. */
  savedBy: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  savedAt: z.coerce.date().nullable(),
})
export type IndicatorVersion = z.output<typeof IndicatorVersion>

export const IndicatorCard = IndicatorRow.extend({
  /** The newest first. */
  versions: z.array(IndicatorVersion),
  /** What a change of it would change. */
  uses: z.array(z.object({ kind: Said, title: z.string(), link: z.string() })),
  mayChange: z.boolean(),
})
export type IndicatorCard = z.output<typeof IndicatorCard>

const name = z.string().trim().max(60).default('')
const note = z.string().trim().max(300).default('')
/** A name in one language is enough; it then stands in both. */
const Saved = NamedQuestion.extend({ nameEn: name, nameZh: name, noteEn: note, noteZh: note })
export type Saved = z.output<typeof Saved>
const id = z.object({ id: z.uuid() })

export const listIndicators = endpoint({
  name: 'listIndicators',
  method: 'GET',
  path: '/api/indicators',
  /** `q` is part of a name, or pinyin initials. */
  input: z.object({ q: z.string().max(100).default(''), retired: z.enum(['no', 'yes']).default('no') }),
  output: z.array(IndicatorRow),
})

export const readIndicator = endpoint({
  name: 'readIndicator',
  method: 'GET',
  path: '/api/indicators/:id',
  input: id,
  output: IndicatorCard,
})

export const keepIndicator = endpoint({
  name: 'keepIndicator',
  method: 'POST',
  path: '/api/indicators',
  /** Without an owner: the largest part of the tree for which the asker may keep indicators. */
  input: Saved.extend({ ownerId: z.uuid().optional() }),
  output: IndicatorCard,
})

export const changeIndicator = endpoint({
  name: 'changeIndicator',
  method: 'PUT',
  path: '/api/indicators/:id',
  /** `version` is the one that was seen: what somebody else saved since is not written over. */
  input: Saved.extend({ id: z.uuid(), version: z.int() }),
  output: IndicatorCard,
})

export const retireIndicator = endpoint({
  name: 'retireIndicator',
  method: 'DELETE',
  path: '/api/indicators/:id',
  input: id,
  output: IndicatorCard,
})

export const restoreIndicator = endpoint({
  name: 'restoreIndicator',
  method: 'POST',
  path: '/api/indicators/:id/restoration',
  input: id,
  output: IndicatorCard,
})

const Asked = id.extend({ period: PeriodText, scope: Question.shape.scope })

export const indicatorFigure = endpoint({
  name: 'indicatorFigure',
  method: 'GET',
  path: '/api/indicators/:id/figure',
  input: Asked,
  output: Figure,
})

export const indicatorSeries = endpoint({
  name: 'indicatorSeries',
  method: 'GET',
  path: '/api/indicators/:id/series',
  /** Without `by`: as the indicator is usually shown, or by month. */
  input: Asked.extend({ by: z.string().max(60).optional() }),
  output: Series,
})
