import { TemplateHandler } from 'easy-template-x'
import type { Context } from '../../../../platform/context.ts'
import type { OfficialDocument } from '../../../../platform/document/contract.ts'
import type { Pictures } from '../../../../platform/document/pictures.ts'
import { chartTable, writtenDate } from '../../../../platform/document/rules.ts'
import { writeOfficialDocument } from '../../../../platform/document/write.ts'
import { found } from '../../../../platform/errors.ts'
import { figures } from '../../../indicators/actions.ts'
import { type Figure, Question } from '../../../indicators/contract.ts'
import { listIndicators } from '../../../indicators/named/actions.ts'
import { parsePeriod, periodWords } from '../../../indicators/period/rules.ts'
import { partsBelow } from '../../writing/settled/actions.ts'
import type { Settled } from '../../writing/settled/contract.ts'
import { ownTags, partNameTag, partsTag } from '../rules.ts'
import { type Body, bodyOf, withPictures } from './pictures/actions.ts'

type Template = {
  template: Buffer
  tags: readonly string[]
  settled: Settled
  document: OfficialDocument
  pictures: Pictures
}
type TagValues = { [tag: string]: string | TagValues[] }

/**
 * The office's own Word file with its tags filled, and the figures that it asked for. Tags are names and nothing else: a
 * template cannot calculate, fetch or run anything.
 */
export async function filled(context: Context, { template, tags, settled, document, pictures }: Template) {
  const { language, period, scope } = settled
  const at = language === 'en' ? 0 : 1
  const counted: Figure[] = []
  const named = (await listIndicators(context, { q: '', retired: 'no' })).filter(({ name }) =>
    name.some((one) => tags.includes(one)),
  )
  const figuresOf = async (scopeId: string): Promise<TagValues> => {
    const all = await figures(
      context,
      named.map(({ question: { by: _, ...question } }) => Question.parse({ ...question, period, scope: scopeId })),
    )
    counted.push(...all)
    return Object.fromEntries(named.flatMap(({ name }, i) => name.map((one) => [one, found(all[i]).written[at]])))
  }
  const under = (names: readonly string[], text: string): TagValues =>
    Object.fromEntries(names.map((one) => [one, text]))
  const known = parsePeriod(period)
  const values: TagValues = {
    ...under(ownTags.title, settled.title.join(language === 'en' ? ': ' : '')),
    ...under(ownTags.period, known ? periodWords(known)[at] : period),
    ...under(ownTags.scope, scope.name),
    ...under(ownTags.date, document.signature ? writtenDate(language, document.signature.date) : ''),
    ...(await figuresOf(scope.id)),
  }
  if (partsTag.some((tag) => tags.includes(tag))) {
    const rows: TagValues[] = []
    for (const { id, name } of await partsBelow(context, scope.id))
      rows.push({ ...under(partNameTag, name), ...(await figuresOf(id)) })
    for (const tag of partsTag) values[tag] = rows
  }
  const wanted = ownTags.body.filter((tag) => tags.includes(tag))
  const body = wanted.length > 0 ? await asBody(document, pictures) : { xml: '', pictures: new Map() }
  const raw = { _type: 'rawXml', xml: body.xml, replaceParagraph: true }
  const whole = Object.fromEntries(wanted.map((tag) => [tag, raw]))
  const file = await new TemplateHandler().process(template, { ...values, ...whole })
  return { file: await withPictures(file, body), figures: counted }
}

/** The paragraphs, tables and pictures of the document as they stand in its own Word file; a chart as its numbers. */
async function asBody(document: OfficialDocument, pictures: Pictures): Promise<Body> {
  const blocks = document.blocks.map((block) => (block.kind === 'chart' ? chartTable(block) : block))
  const { signature: _, ...unsigned } = document
  const docx = await writeOfficialDocument({ ...unsigned, title: [''], blocks, attachments: [] }, pictures)
  const body = await bodyOf(docx)
  // The empty title and the line below it belong to the document of its own.
  return { ...body, xml: body.xml.replace(/^(<w:p>.*?<\/w:p>){2}/s, '') }
}
