import { z } from 'zod'
import { done, download, endpoint } from '../../../platform/endpoint.ts'
import { Rules } from './processing/contract.ts'
import { plain } from './rules.ts'

/** The kinds that are written here. A question that asks several things at once comes from another program only. */
export const writtenKinds = ['single', 'multiple', 'trueFalse', 'number', 'fill', 'order', 'match', 'text'] as const
export const questionKinds = [...writtenKinds, 'several'] as const
export type QuestionKind = (typeof questionKinds)[number]

const longest = 4000
const text = z.string().transform(plain).pipe(z.string().max(longest))
const optional = text.transform((said) => said || undefined).optional()

/** The same in two languages, of which one may be missing. */
export const Bilingual = z.object({ en: optional, zh: optional })
export type Bilingual = z.output<typeof Bilingual>

const identifier = z
  .string()
  .regex(/^[A-Za-z_][\w.-]*$/)
  .max(60)
const Option = z.object({ id: identifier, text: Bilingual, fixed: z.literal(true).optional() })
export type Option = z.output<typeof Option>

const most = z.int().min(2).max(30).optional()
/** One of the things that are asked: its options and targets begin with `p0.`, `p1.` … in the question's own lists. */
const Piece = z.object({
  kind: z.enum(['single', 'multiple', 'order', 'match', 'fill', 'number']),
  text: Bilingual.optional(),
  most,
})
export type Piece = z.output<typeof Piece>

/** What is shown to whoever answers. In the stem of a fill-in question `____` is a blank. */
export const Content = z.object({
  stem: Bilingual,
  options: z.array(Option).max(30).default([]),
  /** what the options of a match question are matched with */
  targets: z.array(Option).max(30).default([]),
  /** of several options that may be right, so many may be chosen; without it, any number */
  most,
  /** of several: what is asked, in its order */
  pieces: z.array(Piece).min(2).max(10).optional(),
})
export type Content = z.output<typeof Content>

const finite = z.number().min(-1e12).max(1e12)

/** What each response is worth; the sum is kept between `lower` and `upper`. */
const Mapping = z.object({
  entries: z.array(z.object({ key: z.string().max(200), value: finite })).max(200),
  otherwise: finite,
  lower: finite.optional(),
  upper: finite.optional(),
})
export type Mapping = z.output<typeof Mapping>

/** What is right, and why. */
export const Keys = z.object({
  /** options in no order, an order's options in theirs, pairs of a match as 'option target', 'true' or 'false'; of several, texts as 'p0=text' */
  correct: z.array(z.string().max(200)).max(100).default([]),
  number: z.object({ value: finite, tolerance: finite.min(0) }).optional(),
  /** the accepted texts of each blank */
  blanks: z
    .array(
      z
        .array(text.pipe(z.string().min(1).max(200)))
        .min(1)
        .max(50),
    )
    .max(20)
    .optional(),
  mapping: Mapping.optional(),
  explanation: Bilingual.optional(),
  /** for whoever marks a text by hand */
  guide: Bilingual.optional(),
  /** rules of its own, as a QTI item brought them */
  rules: Rules.optional(),
})
export type Keys = z.output<typeof Keys>

const fields = {
  content: Content,
  keys: Keys,
  tags: z
    .array(z.string().trim().min(1).max(40))
    .max(20)
    .default([])
    .transform((tags) => [...new Set(tags)].sort()),
  difficulty: z.int().min(1).max(5).default(3),
  source: z.string().trim().max(200).default(''),
}
export const QuestionFields = z.object({ kind: z.enum(questionKinds), ...fields })
/** Rules of its own come with a QTI item only, and stay with it. */
const given = { ...fields, keys: Keys.omit({ rules: true }) }
export type QuestionFields = z.output<typeof QuestionFields>

export const Question = QuestionFields.extend({
  id: z.uuid(),
  version: z.int(),
  retired: z.boolean(),
  changedAt: z.coerce.date(),
  changedBy: z.string().nullable(),
})
export type Question = z.output<typeof Question>

const QuestionLine = z.object({
  id: z.uuid(),
  kind: z.enum(questionKinds),
  stem: Bilingual,
  tags: z.array(z.string()),
  difficulty: z.int(),
  source: z.string(),
  version: z.int(),
  retired: z.boolean(),
})
export type QuestionLine = z.output<typeof QuestionLine>

const which = z.object({
  q: z.string().trim().max(200).default(''),
  kind: z.enum(questionKinds).optional(),
  tag: z.string().max(40).optional(),
  difficulty: z.coerce.number().int().min(1).max(5).optional(),
  retired: z.stringbool().or(z.boolean()).default(false),
})
export type Which = z.output<typeof which>
const one = { questionId: z.uuid() }

export const listQuestions = endpoint({
  name: 'listQuestions',
  method: 'GET',
  path: '/api/questions',
  input: which.extend({ limit: z.coerce.number().int().min(1).max(500).default(50) }),
  output: z.object({
    questions: z.array(QuestionLine),
    total: z.int(),
    /** all tags in use, the most used first */
    tags: z.array(z.object({ tag: z.string(), count: z.int() })),
  }),
})

export const seeQuestion = endpoint({
  name: 'seeQuestion',
  method: 'GET',
  path: '/api/questions/:questionId',
  input: z.object({ ...one, version: z.coerce.number().int().optional() }),
  output: Question.extend({
    versions: z.array(z.object({ number: z.int(), changedAt: z.coerce.date(), changedBy: z.string().nullable() })),
  }),
})

export const addQuestion = endpoint({
  name: 'addQuestion',
  method: 'POST',
  path: '/api/questions',
  input: z.object({ kind: z.enum(questionKinds), ...given }),
  output: Question,
})

/** The version that was there stays as it is, with all answers to it; this is the next one. */
export const changeQuestion = endpoint({
  name: 'changeQuestion',
  method: 'POST',
  path: '/api/questions/:questionId/versions',
  input: z.object({ ...one, ...given }),
  output: Question,
})

/** Is asked no more; quizzes that have it keep it. */
export const retireQuestion = endpoint({
  name: 'retireQuestion',
  method: 'DELETE',
  path: '/api/questions/:questionId',
  input: z.object(one),
  output: done,
})

export const bringBackQuestion = endpoint({
  name: 'bringBackQuestion',
  method: 'POST',
  path: '/api/questions/:questionId/return',
  input: z.object(one),
  output: done,
})

/** As a workbook: those that a row of it can hold whole. As QTI 3.0: all. */
export const questionsFile = endpoint({
  name: 'questionsFile',
  method: 'GET',
  path: '/api/questions/file',
  input: which.extend({ format: z.enum(['xlsx', 'qti']) }),
  output: download,
})
