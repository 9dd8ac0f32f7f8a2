import type { Bilingual, Content, QuestionFields, QuestionKind } from '../../../contract.ts'
import type { Element } from '../../../processing/contract.ts'
import { elementsIn } from '../../../processing/values/rules.ts'
import { blank, blanksIn } from '../../../rules.ts'

/** What kind of question an interaction is; `count`: how many of them stand in the item. */
export function kindOf(body: Element, { n, a }: Element, response: Element, count: number): QuestionKind {
  const type = response.a['base-type']
  switch (n) {
    case 'choice-interaction':
      if (body.a['data-kind'] === 'trueFalse') return 'trueFalse'
      return response.a.cardinality === 'single' || (a['max-choices'] ?? '1') === '1' ? 'single' : 'multiple'
    case 'order-interaction':
      return 'order'
    case 'match-interaction':
      return 'match'
    case 'extended-text-interaction':
      return 'text'
    default:
      return count === 1 && (type === 'float' || type === 'integer') ? 'number' : 'fill'
  }
}

/** Where blanks stand behind the text and not in it, it ends with them. */
export function withBlank(kind: QuestionKind, stem: Bilingual, count: number): Bilingual {
  const fix = (text: string | undefined): string | undefined => {
    if (!text) return undefined
    if (kind !== 'fill') return text
    return blanksIn(text) > 0 ? text : `${text} ${Array(count).fill(blank).join(' ')}`
  }
  const [en, zh] = [fix(stem.en), fix(stem.zh)]
  return { ...(en ? { en } : {}), ...(zh ? { zh } : {}) }
}

/** How many options may be chosen, where that is fewer than there are. */
export function mostOf(kind: QuestionKind, interaction: Element): Pick<Content, 'most'> {
  const most = Number(interaction.a['max-choices'] ?? 1)
  const limited = kind === 'multiple' && most > 1 && most < elementsIn(interaction, 'simple-choice').length
  return limited ? { most } : {}
}

export type TextOf = (element: Element) => Bilingual

/** What is shown and chosen from. */
export function contentOf(kind: QuestionKind, interaction: Element, stem: Bilingual, textOf: TextOf): Content {
  const still = interaction.a.shuffle !== 'true'
  const optionsIn = (element: Element | undefined, name: string): Content['options'] =>
    elementsIn(element, name).map((one) => ({
      id: one.a.identifier ?? '',
      text: textOf(one),
      ...(still || one.a.fixed === 'true' ? { fixed: true as const } : {}),
    }))
  if (kind === 'match') {
    const [from, to] = elementsIn(interaction, 'simple-match-set')
    return {
      stem,
      options: optionsIn(from, 'simple-associable-choice'),
      targets: optionsIn(to, 'simple-associable-choice'),
    }
  }
  const choosing = kind === 'single' || kind === 'multiple' || kind === 'order'
  const options = choosing ? optionsIn(interaction, 'simple-choice') : []
  return { stem, options, targets: [], ...mostOf(kind, interaction) }
}

/** What QTI has no place for, as we write it. */
export function particulars({ a }: Element): Pick<QuestionFields, 'tags' | 'difficulty' | 'source'> {
  const difficulty = Number(a['data-difficulty'])
  return {
    tags: tagsIn(a['data-tags']),
    difficulty: Number.isInteger(difficulty) && difficulty >= 1 && difficulty <= 5 ? difficulty : 3,
    source: (a['data-source'] ?? '').slice(0, 200),
  }
}

function tagsIn(text: string | undefined): string[] {
  if (!text?.startsWith('["') || !text.endsWith('"]')) return text ? [text.slice(0, 40)] : []
  // A list of texts as JSON has it; anything else is one tag.
  return text
    .slice(2, -2)
    .split('","')
    .map((tag) =>
      tag
        .replace(/\\(["\\])/g, '$1')
        .trim()
        .slice(0, 40),
    )
    .filter(Boolean)
}
