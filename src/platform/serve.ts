import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import serveStatic from '@fastify/static'
import Fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyRequest, LogController } from 'fastify'
import { sql } from 'kysely'
import { apiPage } from './api-page.ts'
import { newId } from './database.ts'
import { NotAllowed, NotFound } from './errors.ts'
import type { Words } from './i18n.ts'
import { type Live, mountLive } from './live.ts'
import type { Logger } from './log.ts'
import { addMetrics } from './metrics.ts'
import { openApi } from './openapi.ts'
import { answerProblem, platformWords } from './problem.ts'
import { mountPublic } from './public/mount.ts'
import type { PublicPage } from './public/page.ts'
import { addRoute, type Route, type Wiring } from './route.ts'

export type ServerOptions = Wiring & {
  routes: readonly Route[]
  /** Pages for everybody, rendered here. */
  publicPages?: readonly PublicPage[]
  refusals: Record<string, Words>
  log: Logger
  version: string
  /** What tells browsers that something changed. */
  live: Live
  /** The built web; without it only the API answers. */
  webFolder: string
  metricsToken: string | null
  /** Sign-in and what belongs to it: mounted as it is, it has its own short list of paths. */
  mount: (app: FastifyInstance) => void | Promise<void>
}

/** The one HTTP server: API, sign-in, web, health and metrics, behind the same headers, limits and words. */
export async function serve(options: ServerOptions): Promise<FastifyInstance> {
  const { routes, refusals, log, version } = options
  const words = { ...platformWords, ...refusals }
  const app: FastifyInstance = Fastify({
    loggerInstance: log as FastifyBaseLogger,
    genReqId: () => newId(),
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 2 ** 20,
    trustProxy: process.env.LINLI_TRUST_PROXY === '1',
    routerOptions: { maxParamLength: 300 },
  })
  app.setErrorHandler((error, request, reply) => answerProblem(error, request, reply, words))
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
    if (isForeign(request)) throw new NotAllowed()
  })
  addMetrics(app, options.metricsToken)
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        connectSrc: ["'self'"],
        fontSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: process.env.LINLI_TRUST_PROXY === '1',
    referrerPolicy: { policy: 'same-origin' },
  })
  await app.register(multipart)
  await app.register(rateLimit, { global: false })

  app.get('/health', async () => {
    await sql`select 1`.execute(options.platform.db)
    return { status: 'ok', version }
  })
  const document = openApi(routes, version)
  app.get('/api/openapi.json', async () => document)
  app.get('/api', async (_, reply) => reply.type('text/html; charset=utf-8').send(apiPage(routes, version)))
  await options.mount(app)
  mountLive(app, options.live, options)
  for (const route of routes) addRoute(app, route, options)
  await mountPublic(app, options.publicPages ?? [], { ...options, words })
  await addWeb(app, options.webFolder)
  return app
}

/** A browser names the page that asks: only our own pages may change anything with our cookie. */
function isForeign(request: FastifyRequest): boolean {
  const { origin, host } = request.headers
  if (!origin || request.method === 'GET' || request.method === 'HEAD') return false
  return URL.canParse(origin) ? new URL(origin).host !== host : true
}

async function addWeb(app: FastifyInstance, folder: string): Promise<void> {
  const page = join(folder, 'index.html')
  const built = existsSync(page)
  if (built)
    await app.register(serveStatic, {
      root: folder,
      wildcard: false,
      index: false,
      preCompressed: true,
      setHeaders: (reply, path) => {
        if (path.includes('/assets/')) reply.header('cache-control', 'public, max-age=31536000, immutable')
      },
    })
  const html = built ? readFileSync(page) : null
  const kioskPage = join(folder, 'kiosk.html')
  const kiosk = existsSync(kioskPage) ? readFileSync(kioskPage) : html
  app.setNotFoundHandler((request, reply) => {
    const forPeople =
      ['GET', 'HEAD'].includes(request.method) && !/^[/](api|assets)[/]/.test(request.url) && html !== null
    if (!forPeople) throw new NotFound()
    const wanted = /^\/kiosk(?:\?|$)/.test(request.url) ? kiosk : html
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(wanted)
  })
}
