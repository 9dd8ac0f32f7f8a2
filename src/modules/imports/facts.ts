import { sql } from 'kysely'
import type { Fact } from '../../platform/facts.ts'
import { rowRefusals } from './messages.ts'

/** A refused row is no record of its own, so its words are told without the cell's text. */
const reasons = Object.fromEntries(
  Object.entries(rowRefusals).map(([reason, [en, zh]]) => [
    reason,
    [en.replace(/[“"]?\{\w+\}[”"]?/g, '…'), zh.replace(/[“"]?\{\w+\}[”"]?/g, '…')] as const,
  ]),
)

/** The rows that the last import refused: they stand until the next one. */
const refusedRow: Fact = {
  name: 'refusedRow',
  words: ['rows refused by the last import', '最近一次导入退回的行'],
  verb: ['of', '的'],
  time: 'span',
  source: (tx) =>
    tx
      .selectFrom(
        tx
          .selectFrom('importRun')
          .where('state', '=', 'done')
          .orderBy('finishedAt', 'desc')
          .limit(1)
          .select(['id', 'outcome'])
          .as('r'),
      )
      .innerJoin(
        sql<{ refused: RowOfOutcome; number: number }>`
          lateral jsonb_array_elements(r.outcome -> 'refused') with ordinality`.as<'w'>(sql`w(refused, number)`),
        (join) => join.onTrue(),
      )
      .select([
        sql<string>`r.id || ':' || w.number`.as('id'),
        // what an import refuses belongs to the whole office
        (eb) => eb.selectFrom('organization').select('path').orderBy(sql`length(path)`).limit(1).as('path'),
        sql<string>`w.refused ->> 'file'`.as('file'),
        sql<string>`w.refused ->> 'sheet'`.as('sheet'),
        sql<number>`(w.refused ->> 'row')::integer`.as('row'),
        sql<string>`w.refused ->> 'reason'`.as('reason'),
        'r.id as run',
        sql<null>`null::date`.as('fromDate'),
        sql<null>`null::date`.as('toDate'),
      ]),
  columns: {
    sheet: { words: ['Sheet', '工作表'], type: 'text', phrase: ['on the sheet “{value}”', '工作表“{value}”中'] },
    row: { words: ['Row', '行号'], type: 'number' },
    reason: { words: ['Why', '原因'], type: 'choice', values: reasons },
    file: { words: ['File', '文件'], type: 'text' },
  },
  measures: {
    count: {
      words: ['Number of', '数'],
      unit: ['{count, plural, one {{n} row} other {{n} rows}}', '{n}行'],
      kind: 'count',
    },
  },
  shows: ['sheet', 'row', 'reason', 'file'],
  link: '/import/:run',
}

type RowOfOutcome = { file: string; sheet: string; row: number; reason: string }

export const facts: readonly Fact[] = [refusedRow]
