import { parseArgs } from 'node:util'
import { yearByName, yearInFigures } from '../modules/reports/yearly/actions.ts'
import type { Life } from '../platform/life.ts'
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
