import { merged, stretches, wordsOf } from '../../../../platform/comparing.ts'
import type { ComparedSection, ComparedSide, PolicySection } from '../contract.ts'
import { isAlike } from '../text/rules.ts'

type Run = ComparedSide['runs'][number]

const segmenter = new Intl.Segmenter('zh', { granularity: 'sentence' })
/** A text as sentences, Chinese ones too; each keeps what stands after it, so that together they are the text. */
export const sentencesOf = (text: string): string[] => [...segmenter.segment(text)].map(({ segment }) => segment)

/** Two versions section by section, in the order of the later one; what was removed stands where it stood. */
export const comparedSections = (was: readonly PolicySection[], is: readonly PolicySection[]): ComparedSection[] => {
  const before = new Map(was.map((section) => [section.key, section]))
  const after = new Set(is.map(({ key }) => key))
  return stretches(was, is, ({ key }) => key).flatMap(({ gone, come, kept }) => [
    // One that only moved is shown where it stands now.
    ...gone.filter(({ key }) => !after.has(key)).map((section) => compared(section, null)),
    ...come.map((section) => compared(before.get(section.key) ?? null, section)),
    ...(kept ? [compared(before.get(kept.key) ?? null, kept)] : []),
  ])
}

function compared(was: PolicySection | null, is: PolicySection | null): ComparedSection {
  const key = (is ?? was)?.key ?? ''
  const runs = runsOf(was?.text ?? '', is?.text ?? '')
  const side = (of: PolicySection | null, without: Run['as']): ComparedSide | null =>
    of && { heading: of.heading, runs: runs.filter(({ as }) => as !== without) }
  const sides = { was: side(was, 'added'), is: side(is, 'removed') }
  if (!was || !is) return { key, as: was ? 'removed' : 'added', ...sides }
  return { key, as: was.text === is.text && was.heading === is.heading ? 'kept' : 'changed', ...sides }
}

/** Sentence by sentence; a sentence that took the place of one much like it, word by word. */
export function runsOf(was: string, is: string): Run[] {
  const runs: Run[] = []
  const add = (as: Run['as'], text: string): void => {
    const last = runs.at(-1)
    if (last?.as === as) last.text += text
    else if (text !== '') runs.push({ as, text })
  }
  for (const { gone, come, kept } of stretches(sentencesOf(was), sentencesOf(is), (one) => one)) {
    const left = [...gone]
    for (const sentence of come) {
      const at = left.findIndex((one) => isAlike(one, sentence))
      const [like] = at < 0 ? [] : left.slice(at)
      for (const lost of left.splice(0, at + 1).slice(0, Math.max(at, 0))) add('removed', lost)
      if (like === undefined) add('added', sentence)
      else for (const { as, one } of merged(wordsOf(like), wordsOf(sentence), (word) => word)) add(as, one)
    }
    for (const lost of left) add('removed', lost)
    if (kept !== null) add('kept', kept)
  }
  return runs
}
