import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { createElement as h } from 'react'
import { NotFound } from '../errors.ts'
import { type Language, preferredLanguage, sayIn, type Words } from '../i18n.ts'
import { perform } from '../perform.ts'
import { platformWords, said } from '../problem.ts'
import type { Wiring } from '../route.ts'
import { layout } from './layout.ts'
import { publicWords } from './messages.ts'
import type { PublicAnswer, PublicAsked, PublicPage } from './page.ts'

type Options = Pick<Wiring, 'platform' | 'tenantOf'> & { words: Record<string, Words> }

/** The public pages of all modules, in a room of their own: what goes wrong here is said in a page, not as a problem document. */
export async function mountPublic(app: FastifyInstance, pages: readonly PublicPage[], options: Options): Promise<void> {
  await app.register(async (room) => {
    room.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: 64 * 1024 },
      (_, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
    )
    // What a program sends is taken as if a form had brought it in a file.
    room.removeContentTypeParser('application/json')
    room.addContentTypeParser(/^application\/(?:[\w.+-]+\+)?json\b/, { parseAs: 'buffer' }, (_, body, done) =>
      done(null, body),
    )
    room.setErrorHandler((error, request, reply) => answerTrouble(error, request, reply, options.words))
    for (const page of pages) addPage(room, page, options)
  })
}

function addPage(room: FastifyInstance, page: PublicPage, { platform, tenantOf }: Options): void {
  room.route({
    method: page.method,
    url: page.path,
    config: {
      name: page.name,
      ...(page.perMinute ? { rateLimit: { max: page.perMinute, timeWindow: '1 minute' } } : {}),
    },
    ...(page.largestFile ? { bodyLimit: page.largestFile + 64 * 1024 } : {}),
    handler: async (request, reply) => {
      const asked = await read(request, page)
      const slug = page.officeOf?.(asked)
      const named = slug
        ? await platform.db.selectFrom('tenant').where('slug', '=', slug).select('id').executeTakeFirst()
        : undefined
      // An address that names an office shows that one or none; a file may name any.
      if (slug && !named && page.method === 'GET') throw new NotFound()
      const answer = await perform(
        platform,
        {
          name: page.name,
          tenantId: named?.id ?? (await tenantOf(request)),
          requestId: request.id,
          language: asked.language,
          reads: !page.writes,
        },
        (context) => page.render(context, asked),
      )
      return send(reply, answer, asked.language, pathOf(request))
    },
  })
}

const pathOf = (request: FastifyRequest): string => request.url.split('?')[0] ?? '/'

const languageOf = (request: FastifyRequest): Language => {
  const wished = (request.query as { lang?: unknown } | null)?.lang
  if (wished === 'en' || wished === 'zh-CN') return wished
  return preferredLanguage(request.headers['accept-language'], 'zh-CN')
}

const asText = (from: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries((from ?? {}) as object).map(([name, value]) => [name, String(value).replaceAll('\0', '')]),
  )

async function read(request: FastifyRequest, { largestFile }: PublicPage): Promise<PublicAsked> {
  const asked = {
    params: asText(request.params),
    query: asText(request.query),
    language: languageOf(request),
    wantsJson: /^application\/(?:[\w.+-]+\+)?json/.test(request.headers.accept ?? ''),
  }
  if (Buffer.isBuffer(request.body)) return { ...asked, form: {}, file: { name: '', content: request.body } }
  if (!request.isMultipart()) return { ...asked, form: asText(request.body), file: null }
  const form: Record<string, string> = {}
  let file: PublicAsked['file'] = null
  const limits = { fileSize: largestFile ?? 1, files: 1, fields: 30, fieldSize: 64 * 1024, parts: 40 }
  for await (const part of request.parts({ limits })) {
    if (part.type === 'field') form[part.fieldname] = String(part.value).replaceAll('\0', '')
    else file = { name: part.filename.slice(0, 200), content: await part.toBuffer() }
  }
  return { ...asked, form, file: file && file.content.length > 0 ? file : null }
}

async function send(
  reply: FastifyReply,
  answer: PublicAnswer,
  language: Language,
  path: string,
): Promise<FastifyReply> {
  if ('picture' in answer)
    return reply
      .type(answer.type)
      .header('cache-control', 'public, max-age=300')
      .send(Readable.from(answer.picture, { objectMode: false }))
  reply.code(answer.status ?? 200)
  if ('data' in answer) {
    if (answer.name) reply.header('content-disposition', `attachment; filename="${answer.name}"`)
    return reply
      .type(answer.type ?? 'application/json')
      .header('cache-control', answer.seconds ? `public, max-age=${answer.seconds}` : 'no-store')
      .header('access-control-allow-origin', '*')
      .header('cross-origin-resource-policy', 'cross-origin')
      .send(JSON.stringify(answer.data))
  }
  const { renderToStaticMarkup } = await import('react-dom/server')
  const html = renderToStaticMarkup(layout({ language, path, title: answer.title, body: answer.body }))
  return reply
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .header('content-language', language)
    .header('vary', 'accept-language')
    .send(`<!doctype html>${html}`)
}

function answerTrouble(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  words: Record<string, Words>,
): Promise<FastifyReply> {
  const { status, reason, values } = said(error, request.id)
  if (status >= 500) request.log.error({ err: error }, 'a public page failed')
  const language = languageOf(request)
  const text = sayIn(language, words[reason] ?? platformWords.badInput, values)
  const answer = { status, title: sayIn(language, publicWords.trouble), body: h('p', null, text) }
  return send(reply, answer, language, pathOf(request))
}
