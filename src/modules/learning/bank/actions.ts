import type { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import type { Download } from '../../../platform/endpoint.ts'
import { allow, found, refuse } from '../../../platform/errors.ts'
import { sayIn } from '../../../platform/i18n.ts'
import { writeWorkbook } from '../../../platform/workbook/write.ts'
import { canEverywhere, pathsOf } from '../../organizations/rules.ts'
import type * as contract from './contract.ts'
import type { Question } from './contract.ts'
import { digestOf, keepNew, searchOf } from './keeping/actions.ts'
import { bankWords } from './messages.ts'
import { packageOf } from './qti/package/actions.ts'
import * as queries from './queries.ts'
import { questionRefusal } from './rules.ts'
import { isProblem, questionOf } from './sheet/rules.ts'
import { lettered, rowOf } from './sheet/writing/rules.ts'
import { questionColumns } from './sheets.ts'

type In<E extends { input: z.ZodType }> = z.output<E['input']>

/** The bank is the whole office's: whoever makes quizzes anywhere reads it, who does so for all of the office keeps it. */
export const readers = ({ me }: Context): void => allow(pathsOf(me, 'keepQuestions').length > 0)
export const keepers = ({ me }: Context): void => allow(canEverywhere(me, 'keepQuestions'))

export async function listQuestions(context: Context, { limit, ...which }: In<typeof contract.listQuestions>) {
  readers(context)
  const { tx } = context
  return {
    questions: await queries.questionLines(tx, which, limit),
    total: await queries.countQuestions(tx, which),
    tags: await queries.tagsInUse(tx),
  }
}

export async function seeQuestion(context: Context, { questionId, version }: In<typeof contract.seeQuestion>) {
  readers(context)
  const { tx } = context
  const question = found(await queries.questionById(tx, questionId, version))
  return { ...question, versions: await queries.versionsOf(tx, questionId) }
}

export async function addQuestion(context: Context, input: In<typeof contract.addQuestion>): Promise<Question> {
  keepers(context)
  refuse(questionRefusal(input))
  const { tx, now, me } = context
  const [kept] = await keepNew({ tx, now, by: me.id }, [input])
  return found(await queries.questionById(tx, found(kept).id))
}

export async function changeQuestion(context: Context, input: In<typeof contract.changeQuestion>): Promise<Question> {
  keepers(context)
  const { tx, now, me } = context
  const { questionId, ...given } = input
  found(await queries.holdQuestion(tx, questionId))
  const { kind, version, ...was } = found(await queries.questionById(tx, questionId))
  const fields = { ...given, keys: { ...given.keys, ...(was.keys.rules ? { rules: was.keys.rules } : {}) } }
  const question = { kind, ...fields }
  refuse(questionRefusal(question))
  const digest = digestOf(question)
  const same = (one: Pick<Question, 'tags' | 'difficulty' | 'source'>) => [one.tags, one.difficulty, one.source].join()
  refuse(digest === digestOf({ kind, ...was }) && same(fields) === same(was) ? 'nothingChanged' : null)
  const number = version + 1
  const made = { questionId, number, digest, search: searchOf(question), changedBy: me.id, changedAt: now }
  await queries.insertVersions(tx, [{ ...fields, ...made }])
  await queries.setVersion(tx, questionId, number)
  return found(await queries.questionById(tx, questionId))
}

export const retireQuestion = (context: Context, { questionId }: In<typeof contract.retireQuestion>) =>
  setRetired(context, questionId, context.now)

export const bringBackQuestion = (context: Context, { questionId }: In<typeof contract.bringBackQuestion>) =>
  setRetired(context, questionId, null)

async function setRetired(context: Context, questionId: string, at: Date | null): Promise<{ done: true }> {
  keepers(context)
  found(await queries.holdQuestion(context.tx, questionId))
  await queries.setRetired(context.tx, questionId, at)
  return { done: true }
}

export async function questionsFile(context: Context, input: In<typeof contract.questionsFile>): Promise<Download> {
  readers(context)
  const { format, ...which } = input
  const name = sayIn(context.me.language, bankWords.questions)
  const questions = await queries.questionsChosen(context.tx, which)
  return format === 'qti'
    ? { name: `${name}.zip`, type: 'application/zip', body: await packageOf(questions) }
    : { name: `${name}.xlsx`, type: workbookType, body: await workbookOf(questions, context) }
}

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A row is written only where it reads back as the same question. */
async function workbookOf(questions: readonly Question[], { me }: Context): Promise<Buffer> {
  const rows = questions.flatMap((question) => {
    const row = rowOf(question)
    const back = questionOf(row)
    return !isProblem(back) && digestOf(back) === digestOf(lettered(question)) ? [row] : []
  })
  const used = questionColumns.filter(
    ({ key }) =>
      !/^(?:option[A-H]|options|targets|answer|stem|explanation)(?:En)?$/.test(key) || rows.some((row) => row[key]),
  )
  const cellOf = (row: (typeof rows)[number], { key, choices }: (typeof used)[number]): string | number | null => {
    const value = row[key] ?? null
    const words = choices?.[String(value)]
    return words ? (words.find((word) => /\p{Script=Han}/u.test(word) === (me.language !== 'en')) ?? value) : value
  }
  return writeWorkbook({
    name: sayIn(me.language, bankWords.questions),
    head: used.map(({ label }) => sayIn(me.language, label)),
    rows: rows.map((row) => used.map((column) => cellOf(row, column))),
  })
}
