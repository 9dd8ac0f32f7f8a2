import { ZipFile } from 'yazl'

/** A cell as a test writes it: text, number, a date (as Excel keeps it), a formula's error, or with a number format of its own. */
export type CellPlan =
  | string
  | number
  | boolean
  | Date
  | null
  | undefined
  | { number: number; format: string }
  | { error: string }
  | { formula: string }
export type SheetPlan = {
  name: string
  rows: CellPlan[][]
  merges?: string[]
  hidden?: boolean
  hiddenRows?: number[]
}

const xml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
const letters = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : letters(Math.floor(column / 26) - 1) + letters(column % 26)

export type Habits = {
  shared?: boolean
  from1904?: boolean
  prefix?: string
  extra?: Record<string, string | Buffer>
  fewReferences?: boolean
}

/** Writes a small workbook, with shared or inline strings, in the namespace prefix and the date count asked for. */
export async function makeWorkbook(
  sheets: SheetPlan[],
  { shared = false, from1904 = false, prefix = '', extra = {}, fewReferences = false }: Habits = {},
): Promise<Buffer> {
  const strings: string[] = []
  const formats: string[] = ['yyyy-mm-dd']
  const p = prefix ? `${prefix}:` : ''
  const cell = (value: CellPlan, at: string): string => {
    const r = fewReferences ? '' : ` r="${at}"`
    if (value === null || value === undefined || value === '') return fewReferences ? `<${p}c/>` : ''
    if (typeof value === 'string') {
      if (!shared)
        return `<${p}c${r} t="inlineStr"><${p}is><${p}t xml:space="preserve">${xml(value)}</${p}t></${p}is></${p}c>`
      if (!strings.includes(value)) strings.push(value)
      return `<${p}c${r} t="s"><${p}v>${strings.indexOf(value)}</${p}v></${p}c>`
    }
    if (typeof value === 'number') return `<${p}c${r}><${p}v>${value}</${p}v></${p}c>`
    if (typeof value === 'boolean') return `<${p}c${r} t="b"><${p}v>${Number(value)}</${p}v></${p}c>`
    if (value instanceof Date) {
      const serial = (value.getTime() - Date.UTC(1899, 11, 30)) / 86_400_000 - (from1904 ? 1462 : 0)
      return `<${p}c${r} s="1"><${p}v>${serial}</${p}v></${p}c>`
    }
    if ('error' in value) return `<${p}c${r} t="e"><${p}f>1/0</${p}f><${p}v>${value.error}</${p}v></${p}c>`
    if ('formula' in value) return `<${p}c${r}><${p}f>${value.formula}</${p}f></${p}c>`
    if (!formats.includes(value.format)) formats.push(value.format)
    return `<${p}c${r} s="${formats.indexOf(value.format) + 1}"><${p}v>${value.number}</${p}v></${p}c>`
  }
  const main = `xmlns${prefix ? `:${prefix}` : ''}="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`
  const parts = sheets.map(({ rows, merges = [], hiddenRows = [] }) => {
    const data = rows.map((cells, i) => {
      const number = fewReferences ? '' : ` r="${i + 1}"`
      const hidden = hiddenRows.includes(i + 1) ? ' hidden="1"' : ''
      return `<${p}row${number}${hidden}>${cells.map((value, c) => cell(value, `${letters(c)}${i + 1}`)).join('')}</${p}row>`
    })
    const merged = merges.length
      ? `<${p}mergeCells count="${merges.length}">${merges.map((ref) => `<${p}mergeCell ref="${ref}"/>`).join('')}</${p}mergeCells>`
      : ''
    return `<?xml version="1.0" encoding="UTF-8"?><${p}worksheet ${main}><${p}dimension ref="A1:${letters(Math.max(...rows.map((r) => r.length), 1) - 1)}${rows.length}"/><${p}sheetData>${data.join('')}</${p}sheetData>${merged}</${p}worksheet>`
  })
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const files: Record<string, string | Buffer> = {
    '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>${sheets.map((_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`).join('')}${shared ? '<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>' : ''}</Types>`,
    '_rels/.rels': `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${relation}"><workbookPr${from1904 ? ' date1904="1"' : ''}/><sheets>${sheets.map(({ name, hidden }, i) => `<sheet name="${xml(name)}" sheetId="${i + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${sheets.map((_, i) => `<Relationship Id="rId${i + 1}" Type="${relation}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`).join('')}<Relationship Id="rIdS" Type="${relation}/styles" Target="styles.xml"/>${shared ? `<Relationship Id="rIdT" Type="${relation}/sharedStrings" Target="/xl/sharedStrings.xml"/>` : ''}</Relationships>`,
    'xl/styles.xml': `<?xml version="1.0"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="${formats.length}">${formats.map((code, i) => `<numFmt numFmtId="${164 + i}" formatCode="${xml(code)}"/>`).join('')}</numFmts><fonts count="1"><font/></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellXfs count="${formats.length + 1}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>${formats.map((_, i) => `<xf numFmtId="${164 + i}" fontId="0" fillId="0" borderId="0"><alignment wrapText="1"/></xf>`).join('')}</cellXfs></styleSheet>`,
    ...Object.fromEntries(parts.map((part, i) => [`xl/worksheets/sheet${i + 1}.xml`, part])),
    ...(shared
      ? {
          'xl/sharedStrings.xml': `<?xml version="1.0"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${strings.map((s) => `<si><r><t xml:space="preserve">${xml(s.slice(0, 1))}</t></r><r><rPr><b/></rPr><t xml:space="preserve">${xml(s.slice(1))}</t></r><rPh sb="0" eb="1"><t>yomi</t></rPh></si>`).join('')}</sst>`,
        }
      : {}),
    ...extra,
  }
  return zipOf(files)
}

/** Any files as a zip. */
export async function zipOf(files: Record<string, string | Buffer>): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [name, body] of Object.entries(files)) zip.addBuffer(Buffer.from(body), name)
  zip.end()
  const chunks: Buffer[] = []
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
