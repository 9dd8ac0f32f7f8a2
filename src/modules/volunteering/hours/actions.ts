import type { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { dayIn, instantOf, yearOf } from '../../../platform/zone.ts'
import { pathsOf } from '../../organizations/rules.ts'
import type { reviewHours as asked } from './contract.ts'
import * as queries from './queries.ts'

/** What is odd about hours of a year, for somebody to look at the records. Nothing is changed by it. */
export async function reviewHours({ tx, me, now }: Context, { year }: z.output<(typeof asked)['input']>) {
  const of = year ?? yearOf(dayIn(me.timeZone, now))
  const at = (y: number): Date => instantOf(`${y}-01-01`, '00:00', me.timeZone)
  const paths = pathsOf(me, 'seePeople')
  return { year: of, records: await queries.oddRecords(tx, paths, at(of), at(of + 1), me.timeZone) }
}
