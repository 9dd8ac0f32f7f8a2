import { parseArgs } from 'node:util'
import { figure, figureSeries } from '../modules/indicators/actions.ts'
import { questionFrom } from '../modules/indicators/contract.ts'
import { yearByName, yearInFigures } from '../modules/reports/yearly/actions.ts'
import type { Life } from '../platform/life.ts'
import { Stop } from '../platform/stop.ts'
import { readAsAuditor, yearGiven } from './reader.ts'

/** The figures of a year: as sentences, or under the names that other programs read. */
export async function printFigures(args: string[], life: Life): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { year: { type: 'string' }, json: { type: 'boolean' }, tenant: { type: 'string' } },
  })
  const year = yearGiven(values.year)
  const text = await readAsAuditor(life, { name: 'yearInFigures', tenant: values.tenant }, async (context) => {
    if (values.json) return JSON.stringify(await yearByName(context, { year }), null, 1)
    const { figures } = await yearInFigures(context, { year })
    const at = context.me.language === 'en' ? 0 : 1
    return Object.values(figures)
      .map(({ definition, inWords }) => `${definition[at]}: ${inWords[at]}`)
      .join('\n')
  })
  process.stdout.write(`${text}\n`)
  return 0
}

/** One figure, asked as in the address of a page: 'fact=activity&measure=count&filter=kind%3Dstudy&period=2023'. */
export async function printFigure(args: string[], life: Life): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { by: { type: 'string' }, json: { type: 'boolean' }, tenant: { type: 'string' } },
  })
  const question = questionFrom(positionals[0] ?? '')
  if (!question)
    throw new Stop([
      'Ask as in an address: "fact=activity&measure=count&filter=kind%3Dstudy&period=2023".',
      '请按网址的写法提问：“fact=activity&measure=count&filter=kind%3Dstudy&period=2023”。',
    ])
  const { by, json, tenant } = values
  const text = await readAsAuditor(life, { name: 'figure', tenant }, async (context) => {
    const answer = by
      ? await figureSeries(context, { ...question, by })
      : { whole: await figure(context, question), parts: [] }
    if (json) return JSON.stringify(by ? answer : answer.whole, null, 1)
    const at = context.me.language === 'en' ? 0 : 1
    const { definition, inWords } = answer.whole
    return [
      `${definition[at]}: ${inWords[at]}`,
      ...answer.parts.map(({ label, written }) => `  ${label[at]}: ${written[at]}`),
    ].join('\n')
  })
  process.stdout.write(`${text}\n`)
  return 0
}
