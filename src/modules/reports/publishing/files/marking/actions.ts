import { openArchive, packed, wholeBytes } from '../../../../../platform/workbook/archive.ts'

const core = 'docProps/core.xml'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const plain = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="${packages}/metadata/core-properties"></cp:coreProperties>`

/** The same Word file with the mark among its particulars, whatever program the office's template came from. */
export async function withMark(docx: Buffer, mark: string): Promise<Buffer> {
  const parts = await partsOf(docx)
  if (!parts.has(core)) {
    const type = `<Override PartName="/${core}" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>`
    const link = `<Relationship Id="linliCore" Type="${packages}/relationships/metadata/core-properties" Target="${core}"/>`
    change(parts, '[Content_Types].xml', (text) => text.replace('</Types>', `${type}</Types>`))
    change(parts, '_rels/.rels', (text) => text.replace('</Relationships>', `${link}</Relationships>`))
    parts.set(core, Buffer.from(plain))
  }
  change(parts, core, (text) =>
    text
      .replace(/<cp:keywords\s*\/>|<cp:keywords>[^<]*<\/cp:keywords>/, '')
      .replace('</cp:coreProperties>', `<cp:keywords>${mark}</cp:keywords></cp:coreProperties>`),
  )
  return packed(parts)
}

export function change(parts: Map<string, Buffer>, name: string, by: (text: string) => string): void {
  parts.set(name, Buffer.from(by((parts.get(name) ?? Buffer.alloc(0)).toString('utf8'))))
}

export async function partsOf(docx: Buffer): Promise<Map<string, Buffer>> {
  const archive = await openArchive(docx)
  try {
    const parts = new Map<string, Buffer>()
    for (const name of archive.names) {
      if (!name.endsWith('/')) parts.set(name, await wholeBytes(archive, name, archive.size(name)))
    }
    return parts
  } finally {
    archive.close()
  }
}
