import { expect, test } from 'vitest'
import { recalculate } from '../recalculating/rules.ts'
import { bookOf, partsToWrite } from '../rules.ts'
import { growthOf } from './rows/rules.ts'
import { growList } from './rules.ts'

const main =
  'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
const relation = (id: string, type: string, target: string, more = '') =>
  `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"${more}/>`
const relations = (...all: string[]) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`
const number = (at: string, value: number) => `<c r="${at}"><v>${value}</v></c>`
const formula = (at: string, text: string) => `<c r="${at}"><f>${text}</f><v>0</v></c>`

/** A list in rows 3 and 4 with everything around it that speaks of rows. */
const parts: Record<string, string> = {
  '[Content_Types].xml':
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/calcChain.xml" ContentType="x"/></Types>',
  '_rels/.rels': relations(relation('r1', 'officeDocument', 'xl/workbook.xml')),
  'xl/workbook.xml': `<workbook ${main}><sheets><sheet name="表 1" sheetId="1" r:id="r1"/><sheet name="汇总" sheetId="2" state="hidden" r:id="r2"/></sheets><definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">'表 1'!$A$1:$F$7</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">'表 1'!$1:$2</definedName><definedName name="总计">'表 1'!$C$5</definedName></definedNames><calcPr calcId="1"/><extLst/></workbook>`,
  'xl/_rels/workbook.xml.rels': relations(
    relation('r1', 'worksheet', 'worksheets/sheet1.xml'),
    relation('r2', 'worksheet', '/xl/worksheets/sheet2.xml'),
    relation('r3', 'calcChain', 'calcChain.xml'),
    relation('r4', 'externalLink', 'https://elsewhere.example/book.xlsx', ' TargetMode="External"'),
  ),
  'xl/calcChain.xml': '<calcChain/>',
  'xl/worksheets/sheet1.xml': `<?xml version="1.0"?>\n<worksheet ${main}><dimension ref="A1:F7"/><sheetViews><sheetView workbookViewId="0"><pane ySplit="2" topLeftCell="A3" state="frozen"/><selection activeCell="A7" sqref="A7"/></sheetView></sheetViews><sheetData><row r="2"><c r="A2" t="inlineStr"><is><t>序号</t></is></c></row><row r="3" ht="30" customHeight="1" spans="1:6"><c r="A3" s="4"/><c r="B3" t="inlineStr"><is><t>小时</t></is></c>${number('C3', 5)}<c r="D3"><f t="shared" ref="D3:D4" si="0">C3/$C$5</f><v>0</v></c><c r="E3" s="7"/></row><row r="4" ht="30"><c r="B4" t="inlineStr"><is><t>小时</t></is></c>${number('C4', 7)}<c r="D4"><f t="shared" si="0"/><v>0</v></c></row><row r="5">${formula('C5', 'SUM(C3:C4)')}${formula('D5', 'C3+C4')}${formula('E5', 'AVERAGE($C$3:$C$4)+C1')}${formula('F5', "COUNT('表 1'!C3:C4)&amp;&quot;C5&quot;")}</row><row r="7">${formula('A7', 'C5*2')}</row></sheetData><autoFilter ref="A2:D4"/><mergeCells count="3"><mergeCell ref="E3:F3"/><mergeCell ref="A5:B5"/><mergeCell ref="A7:F7"/></mergeCells><conditionalFormatting sqref="C3:C4"><cfRule type="expression" priority="1"><formula>C3&gt;$C$5</formula></cfRule></conditionalFormatting><dataValidations count="1"><dataValidation type="list" sqref="B3:B4 C7"><formula1>$A$7:$A$9</formula1></dataValidation></dataValidations><hyperlinks><hyperlink ref="A7" location="'表 1'!C5" display="x"/></hyperlinks><rowBreaks count="1"><brk id="5" max="16383" man="1"/></rowBreaks><drawing r:id="d1"/><legacyDrawing r:id="d2"/><tableParts count="1"><tablePart r:id="d3"/></tableParts><extLst><ext><x14:conditionalFormatting><xm:f>C5</xm:f><xm:sqref>C3:C4</xm:sqref></x14:conditionalFormatting></ext></extLst></worksheet>`,
  'xl/worksheets/_rels/sheet1.xml.rels': relations(
    relation('d1', 'drawing', '../drawings/drawing1.xml'),
    relation('d2', 'vmlDrawing', '../drawings/vml1.vml'),
    relation('d3', 'table', '../tables/table1.xml'),
    relation('d4', 'comments', '../comments1.xml'),
  ),
  'xl/worksheets/sheet2.xml': `<worksheet ${main}><sheetData><row r="1">${formula('A1', "'表 1'!C5+C5")}${formula('B1', "SUM('表 1'!C3:C4)")}</row></sheetData></worksheet>`,
  'xl/drawings/drawing1.xml':
    '<xdr:wsDr><xdr:twoCellAnchor><xdr:from><xdr:row>6</xdr:row></xdr:from><xdr:to><xdr:row>9</xdr:row></xdr:to></xdr:twoCellAnchor><xdr:twoCellAnchor editAs="oneCell"><xdr:from><xdr:row>0</xdr:row></xdr:from><xdr:to><xdr:row>5</xdr:row></xdr:to></xdr:twoCellAnchor></xdr:wsDr>',
  'xl/drawings/vml1.vml':
    '<xml><v:shape><x:ClientData><x:Anchor>1, 2, 6, 3, 4, 5, 8, 6</x:Anchor><x:Row>6</x:Row></x:ClientData></v:shape></xml>',
  'xl/tables/table1.xml': `<table ${main} ref="A2:D4"><autoFilter ref="A2:D4"/></table>`,
  'xl/comments1.xml': `<comments ${main}><commentList><comment ref="A7"/></commentList></comments>`,
  'xl/charts/chart1.xml': "<c:chartSpace><c:f>'表 1'!$C$3:$C$4</c:f></c:chartSpace>",
  'xl/media/image1.png': 'not changed',
}
const encoder = new TextEncoder()
const blank = () => bookOf(new Map(Object.entries(parts).map(([name, text]) => [name, encoder.encode(text)])))
type Book = ReturnType<typeof blank>
const text = (book: Book, part: string) => new TextDecoder().decode(partsToWrite(book).get(part))
const sheetOf = (book: Book) => {
  const [sheet] = book.sheets
  if (!sheet) throw new Error('there is one')
  return sheet
}
const grownBook = () => {
  const book = blank()
  growList(book, sheetOf(book), growthOf([{ first: 3, last: 4, wanted: 12 }]))
  return book
}
const formulaAt = (xml: string, cell: string) => new RegExp(`<c r="${cell}"[^>]*><f>([^<]*)</f>`).exec(xml)?.[1]

test('what is not touched is handed on byte for byte', () => {
  const book = blank()
  for (const [name, body] of partsToWrite(book)) expect(new TextDecoder().decode(body)).toBe(parts[name])
  for (const part of book.read.keys()) book.changed.add(part)
  for (const [name, body] of partsToWrite(book)) expect(new TextDecoder().decode(body)).toBe(parts[name])
})

test('rows below move, and formulas everywhere follow', () => {
  const xml = text(grownBook(), 'xl/worksheets/sheet1.xml')
  expect(formulaAt(xml, 'C15')).toBe('SUM(C3:C14)')
  expect(formulaAt(xml, 'D15')).toBe('SUM(C3:C14)')
  expect(formulaAt(xml, 'E15')).toBe('AVERAGE($C$3:$C$14)+C1')
  expect(formulaAt(xml, 'F15')).toBe("COUNT('表 1'!C3:C14)&amp;&quot;C5&quot;")
  expect(formulaAt(xml, 'A17')).toBe('C15*2')
  expect([3, 4, 8, 14].map((row) => formulaAt(xml, `D${row}`))).toEqual([
    'C3/$C$15',
    'C4/$C$15',
    'C8/$C$15',
    'C14/$C$15',
  ])
  const other = text(grownBook(), 'xl/worksheets/sheet2.xml')
  expect([formulaAt(other, 'A1'), formulaAt(other, 'B1')]).toEqual(["'表 1'!C15+C5", "SUM('表 1'!C3:C14)"])
})

test('new rows have the height, formats, merges and unit of the row that they are copied from', () => {
  const xml = text(grownBook(), 'xl/worksheets/sheet1.xml')
  expect(xml.match(/<row r="\d+" ht="30" customHeight="1"/g)).toHaveLength(11)
  expect(xml).toContain('<c r="A9" s="4"/>')
  expect(xml).toContain(
    '<mergeCell ref="E3:F3"/><mergeCell ref="A15:B15"/><mergeCell ref="A17:F17"/><mergeCell ref="E4:F4"/>',
  )
  expect(xml).toContain('<mergeCells count="13">')
  expect(xml.match(/<t>小时<\/t>/g)).toHaveLength(12)
  expect(xml).toContain('<c r="C13"></c>')
})

test('all that stands around says its new place', () => {
  const book = grownBook()
  const xml = text(book, 'xl/worksheets/sheet1.xml')
  for (const piece of [
    '<dimension ref="A1:F17"/>',
    'topLeftCell="A3"',
    'activeCell="A17" sqref="A17"',
    '<autoFilter ref="A2:D14"/>',
    'sqref="C3:C14"><cfRule type="expression" priority="1"><formula>C3&gt;$C$15</formula>',
    'sqref="B3:B14 C17"><formula1>$A$17:$A$19</formula1>',
    `ref="A17" location="'表 1'!C15"`,
    '<brk id="15"',
    '<xm:f>C15</xm:f><xm:sqref>C3:C14</xm:sqref>',
  ])
    expect(xml).toContain(piece)
  expect(text(book, 'xl/workbook.xml')).toContain(`'表 1'!$A$1:$F$17</definedName>`)
  expect(text(book, 'xl/workbook.xml')).toContain(`'表 1'!$1:$2</definedName>`)
  expect(text(book, 'xl/workbook.xml')).toContain(`'表 1'!$C$15</definedName>`)
  expect(text(book, 'xl/tables/table1.xml')).toContain('ref="A2:D14"><autoFilter ref="A2:D14"/>')
  expect(text(book, 'xl/comments1.xml')).toContain('ref="A17"')
  expect(text(book, 'xl/charts/chart1.xml')).toContain("'表 1'!$C$3:$C$14")
  const drawing = text(book, 'xl/drawings/drawing1.xml')
  expect(drawing.match(/<xdr:row>\d+/g)).toEqual(['<xdr:row>16', '<xdr:row>19', '<xdr:row>0', '<xdr:row>5'])
  expect(text(book, 'xl/drawings/vml1.vml')).toContain('<x:Anchor>1, 2, 16, 3, 4, 5, 18, 6</x:Anchor><x:Row>16</x:Row>')
  expect(text(book, 'xl/media/image1.png')).toBe('not changed')
})

test('simple formulas get their value, the chain is dropped and the rest is calculated on opening', () => {
  const book = grownBook()
  recalculate(book)
  const xml = text(book, 'xl/worksheets/sheet1.xml')
  expect(xml).toContain('<f>SUM(C3:C14)</f><v>12</v>')
  expect(xml).toContain(`&quot;C5&quot;</f><v>2C5</v>`)
  expect(text(book, 'xl/workbook.xml')).toContain('<calcPr calcId="1" fullCalcOnLoad="1"/><extLst/>')
  expect(partsToWrite(book).has('xl/calcChain.xml')).toBe(false)
  expect(text(book, 'xl/_rels/workbook.xml.rels')).not.toContain('calcChain')
  expect(text(book, '[Content_Types].xml')).not.toContain('calcChain')
})

test('a list of one row grows with its sum', () => {
  const book = blank()
  const sheet = sheetOf(book)
  growList(book, sheet, growthOf([{ first: 4, last: 4, wanted: 3 }]))
  expect(formulaAt(text(book, 'xl/worksheets/sheet1.xml'), 'C7')).toBe('SUM(C3:C6)')
})
