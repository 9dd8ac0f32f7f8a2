import type { Context } from '../../../../platform/context.ts'
import type { Download } from '../../../../platform/endpoint.ts'
import { contentOf } from '../../../../platform/files.ts'
import { type Language, sayIn } from '../../../../platform/i18n.ts'
import { wallClock } from '../../../../platform/zone.ts'
import { chineseFont } from '../../../credentials/certificate/fonts/actions.ts'
import { applying, isFine } from '../../checklists/rules.ts'
import { gradeWords } from '../../findings/messages.ts'
import { seeCheck } from '../actions.ts'
import { valueWords } from '../answers/messages.ts'
import type { Check } from '../contract.ts'
import { checkStateWords, checkWords as words } from '../messages.ts'
import { photosOf } from '../queries.ts'

const ink = { text: '#1d1b18', soft: '#6b655c', late: '#a32b1d' }

/** The check on A4 sheets: every answer, what was found, and the photos. */
export async function printCheck(context: Context, { checkId }: { checkId: string }): Promise<Download> {
  const check = await seeCheck(context, { checkId })
  const { language, timeZone } = context.me
  const title = sayIn(language, words.printTitle, { place: check.place.name })
  const { default: PDFDocument } = await import('pdfkit')
  const info = { Title: title, Creator: 'Linli', CreationDate: context.now }
  const sheet = new PDFDocument({ size: 'A4', margin: 56, info, lang: language })
  const chunks: Buffer[] = []
  const whole = new Promise<Buffer>((done, fail) => {
    sheet.on('data', (chunk: Buffer) => chunks.push(chunk))
    sheet.on('end', () => done(Buffer.concat(chunks)))
    sheet.on('error', fail)
  })
  const { file, face } = chineseFont()
  sheet.registerFont('text', file, face).font('text')
  const write = (text: string, size = 11, colour = ink.text): void => {
    sheet.fontSize(size).fillColor(colour).text(text)
  }
  write(title, 20)
  write(
    [check.checklist.name, check.station, standing(check, language, timeZone)].filter(Boolean).join(' · '),
    10,
    ink.soft,
  )
  printAnswers(check, language, write)
  printHazards(check, language, write)
  for (const { file: hash } of await photosOf(context.tx, checkId)) {
    if (!hash) continue
    if (sheet.y > 480) sheet.addPage()
    sheet.moveDown().image(await contentOf(hash), { fit: [480, 280] })
  }
  sheet.end()
  return { name: `${title} ${check.plannedOn}.pdf`, type: 'application/pdf', body: await whole }
}

type Write = (text: string, size?: number, colour?: string) => void

const standing = (check: Check, language: Language, timeZone: string): string =>
  check.doneAt
    ? [
        sayIn(language, words.doneBy, {
          name: check.doneBy ?? '',
          day: wallClock(check.doneAt, timeZone).slice(0, 16).replace('T', ' '),
        }),
        sayIn(language, check.passed ? words.passed : words.failed),
        check.percent !== null && sayIn(language, words.percent, { n: check.percent }),
      ]
        .filter(Boolean)
        .join(' · ')
    : sayIn(language, checkStateWords[check.state])

function printAnswers({ content, answers }: Check, language: Language, write: Write): void {
  const asked = new Set(applying(content, answers ?? {}).map(({ id }) => id))
  for (const { title, questions } of content.sections) {
    write(' ', 6)
    if (title) write(title, 14)
    for (const one of questions.filter(({ id }) => asked.has(id))) {
      const answer = answers?.[one.id]
      const fine = isFine(one, answer?.value)
      const said = [valueWords(language, one, answer?.value ?? null), answer?.note].filter(Boolean).join(' · ')
      write(`${one.text}　${said}`, 11, fine === false ? ink.late : ink.text)
    }
  }
}

function printHazards({ hazards }: Check, language: Language, write: Write): void {
  write(' ', 6)
  write(sayIn(language, words.hazards), 14)
  if (hazards.length === 0) write(sayIn(language, words.noHazards))
  for (const { words: text, grade, place, owner, dueOn } of hazards) {
    const until = sayIn(language, words.openUntil, { name: owner ?? '', day: dueOn ?? '' })
    write([sayIn(language, gradeWords[grade]), place.name, text, until].join(' · '))
  }
}
