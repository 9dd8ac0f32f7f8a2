import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { yearlyReportFile } from '../modules/reports/yearly/actions.ts'
import { languages } from '../platform/i18n.ts'
import type { Life } from '../platform/life.ts'
import { Stop } from '../platform/stop.ts'
import { readAsAuditor, yearGiven } from './reader.ts'

/** Writes the yearly report as a Word file in the layout of official documents. */
export async function writeReport(args: string[], life: Life): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      year: { type: 'string' },
      out: { type: 'string' },
      language: { type: 'string', default: 'zh-CN' },
      tenant: { type: 'string' },
    },
  })
  const language = languages.find((known) => known === values.language)
  if (positionals[0] !== 'yearly') throw new Stop(['Which report? report yearly', '请指定报告：report yearly'])
  if (!language) throw new Stop(['--language takes zh-CN or en', '--language 可为 zh-CN 或 en'])
  const year = yearGiven(values.year)
  const { name, body } = await readAsAuditor(
    life,
    { name: 'yearlyReportFile', tenant: values.tenant, language },
    (context) => yearlyReportFile(context, { year, language }),
  )
  const file = values.out ?? name
  await writeFile(file, body as Uint8Array).catch((error: NodeJS.ErrnoException) => {
    throw new Stop([`'${file}' cannot be written: ${error.code}`, `无法写入“${file}”：${error.code}`])
  })
  process.stdout.write(`${file}\n`)
  return 0
}
