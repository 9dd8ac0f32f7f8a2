import type { Language } from '../../../../platform/i18n.ts'
import type { Bilingual, Question, QuestionFields, QuestionKind } from '../contract.ts'
import { letterOf, plain } from '../rules.ts'
import { partCredit } from '../scoring/rules.ts'
import { isGiven, isSaid, said, written } from './given.ts'

type DraftOption = {
  key: string
  text: Bilingual
  /** of a match: what it is matched with */
  target: Bilingual
  right: boolean
  /** as they are called already */
  id: string | null
  targetId: string | null
}

/** A question while it is being written. */
export type Draft = {
  kind: QuestionKind
  english: boolean
  stem: Bilingual
  options: DraftOption[]
  truth: 'true' | 'false'
  value: string | number
  tolerance: string | number
  blanks: string[]
  parts: boolean
  /** options that keep their places; targets with a space before their names */
  still: string[]
  most: number | null
  guide: Bilingual
  explanation: Bilingual
  difficulty: number
  source: string
  tags: string
  /** what cannot be written here stays as it came, but for its texts */
  given: Pick<Question, 'content' | 'keys'> | null
}

export function draftOf(question: Question | undefined, language: Language): Draft {
  const none = { text: {}, target: {}, right: false, id: null, targetId: null }
  if (!question)
    return {
      kind: 'single',
      english: false,
      stem: {},
      options: ['A', 'B', 'C', 'D'].map((key) => ({ ...none, key })),
      truth: 'true',
      value: '',
      tolerance: 0,
      blanks: [],
      parts: false,
      still: [],
      most: null,
      guide: {},
      explanation: {},
      difficulty: 3,
      source: '',
      tags: '',
      given: null,
    }
  const { kind, content, keys, tags, difficulty, source } = question
  const ordered =
    kind === 'order' && !keys.rules
      ? content.options.toSorted((a, b) => keys.correct.indexOf(a.id) - keys.correct.indexOf(b.id))
      : content.options
  const matched = new Map(keys.correct.map((pair) => pair.split(' ') as [string, string]))
  const options = ordered.map(({ id, text }) => {
    const target = content.targets.find((own) => own.id === matched.get(id))
    return {
      key: id,
      id,
      text,
      right: keys.correct.includes(id),
      target: target?.text ?? {},
      targetId: target?.id ?? null,
    }
  })
  const used = new Set(matched.values())
  // What nothing is matched with stands on a line of its own, without a left side.
  const spare = content.targets
    .filter(({ id }) => kind === 'match' && !used.has(id))
    .map(({ id, text }) => ({ ...none, key: ` ${id}`, target: text, targetId: id }))
  return {
    kind,
    english: Boolean(content.stem.en && (content.stem.zh || language !== 'en')),
    stem: content.stem,
    options: [...options, ...spare],
    truth: keys.correct[0] === 'false' ? 'false' : 'true',
    value: keys.number?.value ?? '',
    tolerance: keys.number?.tolerance ?? 0,
    blanks: (keys.blanks ?? []).map((accepted) => accepted.join('|')),
    parts: keys.mapping !== undefined,
    still: [
      ...content.options.flatMap(({ id, fixed }) => (fixed ? [id] : [])),
      ...content.targets.flatMap(({ id, fixed }) => (fixed ? [` ${id}`] : [])),
    ],
    most: content.most ?? null,
    guide: keys.guide ?? {},
    explanation: keys.explanation ?? {},
    difficulty,
    source,
    tags: tags.join(', '),
    given: isGiven(question) ? { content, keys } : null,
  }
}

/** Two that say the same in both languages have the same. */
const sameWords = ({ en, zh }: Bilingual): string => JSON.stringify([en ?? null, zh ?? null])

/** The same words on the right are one target, with which several are matched; what has a name keeps it. */
function targetsOf(options: readonly DraftOption[]): { id: string; text: Bilingual }[] {
  const named = new Set(options.flatMap(({ targetId }) => targetId ?? []))
  const free = Array.from({ length: 60 }, (_, i) => `T${i + 1}`).filter((id) => !named.has(id))
  const targets = new Map<string, { id: string; text: Bilingual }>()
  const taken = new Set<string>()
  for (const { target, targetId } of options) {
    const text = said(target)
    if (!isSaid(text) || targets.has(sameWords(text))) continue
    const id = targetId && !taken.has(targetId) ? targetId : (free.shift() ?? '')
    taken.add(id)
    targets.set(sameWords(text), { id, text })
  }
  return [...targets.values()]
}

/** What would be kept; options without a text are none. */
export function fieldsOf(draft: Draft): QuestionFields {
  const { kind } = draft
  const choosing = ['single', 'multiple', 'order', 'match'].includes(kind)
  const taken = new Set(draft.options.flatMap(({ id }) => id ?? []))
  const free = Array.from({ length: 60 }, (_, i) => letterOf(i)).filter((letter) => !taken.has(letter))
  const options = draft.options
    .filter((option) => choosing && isSaid(said(option.text)))
    .map((option) => ({
      ...option,
      text: said(option.text),
      target: said(option.target),
      id: option.id ?? free.shift() ?? '',
    }))
  const targets = kind === 'match' ? targetsOf(draft.options) : []
  const targetOf = new Map(targets.map(({ id, text }) => [sameWords(text), id]))
  const pairs = options.flatMap(({ id, target }) => {
    const to = targetOf.get(sameWords(target))
    return to ? [`${id} ${to}`] : []
  })
  const chosen = options.filter(({ right }) => right).map(({ id }) => id)
  const correct =
    kind === 'order'
      ? options.map(({ id }) => id)
      : kind === 'match'
        ? pairs
        : kind === 'trueFalse'
          ? [draft.truth]
          : chosen
  const number = draft.value === '' ? undefined : { value: Number(draft.value), tolerance: Number(draft.tolerance) }
  const blanks = draft.blanks.map((text) => text.split('|').map(plain).filter(Boolean)).filter((one) => one.length > 0)
  const explanation = said(draft.explanation)
  const guide = said(draft.guide)
  const own = {
    correct,
    ...(kind === 'number' && number ? { number } : {}),
    ...(kind === 'fill' ? { blanks } : {}),
    ...(kind === 'multiple' && draft.parts ? { mapping: partCredit(chosen) } : {}),
  }
  const standing = new Set(draft.still)
  const { correct: right, mapping } = draft.given?.keys ?? {}
  return {
    kind,
    content: draft.given
      ? { ...written(draft.given.content), stem: said(draft.stem) }
      : {
          stem: said(draft.stem),
          options: options.map(({ id, text }) => ({ id, text, ...(standing.has(id) ? { fixed: true as const } : {}) })),
          targets: targets.map((one) => (standing.has(` ${one.id}`) ? { ...one, fixed: true as const } : one)),
          ...(draft.most && kind === 'multiple' ? { most: draft.most } : {}),
        },
    keys: {
      ...(right ? { correct: right, ...(mapping ? { mapping } : {}) } : own),
      ...(isSaid(explanation) ? { explanation } : {}),
      ...(isSaid(guide) ? { guide } : {}),
    },
    tags: [
      ...new Set(
        draft.tags
          .split(/[,，、;；]/)
          .map((tag) => tag.trim())
          .filter(Boolean),
      ),
    ].sort(),
    difficulty: draft.difficulty,
    source: draft.source.trim(),
  }
}
