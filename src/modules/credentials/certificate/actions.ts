import QrCode from 'qrcode'
import { type Language, sayIn } from '../../../platform/i18n.ts'
import { dayIn } from '../../../platform/zone.ts'
import type { CredentialKind } from '../contract.ts'
import { kindWords } from '../messages.ts'
import { sentence, writtenDay, writtenTime } from '../rules.ts'
import { chineseFont } from './fonts/actions.ts'
import { certificateWords as words } from './messages.ts'

export type Printed = {
  id: string
  kind: CredentialKind
  title: string | null
  personName: string
  issuerName: string
  organizationName: string
  fromDate: string
  toDate: string
  minutes: number | null
  roles: readonly string[]
  issuedAt: Date
  expiresAt: Date | null
  revokedAt: Date | null
  timeZone: string
  /** The public page of this certificate. */
  address: string
}

const page = { width: 841.89, height: 595.28, edge: 34 }
const ink = { text: '#1d1b18', soft: '#6b655c', green: '#1F7A5C', red: '#B3261E', line: '#d8d1c5' }
const languages: readonly Language[] = ['zh-CN', 'en']

/** One sheet of A4, in both languages, with the QR code of its public page. */
export async function printCertificate(printed: Printed): Promise<Buffer> {
  const { default: PDFDocument } = await import('pdfkit')
  const font = chineseFont()
  const document = new PDFDocument({
    size: [page.width, page.height],
    margin: 0,
    info: {
      Title: `${sayIn('zh-CN', kindWords[printed.kind])} ${printed.personName}`,
      Author: printed.organizationName,
      Creator: 'Linli',
      CreationDate: printed.issuedAt,
    },
    lang: 'zh-CN',
  })
  const chunks: Buffer[] = []
  const whole = new Promise<Buffer>((done, fail) => {
    document.on('data', (chunk: Buffer) => chunks.push(chunk))
    document.on('end', () => done(Buffer.concat(chunks)))
    document.on('error', fail)
  })
  document.registerFont('text', font.file, font.face)
  document.font('text')
  frame(document)
  head(document, printed)
  body(document, printed)
  foot(document, printed, QrCode.create(printed.address, { errorCorrectionLevel: 'M' }).modules)
  document.end()
  return whole
}

type Sheet = PDFKit.PDFDocument

function frame(sheet: Sheet): void {
  const { width, height, edge } = page
  sheet.rect(0, 0, width, height).fill('#fffdf8')
  sheet
    .lineWidth(2)
    .strokeColor(ink.green)
    .rect(edge, edge, width - 2 * edge, height - 2 * edge)
    .stroke()
  const inner = edge + 6
  sheet
    .lineWidth(0.6)
    .rect(inner, inner, width - 2 * inner, height - 2 * inner)
    .stroke()
}

const centred = (sheet: Sheet, text: string, y: number, size: number, colour: string, spacing = 0): void => {
  sheet
    .fontSize(size)
    .fillColor(colour)
    .text(text, 90, y, { width: page.width - 180, align: 'center', characterSpacing: spacing })
}

function head(sheet: Sheet, { kind, issuerName, organizationName, revokedAt }: Printed): void {
  const names = [...new Set([issuerName, organizationName])]
  centred(sheet, names.join(' · '), 68, 15, ink.soft)
  centred(sheet, sayIn('zh-CN', kindWords[kind]), 96, 34, ink.text, 6)
  centred(sheet, sayIn('en', kindWords[kind]), 148, 15, ink.soft)
  if (revokedAt) centred(sheet, languages.map((l) => sayIn(l, words.revoked)).join(' · '), 52, 13, ink.red)
}

function body(sheet: Sheet, printed: Printed): void {
  const facts = { ...printed, period: { from: printed.fromDate, to: printed.toDate } }
  centred(sheet, printed.personName, 186, 30, ink.green, 4)
  centred(sheet, sentence('zh-CN', facts), 238, 16, ink.text)
  centred(sheet, sentence('en', facts), sheet.y + 8, 12, ink.soft)
  const rows: [keyof typeof words, (language: Language) => string][] = []
  if (printed.minutes !== null) rows.push(['time', (language) => writtenTime(language, printed.minutes ?? 0)])
  if (printed.roles.length > 0) rows.push(['roles', () => printed.roles.join('、')])
  if (printed.title) rows.push(['title', () => printed.title ?? ''])
  let y = Math.max(sheet.y + 26, 322)
  for (const [name, value] of rows) {
    const [zh, en] = [value('zh-CN'), value('en')]
    sheet.fontSize(11).fillColor(ink.soft)
    sheet.text(`${sayIn('zh-CN', words[name])} ${sayIn('en', words[name])}`, 90, y, { width: 200, align: 'right' })
    sheet
      .fillColor(ink.text)
      .text(zh === en ? zh : `${zh}  ·  ${en}`, 306, y, { width: 400, height: 34, ellipsis: true })
    y = Math.max(y + 22, sheet.y + 6)
  }
}

type Modules = { size: number; get: (row: number, column: number) => number }

function foot(sheet: Sheet, printed: Printed, modules: Modules): void {
  const [size, left, top] = [92, page.width - 90 - 92, 424]
  const cell = size / modules.size
  sheet.fillColor('#000000')
  for (let row = 0; row < modules.size; row++)
    for (let column = 0; column < modules.size; column++)
      if (modules.get(row, column)) sheet.rect(left + column * cell, top + row * cell, cell + 0.05, cell + 0.05)
  sheet.fill()
  sheet.link(left, top, size, size, printed.address)
  const day = dayIn(printed.timeZone, printed.issuedAt)
  const lines = [
    ...languages.map((l) => sayIn(l, words.issuedOn, { date: writtenDay(l, day) })),
    ...(printed.expiresAt
      ? languages.map((l) =>
          sayIn(l, words.validUntil, { date: writtenDay(l, dayIn(printed.timeZone, printed.expiresAt as Date)) }),
        )
      : []),
  ]
  sheet.fontSize(12).fillColor(ink.text).text(printed.organizationName, 90, 430, { width: 480 })
  sheet.fontSize(10).fillColor(ink.soft)
  for (let i = 0; i < lines.length; i += 2)
    sheet.text(lines.slice(i, i + 2).join('  ·  '), 90, sheet.y + 3, { width: 480 })
  sheet.fontSize(8.5).text(languages.map((l) => sayIn(l, words.signed)).join(' '), 90, sheet.y + 6, { width: 500 })
  sheet.text(`${sayIn('zh-CN', words.number)} ${sayIn('en', words.number)}: ${printed.id}`, 90, sheet.y + 2, {
    width: 500,
  })
  sheet.fontSize(8.5).text(languages.map((l) => sayIn(l, words.scan)).join('\n'), left - 34, top + size + 4, {
    width: size + 68,
    align: 'center',
  })
}
