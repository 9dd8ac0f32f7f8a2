import { z } from 'zod'

/** A paragraph of a Word file: in which part of it, the how-manieth there, and what it says. */
export type Paragraph = { part: 'body' | 'header' | 'footer'; number: number; text: string }

export const tagFaults = [
  'unclosed',
  'unopened',
  'empty',
  'unknown',
  'loopUnknown',
  'loopOpen',
  'loopUnopened',
] as const
export type TagFault = (typeof tagFaults)[number]

/** What is wrong with a template, and where: the how-manieth paragraph of which part, and what that says. */
export const TemplateFault = z.object({
  fault: z.enum(tagFaults),
  tag: z.string(),
  part: z.enum(['body', 'header', 'footer']),
  number: z.int(),
  text: z.string(),
})
export type TemplateFault = z.output<typeof TemplateFault>

export type Fault = Paragraph & { fault: TagFault; tag: string }

/** What tags may be called: those that stand for a text, those that repeat, and those that a repetition adds. */
export type KnownTags = { texts: ReadonlySet<string>; loops: ReadonlySet<string>; inLoops: ReadonlySet<string> }

type Found = { tag: string; at: Paragraph }

/** Every brace of a paragraph with what is between them. */
function scan(paragraph: Paragraph): { tags: string[]; faults: { fault: TagFault; tag: string }[] } {
  const tags: string[] = []
  const faults: { fault: TagFault; tag: string }[] = []
  const { text } = paragraph
  let from = -1
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '{') {
      if (from >= 0) faults.push({ fault: 'unclosed', tag: text.slice(from, i) })
      from = i
    } else if (text[i] === '}') {
      if (from < 0) faults.push({ fault: 'unopened', tag: text.slice(Math.max(0, i - 12), i + 1) })
      else tags.push(text.slice(from + 1, i).trim())
      from = -1
    }
  }
  if (from >= 0) faults.push({ fault: 'unclosed', tag: text.slice(from) })
  return { tags, faults }
}

/** What is wrong with a template, each with its place, in the order of the text; and the tags that it uses. */
export function checkTags(paragraphs: readonly Paragraph[], known: KnownTags): { faults: Fault[]; tags: string[] } {
  const faults: Fault[] = []
  const used = new Set<string>()
  const open: Found[] = []
  for (const at of paragraphs) {
    const { tags, faults: here } = scan(at)
    faults.push(...here.map((fault) => ({ ...at, ...fault })))
    for (const tag of tags) {
      const fault = judge(tag, { at, open, known })
      if (fault) faults.push({ ...at, fault, tag })
      else used.add(tag.replace(/^[#/]/, '').trim())
    }
  }
  return {
    faults: [...faults, ...open.map(({ tag, at }) => ({ ...at, fault: 'loopOpen' as const, tag }))],
    tags: [...used],
  }
}

function judge(tag: string, { at, open, known }: { at: Paragraph; open: Found[]; known: KnownTags }): TagFault | null {
  const name = tag.replace(/^[#/]/, '').trim()
  if (name === '') return 'empty'
  if (tag.startsWith('#')) {
    open.push({ tag: name, at })
    return known.loops.has(name) ? null : 'loopUnknown'
  }
  if (tag.startsWith('/')) return open.pop()?.tag === name ? null : 'loopUnopened'
  if (known.texts.has(name)) return null
  return open.length > 0 && known.inLoops.has(name) ? null : 'unknown'
}
