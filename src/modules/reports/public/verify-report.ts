import { createElement as h, type ReactNode } from 'react'
import { type Language, sayIn } from '../../../platform/i18n.ts'
import type { PublicPage } from '../../../platform/public/page.ts'
import { verifyReport } from '../publishing/verifying/actions.ts'
import type { ReportVerdict } from '../publishing/verifying/contract.ts'
import { recordAltered, verdictWords, verifyReportWords as words } from '../publishing/verifying/messages.ts'

const largestFile = 20 * 2 ** 20

const form = (language: Language): ReactNode =>
  h(
    'form',
    { method: 'post', action: `/verify-report?lang=${language}`, encType: 'multipart/form-data', className: 'sheet' },
    h('label', { htmlFor: 'file' }, sayIn(language, words.file)),
    h('input', { id: 'file', name: 'file', type: 'file', required: true, accept: '.docx,.pdf,.xlsx' }),
    h('p', { className: 'soft small' }, sayIn(language, words.kept)),
    h('button', { type: 'submit' }, sayIn(language, words.submit)),
  )

const looks = { genuine: 'do', altered: 'late', unknown: 'soon' } as const

function outcome(language: Language, { verdict, report, reason, lines }: ReportVerdict): ReactNode {
  const say = (what: keyof typeof words, values = {}): string => sayIn(language, words[what], values)
  const pair = (term: string, text: ReactNode) => [h('dt', { key: `${term}t` }, term), h('dd', { key: term }, text)]
  const particulars = report && [
    ...pair(say('report'), report.title),
    ...pair(say('office'), report.office),
    ...pair(say('period'), report.period),
    ...pair(
      say('publishedAt'),
      `${report.publishedAt.toISOString().slice(0, 16).replace('T', ' ')} UTC (${say('times', { number: report.number })})`,
    ),
    ...pair(say('seal'), report.hash),
  ]
  const means = reason === 'record' ? recordAltered : verdictWords[verdict].means
  return h(
    'section',
    { className: `sheet ${looks[verdict]}`, role: 'status' },
    h('h2', null, sayIn(language, verdictWords[verdict].head)),
    h('p', null, sayIn(language, means)),
    particulars && h('dl', null, particulars),
    reason === 'file' && differences(language, lines),
  )
}

function differences(language: Language, lines: ReportVerdict['lines'] | null): ReactNode {
  if (lines === null) return h('p', null, sayIn(language, words.compareByEye))
  if (lines.length === 0) return h('p', null, sayIn(language, words.sameWords))
  const nothing = sayIn(language, words.nothing)
  const line = ({ was, is }: NonNullable<ReportVerdict['lines']>[number], i: number) =>
    h(
      'li',
      { key: i },
      h('div', null, sayIn(language, words.was), ' ', h('del', null, was ?? nothing)),
      h('div', null, sayIn(language, words.is), ' ', h('ins', null, is ?? nothing)),
    )
  return h('div', null, h('h3', null, sayIn(language, words.lines)), h('ul', null, lines.map(line)))
}

export const pages: readonly PublicPage[] = [
  {
    name: 'verifyReportPage',
    method: 'GET',
    path: '/verify-report',
    render: async (_, { language }) => ({
      title: sayIn(language, words.title),
      body: h('div', null, h('p', null, sayIn(language, words.about)), form(language)),
    }),
  },
  {
    name: 'verifyReportFile',
    method: 'POST',
    path: '/verify-report',
    largestFile,
    perMinute: 30,
    render: async (context, { file, language, wantsJson }) => {
      if (!file && !wantsJson)
        return {
          title: sayIn(language, words.title),
          body: h('div', null, h('p', { role: 'alert' }, sayIn(language, words.none)), form(language)),
        }
      const verdict = await verifyReport(context, { content: file?.content ?? Buffer.alloc(0) })
      if (wantsJson) return { data: verdict }
      return {
        title: sayIn(language, words.title),
        body: h('div', null, outcome(language, verdict), form(language)),
      }
    },
  },
]
