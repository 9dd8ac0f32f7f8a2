import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Endpoint } from './endpoint.ts'
import { BadInput, NotAllowed, NotFound, Refused } from './errors.ts'
import { type Language, preferredLanguage, sayIn, type Values, type Words } from './i18n.ts'
import { signInWords } from './sign-in/messages.ts'

export class NotSignedIn extends Error {
  reason: string
  constructor(reason = 'signInFirst') {
    super(reason)
    this.reason = reason
  }
}
export class TooMany extends Error {
  minutes: number
  constructor(minutes: number) {
    super('tooManyTries')
    this.minutes = minutes
  }
}
export class InvalidInput extends Error {
  issues: { path: string; message: string }[]
  constructor(issues: { path: string; message: string }[]) {
    super('badInput')
    this.issues = issues
  }
}

/** What the platform itself says; modules add their refusals. */
export const platformWords = {
  ...signInWords,
  signInFirst: ['Sign in to go on.', '请先登录。'],
  notAllowed: ['Your role does not allow this here.', '您的岗位没有此处的权限。'],
  notFound: ['This does not exist, or you may not see it.', '内容不存在，或您无权查看。'],
  badInput: ['Some fields need your attention; nothing was changed.', '有内容需要您修改，尚未保存任何更改。'],
  tooManyRequests: ['Too many attempts. Try again in a minute.', '尝试次数过多，请一分钟后再试。'],
  fileTooLarge: ['The file is larger than {limitMB} MB; nothing was changed.', '文件超过 {limitMB} MB，未做任何更改。'],
  fileMissing: ['Choose a file first.', '请先选择文件。'],
  fileCutShort: [
    'The file did not arrive whole; nothing was changed. Try again.',
    '文件未能完整送达，未做任何更改，请重试。',
  ],
  noPicture: [
    'This is no picture that can be shown here: PNG or JPEG, whole.',
    '该文件不是可用的图片（须为完整的 PNG 或 JPEG）。',
  ],
  pictureTooLarge: [
    'The picture is too large: at most 10 MB and 8000 pixels a side. Make it smaller first.',
    '图片过大（不超过 10 MB、每边不超过 8000 像素），请缩小后再添加。',
  ],
  foreignOrigin: ['This request came from another site and was not carried out.', '请求来自其他网站，未予执行。'],
  internal: [
    'Something went wrong on our side; nothing was changed. Tell your administrator this number: {request}',
    '系统出错，未做任何更改。请将此编号告知管理员：{request}',
  ],
} satisfies Record<string, Words>

const locales: Record<Language, z.core.$ZodErrorMap> = {
  en: z.locales.en().localeError,
  'zh-CN': z.locales.zhCN().localeError,
}

/** The input in the contract's shape, or every field that is wrong, in the reader's words. */
export function readInput(endpoint: Endpoint, raw: unknown, language: Language): unknown {
  const read = endpoint.input.safeParse(withoutNul(raw), { error: locales[language] })
  if (read.success) return read.data
  throw new InvalidInput(read.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })))
}

// PostgreSQL keeps no NUL in text; nobody types one.
const withoutNul = (value: unknown): unknown => {
  if (typeof value === 'string') return value.replaceAll('\0', '')
  if (Array.isArray(value)) return value.map(withoutNul)
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutNul(inner)]))
  return value
}

/** Fields marked `secret` in the contract, and none else, are left out. */
export function withoutSecrets(schema: z.ZodType, raw: Record<string, unknown>): unknown {
  const shape = schema instanceof z.ZodObject ? (schema.shape as Record<string, z.ZodType>) : {}
  const kept = Object.entries(raw).filter(([key]) => key in shape && !shape[key]?.meta()?.secret)
  return withoutNul(Object.fromEntries(kept))
}

type Said = { status: number; reason: string; values?: Values; issues?: InvalidInput['issues'] }

/** What an error is to whoever asked. */
export function said(error: unknown, requestId: string): Said {
  if (error instanceof Refused) return { status: 409, reason: error.reason, values: error.values }
  if (error instanceof NotFound) return { status: 404, reason: 'notFound' }
  if (error instanceof NotAllowed) return { status: 403, reason: 'notAllowed' }
  if (error instanceof NotSignedIn) return { status: 401, reason: error.reason }
  if (error instanceof TooMany) return { status: 429, reason: 'tooManyTries', values: { minutes: error.minutes } }
  if (error instanceof InvalidInput) return { status: 400, reason: 'badInput', issues: error.issues }
  if (error instanceof BadInput) return { status: 400, reason: error.reason, values: error.values }
  const status = (error as { statusCode?: number }).statusCode ?? 500
  if (status === 429) return { status, reason: 'tooManyRequests' }
  if (status === 413) return { status, reason: 'fileTooLarge', values: { limitMB: 1 } }
  if (status < 500) return { status, reason: 'badInput' }
  return { status: 500, reason: 'internal', values: { request: requestId } }
}

/** Every 'no' as RFC 9457 problem details, with the reason as its code and words in the reader's language. */
export function answerProblem(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  refusals: Record<string, Words>,
): FastifyReply {
  const { status, reason, values, issues } = said(error, request.id)
  if (status >= 500) request.log.error({ err: error }, 'a request failed')
  const language = preferredLanguage(request.headers['accept-language'], 'zh-CN')
  const words = refusals[reason] ?? platformWords.badInput
  return reply
    .code(status)
    .type('application/problem+json')
    .send(
      JSON.stringify({
        type: 'about:blank',
        status,
        reason,
        title: sayIn(language, words, values),
        requestId: request.id,
        issues,
      }),
    )
}
