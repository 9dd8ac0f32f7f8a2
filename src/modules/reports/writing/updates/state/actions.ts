import type * as Y from 'yjs'
import type { Context } from '../../../../../platform/context.ts'
import { BadInput } from '../../../../../platform/errors.ts'
import type { ReportDocument } from '../../contract.ts'
import { documentIn } from '../../rules.ts'
import * as queries from '../queries.ts'
import { jsonOf, sharedOf } from '../text/actions.ts'

/** The shared document of a report as its changes make it now. */
export async function sharedDocument({ tx }: Pick<Context, 'tx'>, reportId: string): Promise<Y.Doc> {
  const { snapshot, updates } = await queries.writtenSince(tx, reportId, -1)
  return sharedOf([...(snapshot ? [snapshot] : []), ...updates])
}

/** What a report says, by the model. */
export async function documentOf(context: Pick<Context, 'tx'>, reportId: string): Promise<ReportDocument> {
  const document = documentIn(jsonOf(await sharedDocument(context, reportId)))
  if (!document) throw new BadInput('documentBroken')
  return document
}
