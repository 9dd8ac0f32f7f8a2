import { createElement as h, type ReactNode } from 'react'
import { type Language, sayIn } from '../../../platform/i18n.ts'
import type { PublicAnswer, PublicAsked, PublicPage } from '../../../platform/public/page.ts'
import type { Outcome } from '../checking/contract.ts'
import { faultWords } from '../checking/messages.ts'
import { officeNamedIn, signedFile, verifyBrought, verifyToken, whatIsIn } from '../verifying/actions.ts'
import { verifyWords as words } from '../verifying/messages.ts'
import { largestFile } from '../verifying/rules.ts'
import { outcomeOf } from './outcome.ts'

function form(language: Language): ReactNode {
  return h(
    'form',
    { method: 'post', action: `/verify?lang=${language}`, encType: 'multipart/form-data', className: 'sheet' },
    h('label', { htmlFor: 'file' }, sayIn(language, words.file)),
    h('input', {
      id: 'file',
      name: 'file',
      type: 'file',
      required: true,
      accept: '.json,.jsonld,.pdf,.png,application/json,application/ld+json,application/pdf,image/png',
    }),
    h('p', { className: 'soft small' }, sayIn(language, words.kept)),
    h('button', { type: 'submit' }, sayIn(language, words.submit)),
  )
}

type Shown = { language: Language; wantsJson: boolean; outcome: Outcome; more?: ReactNode; status?: number }

function answer({ language, wantsJson, outcome, more = null, status = 200 }: Shown): PublicAnswer {
  if (wantsJson) {
    const reasons = outcome.reasons.map(({ fault, values }) => ({
      reason: fault,
      words: sayIn(language, faultWords[fault], values),
    }))
    return { status, data: { accepted: outcome.verdict !== 'refused', ...outcome, reasons } }
  }
  return {
    status,
    title: sayIn(language, words.title),
    body: h('div', null, outcomeOf(language, outcome), more, form(language)),
  }
}

/** A file, as the form sends it or as a program does: in a field, or as the body itself. */
const brought = ({ file, form }: PublicAsked) =>
  file ? whatIsIn(file.content) : form.credential ? { text: form.credential } : null

export const pages: readonly PublicPage[] = [
  {
    name: 'verifyPage',
    method: 'GET',
    path: '/verify',
    render: async (_, { language }) => ({
      title: sayIn(language, words.title),
      body: h('div', null, h('p', null, sayIn(language, words.about)), form(language)),
    }),
  },
  {
    name: 'verifyFile',
    method: 'POST',
    path: '/verify',
    largestFile,
    perMinute: 60,
    officeOf: (asked) => officeNamedIn(brought(asked)),
    render: async (context, asked) => {
      const { language, wantsJson } = asked
      const what = brought(asked)
      if (!asked.file && what === null && !wantsJson)
        return {
          title: sayIn(language, words.title),
          body: h('div', null, h('p', { role: 'alert' }, sayIn(language, words.none)), form(language)),
        }
      return answer({ language, wantsJson, outcome: await verifyBrought(context, what) })
    },
  },
  {
    name: 'verifyCode',
    method: 'GET',
    path: '/verify/:token',
    perMinute: 120,
    render: async (context, { params, language, wantsJson }) => {
      const token = params.token ?? ''
      const outcome = await verifyToken(context, { token })
      if (!outcome)
        return answer({
          language,
          wantsJson,
          status: 404,
          outcome: { verdict: 'refused', reasons: [{ fault: 'notOnRecord' }], says: null },
        })
      const more = h(
        'p',
        null,
        sayIn(language, words.compare),
        ' ',
        h('a', { href: `/verify/${token}/badge` }, sayIn(language, words.download)),
      )
      return answer({ language, wantsJson, outcome, more })
    },
  },
  {
    name: 'verifyBadge',
    method: 'GET',
    path: '/verify/:token/badge',
    perMinute: 120,
    render: async (context, { params }) => ({
      data: await signedFile(context, { token: params.token ?? '' }),
      type: 'application/vc+ld+json',
      name: 'certificate.json',
    }),
  },
]
