import { packed } from '../../../../../platform/workbook/archive.ts'
import { change, partsOf } from '../../../publishing/files/marking/actions.ts'

const [main, links, types] = ['word/document.xml', 'word/_rels/document.xml.rels', '[Content_Types].xml'] as const
const office = 'http://schemas.openxmlformats.org/officeDocument/2006'
const drawing = `<w:drawing xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:r="${office}/relationships">`
const noLinks = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>`

/** What stands in a Word file, and its pictures by the names that the text knows them by: names that no other file has. */
export type Body = { xml: string; pictures: ReadonlyMap<string, { ending: string; data: Buffer }> }

export async function bodyOf(docx: Buffer): Promise<Body> {
  const parts = await partsOf(docx)
  const textOf = (name: string): string => parts.get(name)?.toString('utf8') ?? ''
  const text = textOf(main)
  const pictures = new Map<string, { ending: string; data: Buffer }>()
  const names = new Map<string, string>()
  for (const [link] of textOf(links).matchAll(/<Relationship\b[^>]*\/relationships\/image"[^>]*>/g)) {
    const [, id = ''] = /\bId="([^"]*)"/.exec(link) ?? []
    const [, target = ''] = /\bTarget="([^"]*)"/.exec(link) ?? []
    const data = parts.get(`word/${target}`)
    if (!data) continue
    const name = `linliPicture${pictures.size + 1}`
    names.set(id, name)
    pictures.set(name, { ending: target.slice(target.lastIndexOf('.') + 1).toLowerCase(), data })
  }
  const xml = text
    .slice(text.indexOf('<w:body>') + '<w:body>'.length, text.lastIndexOf('<w:sectPr'))
    .replaceAll('<w:drawing>', drawing)
    .replace(/\br:embed="([^"]*)"/g, (whole, id: string) => (names.has(id) ? `r:embed="${names.get(id)}"` : whole))
  return { xml, pictures }
}

/** The same Word file with these pictures, to which its text refers by name. */
export async function withPictures(docx: Buffer, { pictures }: Pick<Body, 'pictures'>): Promise<Buffer> {
  if (pictures.size === 0) return docx
  const parts = await partsOf(docx)
  if (!parts.has(links)) parts.set(links, Buffer.from(noLinks))
  for (const [name, { ending, data }] of pictures) {
    const link = `<Relationship Id="${name}" Type="${office}/relationships/image" Target="media/${name}.${ending}"/>`
    const type = `<Default Extension="${ending}" ContentType="image/${ending === 'png' ? 'png' : 'jpeg'}"/>`
    parts.set(`word/media/${name}.${ending}`, data)
    change(parts, links, (text) => text.replace('</Relationships>', `${link}</Relationships>`))
    const known = new RegExp(`<Default[^>]*\\bExtension="${ending}"`, 'i')
    change(parts, types, (text) => (known.test(text) ? text : text.replace(/(<Types\b[^>]*>)/, `$1${type}`)))
  }
  return packed(parts)
}
