import { readFile, stat, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { parsePeriod } from '../modules/indicators/period/rules.ts'
import { bindForm, fillForm } from '../modules/reports/forms/actions.ts'
import { type Binding, Bindings, type FilledCell } from '../modules/reports/forms/contract.ts'
import { formRefusals, gapWords } from '../modules/reports/forms/messages.ts'
import { Refused } from '../platform/errors.ts'
import { type Language, languages } from '../platform/i18n.ts'
import type { Life } from '../platform/life.ts'
import { Stop } from '../platform/stop.ts'
import { readAsAuditor } from './reader.ts'

const options = {
  json: { type: 'boolean' },
  bindings: { type: 'string' },
  period: { type: 'string' },
  out: { type: 'string' },
  tenant: { type: 'string' },
  language: { type: 'string', default: 'zh-CN' },
} as const

/** Proposes what a blank form asks, or fills it. */
export async function workOnForm(args: string[], life: Life): Promise<number> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options })
  const [verb, blank] = positionals
  if ((verb !== 'bind' && verb !== 'fill') || !blank)
    throw new Stop([
      'form bind BLANK.xlsx, or form fill BLANK.xlsx',
      '请使用 form bind 空表.xlsx，或 form fill 空表.xlsx',
    ])
  const language = languages.find((known) => known === values.language)
  if (!language) throw new Stop(['--language takes zh-CN or en', '--language 可为 zh-CN 或 en'])
  if (!(await stat(blank).catch(() => null))?.isFile())
    throw new Stop([`There is no file '${blank}'.`, `没有“${blank}”这个文件。`])
  try {
    return verb === 'bind' ? await bind(life, blank, values, language) : await fill(life, blank, values, language)
  } catch (error) {
    const said = error instanceof Refused ? formRefusals[error.reason] : undefined
    if (said) throw new Stop(said)
    throw error
  }
}

type Values = { json?: boolean; bindings?: string; period?: string; out?: string; tenant?: string }

async function bind(life: Life, blank: string, values: Values, language: Language): Promise<number> {
  const bindings = await readAsAuditor(life, { name: 'bindForm', tenant: values.tenant, language }, (context) =>
    bindForm(context, blank),
  )
  if (values.json) process.stdout.write(`${JSON.stringify({ version: 1, bindings }, null, 1)}\n`)
  else for (const binding of bindings) process.stdout.write(`${lineOf(binding, language)}\n`)
  return 0
}

function lineOf(binding: Binding, language: Language): string {
  const place = binding.kind === 'list' ? `${binding.first}–${binding.last}` : binding.cell
  return `${binding.sheet}!${place}  ${Math.round(binding.confidence * 100)}%  ${binding.reason[language === 'en' ? 0 : 1]}`
}

async function fill(life: Life, blank: string, values: Values, language: Language): Promise<number> {
  const period = values.period ?? ''
  if (!parsePeriod(period))
    throw new Stop(['Which period? --period 2023, 2023-Q1 or 2023-03', '请指定时段：--period 2023、2023-Q1 或 2023-03'])
  if (!values.out) throw new Stop(['Where to? --out FILLED.xlsx', '请指定输出文件：--out 已填.xlsx'])
  const given = values.bindings === undefined ? null : await bindingsIn(values.bindings)
  const { body, cells } = await readAsAuditor(
    life,
    { name: 'fillForm', tenant: values.tenant, language },
    async (context) =>
      fillForm(context, blank, given ?? (await bindForm(context, blank)), { period, scope: undefined }),
  )
  await writeFile(values.out, body).catch((error: NodeJS.ErrnoException) => {
    throw new Stop([`'${values.out}' cannot be written: ${error.code}`, `无法写入“${values.out}”：${error.code}`])
  })
  if (values.json)
    process.stdout.write(
      `${JSON.stringify({ file: values.out, period, cells: cells.map((cell) => toldOf(cell, language)) }, null, 1)}\n`,
    )
  else
    for (const cell of cells.filter(({ state }) => state === 'unfilled'))
      process.stdout.write(`${cell.sheet}!${cell.cell}  ${cell.label}  ${messageOf(cell, language)}\n`)
  return 0
}

const messageOf = ({ reason }: FilledCell, language: Language): string =>
  reason ? gapWords[reason][language === 'en' ? 0 : 1] : ''
const toldOf = (cell: FilledCell, language: Language) => ({
  ...cell,
  ...(cell.reason ? { message: messageOf(cell, language) } : {}),
})

async function bindingsIn(file: string): Promise<readonly Binding[]> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Stop([`There is no file '${file}'.`, `没有“${file}”这个文件。`])
  })
  const read = Bindings.safeParse(jsonOf(text))
  if (read.success) return read.data.bindings
  const [issue] = read.error.issues
  const where = issue ? `${issue.path.join('.')}: ${issue.message}` : ''
  throw new Stop([`'${file}' holds no bindings: ${where}`, `“${file}”不是有效的绑定：${where}`])
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
