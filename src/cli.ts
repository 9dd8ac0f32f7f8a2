import { writeFileSync } from 'node:fs'
import { readConfig } from './platform/config.ts'
import { describeDatabase, generatedFile } from './platform/generate.ts'
import type { Words } from './platform/i18n.ts'
import { type Life, live } from './platform/life.ts'
import { openDatabase } from './platform/open.ts'
import { Stop } from './platform/stop.ts'

/** Reads its own arguments (node:util parseArgs), returns the exit code. What a command loads, it loads when it is called. */
type Command = { usage: string; does: Words; run: (args: string[], life: Life) => Promise<number> }

const commands: Record<string, Command> = {
  start: {
    usage: 'start [--demo]',
    does: ['Start Linli, as `npm start` does.', '启动邻里，与 npm start 相同。'],
    // launch.js starts src/main.ts itself, so this is reached only without it.
    run: async () => {
      throw new Stop(['Start Linli with: npm start', '请用 npm start 启动邻里。'])
    },
  },
  migrate: {
    usage: 'migrate',
    does: ["Bring the database up to this program's version.", '将数据库升级到本程序的版本。'],
    run: async (_, life) => {
      const database = await openDatabase(readConfig())
      life.closing('the database', database.leave)
      say('The database is up to date · 数据库已是最新版本')
      return 0
    },
  },
  generate: {
    usage: 'generate',
    does: ['Write the types of the database for developers.', '为开发者生成数据库类型。'],
    run: async (_, life) => {
      const database = await openDatabase(readConfig())
      life.closing('the database', database.leave)
      writeFileSync(generatedFile, await describeDatabase(database.ownerUrl))
      say(`${generatedFile}`)
      return 0
    },
  },
  verify: {
    usage: 'verify [--tenant NAME] [--head NUMBER:HASH] [--json]',
    does: [
      'Recompute the chain of the audit log and name the first entry that is missing or altered.',
      '重新计算审计日志链，指出第一条缺失或被改动的记录。',
    ],
    run: async (args, life) => (await import('./cli/verify.ts')).verifyAudit(args, life),
  },
  invite: {
    usage: 'invite NAME [--tenant NAME]',
    does: [
      'Print a one-time link for an administrator who cannot sign in any more.',
      '为无法登录的管理员生成一次性链接。',
    ],
    run: async (args, life) => (await import('./cli/invite.ts')).inviteAdministrator(args, life),
  },
  import: {
    usage: 'import FILE… [--dry-run] [--json] [--people-in ORGANIZATION] [--tenant NAME]',
    does: [
      'Take in workbooks and tables (.xlsx, .csv); with --dry-run, only say what would happen; with --people-in, also add people who are not on record (. is the office).',
      '导入工作簿与表格（.xlsx、.csv）；加 --dry-run 只预览结果；加 --people-in 将不在册的人员加入该组织（. 为本单位）。',
    ],
    run: async (args, life) => (await import('./cli/import.ts')).importFiles(args, life),
  },
  figures: {
    usage: 'figures --year YEAR [--json] [--tenant NAME]',
    does: ["Print a year's figures, each with its definition.", '打印某年的各项数字及其定义。'],
    run: async (args, life) => (await import('./cli/figures.ts')).printFigures(args, life),
  },
  figure: {
    usage: 'figure QUESTION [--by month|part|COLUMN] [--json] [--tenant NAME]',
    does: [
      'Print one figure, asked as in the address of a page: "fact=activity&measure=count&period=2023".',
      '按网址的写法查一个数字，例如："fact=activity&measure=count&period=2023"。',
    ],
    run: async (args, life) => (await import('./cli/figures.ts')).printFigure(args, life),
  },
  report: {
    usage: 'report yearly --year YEAR [--out FILE.docx] [--language zh-CN|en] [--tenant NAME]',
    does: [
      'Write the yearly report as a Word file in the layout of official documents.',
      '按公文格式生成年度工作报告（Word）。',
    ],
    run: async (args, life) => (await import('./cli/report.ts')).writeReport(args, life),
  },
  form: {
    usage:
      'form bind BLANK.xlsx [--json] · form fill BLANK.xlsx [--bindings B.json] --period 2023 --out FILLED.xlsx [--json]',
    does: [
      'Propose what the blanks of a form ask, or fill the form for a period.',
      '识别空白表格要填的内容，或按时段填写表格。',
    ],
    run: async (args, life) => (await import('./cli/form.ts')).workOnForm(args, life),
  },
  tallies: {
    usage: 'tallies rebuild|check [--tenant NAME]',
    does: [
      'Count what is kept of past months again, or compare it with the records and name the first difference.',
      '重新计算留存的往月计数，或与记录核对并指出第一处不一致。',
    ],
    run: async (args, life) => (await import('./cli/tallies.ts')).talliesOf(args, life),
  },
  'verify-report': {
    usage: 'verify-report FILE [--json] [--tenant NAME]',
    does: [
      'Say whether a file is a report that this office published: genuine, altered or unknown.',
      '核验文件是否为本单位发布的报告：属实、已被改动或无法确认。',
    ],
    run: async (args, life) => (await import('./cli/verify-report.ts')).verifyReportFile(args, life),
  },
  contest: {
    usage: 'contest verify ID [--json] [--tenant NAME]',
    does: [
      'Compute the scores and places of a contest again from the answers, and name every difference.',
      '根据作答重新计算竞赛的得分与名次，指出不一致之处。',
    ],
    run: async (args, life) => (await import('./cli/contest.ts')).verifyContestAgain(args, life),
  },
  help: { usage: 'help', does: ['Show this list.', '显示本列表。'], run: async () => help() },
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

function help(): number {
  say('npm run linli -- <command>\n')
  for (const { usage, does } of Object.values(commands)) say(`  ${usage}\n      ${does[0]}\n      ${does[1]}`)
  return 0
}

const [name = 'help', ...args] = process.argv.slice(2)
await live(async (life) => {
  const command = commands[name === '--help' || name === '-h' ? 'help' : name]
  if (command) return Promise.race([command.run(args, life), life.told.then(() => 130)])
  throw new Stop([
    `There is no command '${name}'. 'npm run linli -- help' lists them.`,
    `没有“${name}”这个命令。npm run linli -- help 会列出全部命令。`,
  ])
})
