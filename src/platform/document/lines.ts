import { AlignmentType, type IParagraphOptions, type IRunOptions, LineRuleType, Paragraph, TextRun } from 'docx'
import type { OfficialDocument, Run } from './contract.ts'
import { type Face, face } from './fonts.ts'
import { messages } from './messages.ts'
import { page, size } from './rules.ts'

type Language = OfficialDocument['language']

/** A character of body text, in twips. */
export const em = size.no3 * 20 + page.characterSpacing
export const halfPoints = (points: number) => points * 2

/** Makes paragraphs of one line pitch, without bold, in the faces of one language. */
export class Lines {
  readonly language: Language

  constructor(language: Language) {
    this.language = language
  }

  run(font: Face, points: number): IRunOptions {
    return {
      font: font.name,
      size: halfPoints(points),
      italics: font.italic,
      characterSpacing: this.language === 'zh-CN' && points === size.no3 ? page.characterSpacing : 0,
      language: { value: 'en-GB', eastAsia: 'zh-CN' },
    }
  }

  line(runs: readonly Run[], font: Face, points: number, more: IParagraphOptions): Paragraph {
    const look = this.run(font, points)
    return new Paragraph({
      spacing: { line: page.linePitch, lineRule: LineRuleType.EXACT, before: 0, after: 0 },
      widowControl: false,
      overflowPunctuation: false,
      run: look,
      ...more,
      children: runs.map(({ text }) => new TextRun({ ...look, text })),
    })
  }

  centred = (text: string, font: Face, points: number): Paragraph =>
    this.line([{ text }], font, points, { alignment: AlignmentType.CENTER, keepNext: true })

  captionBelow = (text: string, font: Face, points: number): Paragraph =>
    this.line([{ text }], font, points, { alignment: AlignmentType.CENTER })

  plain = (runs: readonly Run[], more: IParagraphOptions = {}): Paragraph =>
    this.line(runs, face(this.language, 'body'), size.no3, { alignment: AlignmentType.BOTH, ...more })

  empty = (): Paragraph => this.plain([])

  /** Two characters in: 640 twips for programs that do not count in characters. */
  body = (runs: readonly Run[], more: IParagraphOptions = {}): Paragraph =>
    this.plain(runs, { indent: { firstLine: size.no3 * 2 * 20, firstLineChars: 200 }, ...more })

  heading(level: number, text: string): Paragraph {
    const indent = { firstLine: size.no3 * 2 * 20, firstLineChars: 200 }
    const font = face(this.language, level === 1 ? 'heading' : level === 2 ? 'subheading' : 'body')
    const outlineLevel = level - 1
    return this.line([{ text }], font, size.no3, {
      alignment: AlignmentType.BOTH,
      keepNext: true,
      outlineLevel,
      indent,
    })
  }

  /** A long name goes on below its own first character. */
  attachment(all: readonly string[], name: string, i: number): Paragraph {
    const word = messages.attachment[this.language === 'zh-CN' ? 1 : 0]
    const label = (i === 0 ? word : '') + (all.length > 1 ? `${i + 1}. ` : '')
    const before = em * (word.length + (all.length > 1 ? 1 : 0))
    const hanging = i === 0 ? before : all.length > 1 ? em : 0
    return this.plain([{ text: label + name }], {
      alignment: AlignmentType.LEFT,
      indent: { left: 2 * em + before, hanging },
    })
  }
}
