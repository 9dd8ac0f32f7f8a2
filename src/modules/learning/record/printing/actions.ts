import { type Language, sayIn } from '../../../../platform/i18n.ts'
import { dayIn } from '../../../../platform/zone.ts'
import { chineseFont } from '../../../credentials/certificate/fonts/actions.ts'
import { writtenDay, writtenTime } from '../../../credentials/rules.ts'
import type { MyRecord, RecordedYear } from '../contract.ts'
import { sumWords, recordWords as words } from '../messages.ts'
import { percentOf, sumsOf } from '../rules.ts'

const page = { size: 'A4' as const, margin: 56 }
const ink = { text: '#1d1b18', soft: '#6b655c', green: '#1F7A5C' }
type Reader = { language: Language; timeZone: string; now: Date }

/** The record on A4 sheets, in the reader's language. */
export async function printRecord(record: MyRecord, reader: Reader): Promise<Buffer> {
  const { default: PDFDocument } = await import('pdfkit')
  const { language, timeZone, now } = reader
  const title = sayIn(language, words.recordOf, { name: record.name })
  const sheet = new PDFDocument({
    ...page,
    info: { Title: title, Creator: 'Linli', CreationDate: now },
    lang: language,
  })
  const chunks: Buffer[] = []
  const whole = new Promise<Buffer>((done, fail) => {
    sheet.on('data', (chunk: Buffer) => chunks.push(chunk))
    sheet.on('end', () => done(Buffer.concat(chunks)))
    sheet.on('error', fail)
  })
  const { file, face } = chineseFont()
  sheet.registerFont('text', file, face).font('text')
  sheet.fontSize(22).fillColor(ink.text).text(title)
  const day = writtenDay(language, dayIn(timeZone, now))
  sheet
    .fontSize(10)
    .fillColor(ink.soft)
    .text(sayIn(language, words.asOf, { day }))
  for (const year of record.years) printYear(sheet, year, language)
  if (record.years.length === 0) sheet.moveDown().fontSize(12).text(sayIn(language, words.nothing))
  sheet.end()
  return whole
}

function printYear(sheet: PDFKit.PDFDocument, year: RecordedYear, language: Language): void {
  const line = (...texts: (string | null)[]): void => {
    const text = texts.filter((part) => part !== null).join(' · ')
    sheet.fontSize(11).fillColor(ink.text).text(text, { indent: 12 })
  }
  const on = (day: string): string => writtenDay(language, day)
  sheet
    .moveDown()
    .fontSize(16)
    .fillColor(ink.green)
    .text(sayIn(language, words.year, { year: String(year.year) }))
  const time = writtenTime(language, year.minutes)
  const sums = sumsOf(year).map(({ sum, n }) => sayIn(language, sumWords[sum], { n, time }))
  sheet.fontSize(11).fillColor(ink.soft).text(sums.join(' · '))
  sheet.moveDown(0.5)
  for (const { day, name, organizationName, place, of, team, prize } of year.contests)
    line(
      on(day),
      name,
      organizationName,
      prize,
      sayIn(language, words.place, { place, of }),
      team && sayIn(language, words.team, { team }),
    )
  for (const { doneOn, name, organizationName } of year.courses)
    line(on(doneOn), name, organizationName, sayIn(language, words.courseDone))
  for (const { passedOn, name, organizationName, best } of year.quizzes)
    line(
      on(passedOn),
      name,
      organizationName,
      sayIn(language, words.quizPassed),
      sayIn(language, words.best, { percent: percentOf(best) }),
    )
  for (const { day, topic, title, way } of year.sessions) line(on(day), topic ?? title, sayIn(language, words[way]))
}
