import type { Bilingual } from '../../contract.ts'
import type { Element } from '../../processing/contract.ts'
import { textIn } from '../../processing/values/rules.ts'
import { blank, plain } from '../../rules.ts'
import type { LeftOut } from '../contract.ts'

type Language = 'en' | 'zh'
const lines = new Set(
  'p div li ul ol br tr table blockquote pre h1 h2 h3 h4 h5 h6 dt dd dl figure figcaption prompt content-body simple-choice simple-associable-choice hr'.split(
    ' ',
  ),
)
/** What is read elsewhere, or says the same again. */
const besides = new Set(['annotation', 'annotation-xml', 'simple-choice', 'simple-associable-choice', 'rp'])
/** What is not part of what is asked here, and is told. */
const told: Record<string, LeftOut['left']> = {
  'feedback-inline': 'feedback',
  'feedback-block': 'feedback',
  'rubric-block': 'element',
  'info-control': 'element',
  'catalog-info': 'element',
  stylesheet: 'element',
  'template-block': 'element',
  'template-inline': 'element',
}
/** How a word is read stands behind it. */
const readings: Record<Language, [string, string]> = { en: [' (', ')'], zh: ['（', '）'] }
const pictures = new Set(['img', 'object', 'video', 'audio', 'media-interaction', 'picture', 'svg'])
export const apart = 'blanks-apart'

const languageOf = (tag: string | undefined): Language | null =>
  tag && /^zh/i.test(tag) ? 'zh' : tag && /^en/i.test(tag) ? 'en' : null

export type Read = { text: Bilingual; without: LeftOut[] }

/** What stands in an element, by language; lines where it has blocks. Pictures are told by their description. */
export function textsIn(element: Element, own: Language): Read {
  const said: Record<Language, string[]> = { en: [], zh: [] }
  const without: LeftOut[] = []
  const walk = (inner: Element | string, language: Language): void => {
    if (typeof inner === 'string') {
      said[language].push(inner.replace(/\s+/g, ' '))
      return
    }
    if (besides.has(inner.n)) return
    // What instructs whoever answers is a part of what is asked.
    const left = inner.a.view?.split(' ').includes('candidate') ? undefined : told[inner.n]
    // What guides whoever marks is kept as the question's guide.
    if (left && inner.a.view?.includes('scorer')) return
    if (left) return void without.push({ left, what: `qti-${inner.n}` })
    if (inner.n === 'math') without.push({ left: 'formula', what: inner.a.alttext ?? plain(textIn(inner)) })
    const here = languageOf(inner.a['xml:lang'] ?? inner.a.lang) ?? language
    if (inner.n === 'a' && inner.a.href && !inner.a.href.startsWith('#'))
      without.push({ left: 'element', what: inner.a.href })
    if (inner.n === 'text-entry-interaction') said[here].push(blank)
    if (pictures.has(inner.n)) {
      without.push({ left: 'picture', what: inner.a.alt || inner.a.src || inner.a.data || inner.n })
      said[here].push(inner.a.alt ?? '')
      if (inner.n === 'img' || inner.n === 'svg') return
    }
    if (inner.a.class?.split(' ').includes(apart)) return
    const [before, after] = lines.has(inner.n) ? ['\n', '\n'] : inner.n === 'rt' ? readings[here] : ['', '']
    said[here].push(before)
    for (const one of inner.c) walk(one, here)
    said[here].push(after)
  }
  for (const inner of element.c) walk(inner, languageOf(element.a['xml:lang']) ?? own)
  const [en, zh] = [plain(said.en.join('')), plain(said.zh.join(''))]
  return { text: { ...(en ? { en } : {}), ...(zh ? { zh } : {}) }, without }
}

/** The language of what has no language of its own. */
export const languageIn = (item: Element): Language =>
  languageOf(item.a['xml:lang']) ?? (/\p{Script=Han}/u.test(JSON.stringify(item)) ? 'zh' : 'en')

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;')

/** An element as XML, its own names with the prefix again. */
export function xmlOf(element: Element | string): string {
  if (typeof element === 'string') return escaped(element)
  const attributes = Object.entries(element.a).map(([name, value]) => ` ${name}="${escaped(value)}"`)
  const name = html.has(element.n) ? element.n : `qti-${element.n}`
  const inner = element.c.map(xmlOf).join('')
  return inner ? `<${name}${attributes.join('')}>${inner}</${name}>` : `<${name}${attributes.join('')}/>`
}
const html = new Set(['p', 'div', 'span'])

const tags = { en: 'en', zh: 'zh-CN' } as const

/** A text in its languages, a paragraph a line. With `inline` the languages stand in one line. */
export function bilingualXml(text: Bilingual, blanks?: (i: number) => Element): Element[] {
  return (['en', 'zh'] as const).flatMap((language) => {
    const said = text[language]
    if (!said) return []
    let next = 0
    const pieces = (line: string): (Element | string)[] =>
      !blanks
        ? [line]
        : line.split(blank).flatMap((piece, i) => [...(i > 0 ? [blanks(next++)] : []), ...(piece ? [piece] : [])])
    return [
      {
        n: 'div',
        a: { 'xml:lang': tags[language] },
        c: said.split('\n').map((line) => ({ n: 'p', a: {}, c: pieces(line) })),
      },
    ]
  })
}
