import type { Context } from '../../../../platform/context.ts'
import { writeOfficialDocument } from '../../../../platform/document/write.ts'
import type { Download } from '../../../../platform/endpoint.ts'
import { readReview } from '../seeing/actions.ts'
import { asDocument } from './rules.ts'

/** In the layout of an official document. */
export async function reviewFile(context: Context, { reviewId }: { reviewId: string }): Promise<Download> {
  const { language, timeZone } = context.me
  const document = asDocument(await readReview(context, { reviewId }), { language, timeZone })
  return {
    name: `${document.title.join('')}.docx`,
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    body: await writeOfficialDocument(document),
  }
}
