import { createElement as h, type ReactNode } from 'react'
import { type Language, sayIn, type Words } from '../../../platform/i18n.ts'
import type { Outcome, Statement } from '../checking/contract.ts'
import { faultWords, verdictWords } from '../checking/messages.ts'
import { writtenTime } from '../rules.ts'
import { verifyWords as words } from '../verifying/messages.ts'

// A colour is never alone: a sign and a word stand with it.
const signs = { genuine: ['✓', 'do'], intact: ['?', 'soon'], refused: ['✕', 'late'] } as const
const about = { genuine: words.genuineAbout, intact: words.intactAbout, refused: words.refusedAbout }

type Row = readonly [Words, string | null]

/** The verdict with its reasons in words, and what the certificate says. */
export function outcomeOf(language: Language, { verdict, reasons, says }: Outcome): ReactNode {
  const [sign, tone] = signs[verdict]
  return h(
    'section',
    { className: `sheet ${tone}`, role: 'status' },
    h('h2', null, `${sign} ${sayIn(language, verdictWords[verdict])}`),
    h('p', null, sayIn(language, about[verdict], { issuer: says?.issuer ?? '—' })),
    reasons.length > 0 &&
      h(
        'ul',
        null,
        reasons
          .slice(0, 20)
          .map(({ fault, values }, i) => h('li', { key: i }, sayIn(language, faultWords[fault], values))),
      ),
    says && h('h2', null, sayIn(language, verdict === 'refused' ? words.saysRefused : words.says)),
    says && h('dl', null, rowsOf(language, says).flatMap(rowOf(language))),
  )
}

const rowOf =
  (language: Language) =>
  ([name, value]: Row): ReactNode[] =>
    value ? [h('dt', { key: `${name[0]}:` }, sayIn(language, name)), h('dd', { key: name[0] }, value)] : []

function rowsOf(language: Language, says: Statement): Row[] {
  const day = (text: string | null): string => text?.slice(0, 10) ?? ''
  const span = (from: string | null, to: string | null): string | null => {
    if (!from && !to) return null
    const values = { from: day(from), to: day(to) }
    return sayIn(language, to ? words.fromTo : words.from, values)
  }
  return [
    [words.person, says.person],
    [words.name, says.name ?? says.achievement],
    [words.time, says.minutes === null ? null : writtenTime(language, says.minutes)],
    [words.period, span(says.from, says.to)],
    [words.roles, says.roles],
    [words.narrative, says.narrative],
    [words.issuer, says.issuer],
    [words.valid, span(says.validFrom, says.validUntil)],
  ]
}
