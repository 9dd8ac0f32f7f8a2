import type { OfficialDocument, Picture } from '../../../../platform/document/contract.ts'
import { facesOf } from '../../../../platform/document/fonts.ts'
import { pictureIn } from '../../../../platform/document/picture.ts'
import type { Pictures } from '../../../../platform/document/pictures.ts'
import { writeOfficialDocument } from '../../../../platform/document/write.ts'
import { contentOf, keptFiles } from '../../../../platform/files.ts'
import { facesIn, facesMissing, pdfOf } from '../../../../platform/office.ts'
import { writeWorkbook } from '../../../../platform/workbook/write.ts'
import type { Settled } from '../../writing/settled/contract.ts'
import type { FileKind } from '../contract.ts'
import type { StoredFile } from '../queries.ts'
import { withMark } from './marking/actions.ts'
import { asDocument, asWorkbook, markOf } from './rules.ts'

export const typeOf: Record<FileKind, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  own: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
}

const largest = 200 * 2 ** 20

const endings: Record<FileKind, string> = { docx: '.docx', own: '（own）.docx', pdf: '.pdf', xlsx: '.xlsx' }

async function keep(
  kind: FileKind,
  settled: Settled,
  bytes: Uint8Array,
  faces: StoredFile['faces'],
): Promise<StoredFile> {
  const { hash } = await keptFiles().save(
    (async function* () {
      yield bytes
    })(),
    largest,
  )
  return { kind, hash, name: settled.title.join('') + endings[kind], faces }
}

export type Published = { id: string; settled: Settled; signature: NonNullable<OfficialDocument['signature']> }

/** The Word file and the workbook of all figures, and the office's own Word file if there is one, kept under their hashes. */
export async function makeFiles(published: Published, own: Buffer | null): Promise<StoredFile[]> {
  const { settled } = published
  const pictures = await picturesOf(settled)
  return [
    ...(own ? [await keep('own', settled, await withMark(own, markOf(published.id)), null)] : []),
    await keep('docx', settled, await writeOfficialDocument(asDocument(published), pictures), null),
    await keep('xlsx', settled, await writeWorkbook(asWorkbook(published)), null),
  ]
}

/** The pictures of a report as they lie in the file store. */
export async function picturesOf({ blocks }: Pick<Settled, 'blocks'>): Promise<Pictures> {
  const read = new Map<string, Picture | null>()
  for (const block of blocks) if (block.kind === 'picture') read.set(block.file, pictureIn(await contentOf(block.file)))
  return ({ file }) => read.get(file) ?? null
}

/** The PDF of a kept Word file, with the faces that it had to do without. */
export async function makePdf(settled: Settled, docxHash: string): Promise<StoredFile> {
  const pdf = await pdfOf(await contentOf(docxHash))
  const faces = { missing: await facesMissing(facesOf(settled.language)), used: facesIn(pdf) }
  return keep('pdf', settled, pdf, faces)
}
