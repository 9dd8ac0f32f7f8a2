import type { z } from 'zod'
import type { Context } from '../../../../platform/context.ts'
import { readableReport } from '../drafts/actions.ts'
import type * as contract from './contract.ts'
import type { Sitting } from './contract.ts'
import { Moments } from './moments/actions.ts'
import * as queries from './queries.ts'
import { lastOf, sittingsOf } from './rules.ts'

const page = 10

export async function readHistory(
  context: Context,
  { reportId, offset }: z.output<(typeof contract.readHistory)['input']>,
): Promise<z.output<(typeof contract.readHistory)['output']>> {
  await readableReport(context, reportId)
  const moments = await Moments.of(context, reportId)
  const all = sittingsOf(moments.changes)
  const sittings = all.slice(offset, offset + page).map((sitting): Sitting => {
    const { personId, from, to, first } = sitting
    return {
      person: personId && first.name !== null ? { id: personId, name: first.name } : null,
      from,
      to,
      seq: lastOf(sitting),
      lines: moments.changedBy(sitting),
    }
  })
  return {
    // What was only set in another form, or taken back at once, changed no word.
    sittings: sittings.filter(({ lines }) => lines.length > 0),
    next: all.length > offset + page ? offset + page : null,
    begun: await queries.begunBy(context.tx, reportId),
  }
}
