import { packed } from './archive.ts'

/** A table on a sheet of its own: a head that stays in sight, and rows of texts and numbers. */
export type Page = {
  name: string
  /** Words in the file's particulars by which it is found again. */
  mark?: string
  head: readonly string[]
  rows: readonly (readonly (string | number | null)[])[]
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const declared = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** What XML cannot hold is left out; a cell holds 32,767 characters. */
const escaped = (text: string): string =>
  text
    .slice(0, 32_767)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that XML forbids
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

const cell = (value: string | number | null, style: number): string => {
  if (value === null || value === '') return '<c/>'
  if (typeof value === 'number') return `<c s="${style}"><v>${value}</v></c>`
  // Texts stand in their cell as texts: none is ever taken for a formula.
  return `<c s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`
}
const line = (cells: readonly (string | number | null)[], style: number): string =>
  `<row>${cells.map((value) => cell(value, style)).join('')}</row>`

/** A Chinese character is as wide as two digits; broad enough for most of the column, never for an essay. */
const width = (texts: (string | number | null | undefined)[]): number => {
  const widths = texts.map((text) => [...String(text ?? '')].reduce((sum, c) => sum + (c < '\u2e80' ? 1 : 2), 0))
  return Math.min(60, Math.max(6, ...widths) + 2)
}

function sheet({ head, rows }: Page): string {
  const sample = rows.slice(0, 200)
  const columns = head.map((title, i) => {
    const broad = width([title, ...sample.map((row) => row[i])])
    return `<col min="${i + 1}" max="${i + 1}" width="${broad}" customWidth="1"/>`
  })
  return `${declared}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData>${line(head, 1)}${rows.map((row) => line(row, 0)).join('')}</sheetData></worksheet>`
}

const styles = `${declared}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/></font><font><b/><sz val="11"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf fontId="1" applyFont="1"/></cellXfs></styleSheet>`

/** A workbook of one sheet, for programs that open workbooks. */
export async function writeWorkbook(page: Page): Promise<Buffer> {
  const name = escaped(page.name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31)) || '1'
  const part = (path: string, type: string) => `<Override PartName="${path}" ContentType="${kind}.${type}+xml"/>`
  const link = (id: string, type: string, to: string) =>
    `<Relationship Id="${id}" Type="${relations}/${type}" Target="${to}"/>`
  const core = 'docProps/core.xml'
  const files: Record<string, string> = {
    '[Content_Types].xml': `${declared}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part('/xl/workbook.xml', 'sheet.main')}${part('/xl/worksheets/sheet1.xml', 'worksheet')}${part('/xl/styles.xml', 'styles')}<Override PartName="/${core}" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`,
    '_rels/.rels': `${declared}<Relationships xmlns="${packages}/relationships">${link('r1', 'officeDocument', 'xl/workbook.xml')}<Relationship Id="r2" Type="${packages}/relationships/metadata/core-properties" Target="${core}"/></Relationships>`,
    [core]: `${declared}<cp:coreProperties xmlns:cp="${packages}/metadata/core-properties"><cp:keywords>${escaped(page.mark ?? '')}</cp:keywords></cp:coreProperties>`,
    'xl/workbook.xml': `${declared}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="${name}" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${declared}<Relationships xmlns="${packages}/relationships">${link('r1', 'worksheet', 'worksheets/sheet1.xml')}${link('r2', 'styles', 'styles.xml')}</Relationships>`,
    'xl/styles.xml': styles,
    'xl/worksheets/sheet1.xml': sheet(page),
  }
  return packed(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)] as const))
}
