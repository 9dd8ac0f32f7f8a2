import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { carryOut, openImport } from '../modules/imports/actions.ts'
import type { ImportCard, Outcome, Progress } from '../modules/imports/contract.ts'
import { importRefusals, records, rowRefusals, rowWarnings } from '../modules/imports/messages.ts'
import { wordsFor } from '../modules/imports/rules.ts'
import { createTenant } from '../modules/organizations/actions.ts'
import { readConfig } from '../platform/config.ts'
import type { Context } from '../platform/context.ts'
import type { Db } from '../platform/database.ts'
import type { StoredFile } from '../platform/endpoint.ts'
import { Refused } from '../platform/errors.ts'
import { fileStore, keepFilesIn } from '../platform/files.ts'
import type { Language, Values, Words } from '../platform/i18n.ts'
import { sayIn } from '../platform/i18n.ts'
import type { Life } from '../platform/life.ts'
import { perform } from '../platform/perform.ts'
import { Stop } from '../platform/stop.ts'
import { kindOfFile } from '../platform/workbook/archive.ts'
import { WorkbookRefused } from '../platform/workbook/refusal.ts'
import { openPlatform, tenantNamed } from './platform.ts'

const words = {
  done: [
    '{created} new, {updated} changed, {unchanged} the same; {refused} rows refused, {warnings} warnings.',
    '新增 {created} 条，更新 {updated} 条，无变化 {unchanged} 条；退回 {refused} 行，提示 {warnings} 条。',
  ],
  tried: ['This was a trial: nothing was changed.', '以上为试导入，未做任何更改。'],
  table: ['{sheet}: {kind}', '{sheet}：{kind}'],
  unknown: ['not known what this is, left out', '无法判断内容，已略过'],
  row: ['  {sheet}, row {row}: {message}', '  {sheet} 第 {row} 行：{message}'],
  refused: ['Refused:', '退回：'],
  warnings: ['Warnings:', '提示：'],
  more: ['  … and {count} more; --json lists them', '  ……另有 {count} 条，见 --json'],
} satisfies Record<string, Words>

const mostShown = 40

const languageOf = (locale = process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || ''): Language =>
  locale.startsWith('en') || locale === 'C' || locale.startsWith('C.') || locale === '' ? 'en' : 'zh-CN'

/** Imports files into an office: the same door as on the page, with a progress bar on a terminal. */
export async function importFiles(args: string[], life: Life): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      tenant: { type: 'string' },
      'dry-run': { type: 'boolean' },
      json: { type: 'boolean' },
      'people-in': { type: 'string' },
    },
  })
  if (positionals.length === 0)
    throw new Stop(['Which file? npm run linli -- import FILE…', '请指定文件：npm run linli -- import 文件…'])
  const language = languageOf()
  try {
    // A file that is none is refused before anything else is begun.
    for (const path of positionals) await readableFile(path)
    const platform = await openPlatform(life)
    const tenantId = await officeOf(platform.db, values.tenant)
    const files = await storeFiles(positionals)
    const does = <T>(name: string, work: (context: Context) => Promise<T>) =>
      perform(
        platform,
        { name, tenantId, language, detail: { input: { files: files.map((file) => file.name) } } },
        work,
      )
    const run = await does('startImport', (context) => openImport(context, files, peopleIn(values['people-in'])))
    const trial = values['dry-run'] ?? false
    const bar = process.stderr.isTTY ? showProgress : undefined
    const card = await does(trial ? 'tryImport' : 'carryOutImport', (context) => carryOut(context, run.id, trial, bar))
    bar?.({ share: 1, rows: card.outcome?.rows ?? 0, phase: 'none' })
    if (values.json) tellJson(card, trial, language)
    else tell(card, trial, language)
    return 0
  } catch (error) {
    const reason = error instanceof Refused || error instanceof WorkbookRefused ? error.reason : null
    const said = reason ? importRefusals[reason] : undefined
    if (!reason || !said) throw error
    if (!values.json) throw new Stop(said)
    const message = sayIn(language, said)
    const empty = { created: 0, updated: 0, unchanged: 0, refused: [], warnings: [] }
    process.stdout.write(`${JSON.stringify({ ...empty, error: { reason, message } }, null, 1)}\n`)
    return 1
  }
}

async function readableFile(path: string): Promise<void> {
  const found = await stat(path).catch(() => null)
  if (!found?.isFile()) throw new Stop([`There is no file '${path}'.`, `没有“${path}”这个文件。`])
  await kindOfFile(path)
}

/** '.' is the office itself. */
const peopleIn = (name: string | undefined): string | null => (name === '.' ? '' : (name ?? null))

/** Where there is no office yet, the workbook is the beginning of one. */
async function officeOf(db: Db, slug: string | undefined): Promise<string> {
  const any = await db.selectFrom('tenant').select('id').limit(1).executeTakeFirst()
  if (any || slug) return (await tenantNamed(db, slug)).id
  return (await createTenant(db, { name: '邻里', slug: 'linli' }, new Date())).tenantId
}

async function storeFiles(paths: readonly string[]): Promise<StoredFile[]> {
  const store = fileStore(join(readConfig().data, 'files'))
  keepFilesIn(store)
  const files: StoredFile[] = []
  for (const path of paths) {
    const { size } = await stat(path)
    files.push({ ...(await store.save(createReadStream(path), size)), name: basename(path) })
  }
  return files
}

function showProgress({ share, rows, phase }: Progress): void {
  const width = 30
  const full = Math.round(share * width)
  process.stderr.write(`\r[${'█'.repeat(full)}${'·'.repeat(width - full)}] ${Math.round(share * 100)}% ${rows}`)
  if (phase === 'none') process.stderr.write('\n')
}

const inWords = (all: Record<string, Words>, language: Language) => (row: Outcome['refused'][number]) => ({
  ...row,
  message: sayIn(language, wordsFor(all, row.reason), row.values as Values),
})

function tellJson({ outcome, id, tables }: ImportCard, trial: boolean, language: Language): void {
  if (!outcome) return
  const told = {
    import: id,
    dryRun: trial,
    created: outcome.created,
    updated: outcome.updated,
    unchanged: outcome.unchanged,
    rows: outcome.rows,
    records: outcome.records,
    refused: outcome.refused.map(inWords(rowRefusals, language)),
    refusedRows: outcome.refusedRows,
    warnings: outcome.warnings.map(inWords(rowWarnings, language)),
    warningCount: outcome.warningCount,
    tables: tables.map(({ sheet, kind, headingRow, asked }) => ({ sheet, kind, headingRow, asked })),
  }
  process.stdout.write(`${JSON.stringify(told, null, 1)}\n`)
}

function tell({ outcome, tables, kinds }: ImportCard, trial: boolean, language: Language): void {
  if (!outcome) return
  const say = (what: Words, values?: Values) => process.stdout.write(`${sayIn(language, what, values)}\n`)
  for (const { sheet, kind } of tables) {
    const label = kinds.find((own) => own.kind === kind)?.label ?? words.unknown
    say(words.table, { sheet, kind: sayIn(language, label) })
  }
  for (const [record, count] of Object.entries(outcome.records))
    process.stdout.write(
      `  ${sayIn(language, wordsFor(records, record))}: ${count.created} + ${count.updated} + ${count.unchanged}\n`,
    )
  const lists = [
    { title: words.refused, rows: outcome.refused.map(inWords(rowRefusals, language)) },
    { title: words.warnings, rows: outcome.warnings.map(inWords(rowWarnings, language)) },
  ]
  for (const { title, rows } of lists) {
    if (rows.length > 0) say(title)
    for (const { sheet, row, message } of rows.slice(0, mostShown)) say(words.row, { sheet, row, message })
    if (rows.length > mostShown) say(words.more, { count: rows.length - mostShown })
  }
  const { created, updated, unchanged, refusedRows: refused, warningCount: warnings } = outcome
  say(words.done, { created, updated, unchanged, refused, warnings })
  if (trial) say(words.tried)
}
