import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { verifyReport } from '../modules/reports/publishing/verifying/actions.ts'
import {
  recordAltered,
  verdictWords,
  verifyReportWords as words,
} from '../modules/reports/publishing/verifying/messages.ts'
import { readConfig } from '../platform/config.ts'
import { fileStore, keepFilesIn } from '../platform/files.ts'
import { sayIn } from '../platform/i18n.ts'
import type { Life } from '../platform/life.ts'
import { Stop } from '../platform/stop.ts'
import { readAsAuditor } from './reader.ts'

/** Says whether a file is a report that this office published: exit code 0 genuine, 2 altered, 3 unknown. */
export async function verifyReportFile(args: string[], life: Life): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { tenant: { type: 'string' }, json: { type: 'boolean', default: false } },
  })
  const [path] = positionals
  if (!path) throw new Stop(['Which file? verify-report FILE', '请指定文件：verify-report 文件'])
  const content = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new Stop([`'${path}' cannot be read: ${error.code}`, `无法读取“${path}”：${error.code}`])
  })
  keepFilesIn(fileStore(join(readConfig().data, 'files')))
  const outcome = await readAsAuditor(life, { name: 'verifyReport', tenant: values.tenant }, (context) =>
    verifyReport(context, { content }),
  )
  process.stdout.write(values.json ? `${JSON.stringify(outcome, null, 2)}\n` : written(outcome))
  return { genuine: 0, altered: 2, unknown: 3 }[outcome.verdict]
}

function written({ verdict, report, reason, lines }: Awaited<ReturnType<typeof verifyReport>>): string {
  const both = (say: (language: 'en' | 'zh-CN') => string): string => `${say('en')} · ${say('zh-CN')}`
  const means = reason === 'record' ? recordAltered : verdictWords[verdict].means
  const told = [
    both((language) => sayIn(language, verdictWords[verdict].head)),
    both((language) => sayIn(language, means)),
    ...(report ? [`${report.title}  ${report.period}  ${report.publishedAt.toISOString()}  ${report.hash}`] : []),
    ...(lines ?? []).flatMap(({ was, is }) => [
      `- ${was ?? both((language) => sayIn(language, words.nothing))}`,
      `+ ${is ?? both((language) => sayIn(language, words.nothing))}`,
    ]),
  ]
  return `${told.join('\n')}\n`
}
