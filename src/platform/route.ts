import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Action, Context, Me, Role } from './context.ts'
import type { Download, Endpoint, StoredFile } from './endpoint.ts'
import { BadInput, NotAllowed } from './errors.ts'
import type { FileStore } from './files.ts'
import { type Language, preferredLanguage } from './i18n.ts'
import { type Asked, type Platform, perform, performTogether } from './perform.ts'
import { NotSignedIn, readInput, withoutSecrets } from './problem.ts'
import { atMost, inTurns, type Outcome } from './turns.ts'

/** Who may call: the holders of a role anywhere in the tree (the action judges where), whoever is signed in, or anyone. */
export type Who = 'anyone' | 'signedIn' | readonly Role[]
export type Route = {
  endpoint: Endpoint
  who: Who
  action: Action<never, unknown>
  together?: Together
  steady?: boolean
}
type Together = { about: (input: never) => string; decide: Decide<never, unknown> }
type Decide<I, O> = (asks: readonly { context: Context; input: I }[]) => Promise<Outcome<O>[]>

export const route = <I extends z.ZodType, O extends z.ZodType>(
  endpoint: Endpoint<I, O>,
  who: Who,
  action: Action<z.output<I>, z.input<O>>,
): Route => ({ endpoint, who, action: action as Action<never, unknown> })

/** What it reads and writes down is of one moment, as reads are anyway: for what must agree with itself, like a sealed report. */
export const routeSteady = <I extends z.ZodType, O extends z.ZodType>(
  ...given: Parameters<typeof route<I, O>>
): Route => ({ ...route(...given), steady: true })

/** Many may ask for the same thing at once: what arrives while others about it are being decided is decided together. */
export const routeTogether = <I extends z.ZodType, O extends z.ZodType>(
  endpoint: Endpoint<I, O>,
  who: Who,
  about: (input: z.output<I>) => string,
  decide: Decide<z.output<I>, z.input<O>>,
): Route => ({
  ...route(endpoint, who, async (context, input) => granted((await decide([{ context, input }]))[0])),
  together: { about, decide: decide as Decide<never, unknown> },
})

const granted = <T>(outcome: Outcome<T> | undefined): T => {
  if (outcome?.ok) return outcome.value
  throw outcome?.error
}

export type Asker = { tenantId: string; personId: string }
export type Wiring = {
  platform: Platform
  files: FileStore
  /** Who is signed in, by the request's cookie. */
  identify: (request: FastifyRequest) => Promise<Asker | null>
  /** Whose public face this address shows, for those who are not signed in. */
  tenantOf: (request: FastifyRequest) => Promise<string>
  uploadLimit: number
}

/**
 * Files that are here are read, cleaned and written a few at a time: hundreds that arrive together leave connections of the database, and the
 * processor, to whoever only wants a page. Whoever sends slowly waits for nobody and holds up nobody.
 */
const filesInLine = atMost(3)

export const mayCall = (who: Who, me: Me): boolean =>
  who === 'anyone' || (who === 'signedIn' ? me.id !== null : me.roles.some((held) => who.includes(held.role)))

export function addRoute(
  app: FastifyInstance,
  { endpoint, who, action, together, steady = false }: Route,
  wiring: Wiring,
): void {
  const inTurn = together && takeTurns(wiring.platform, together)
  app.route({
    method: endpoint.method,
    url: endpoint.path,
    config: { name: endpoint.name },
    handler: async (request, reply) => {
      const asker = await wiring.identify(request)
      if (!asker && who !== 'anyone') throw new NotSignedIn()
      // Whoever may not call learns nothing of the input's rules, and uploads nothing.
      const language = languageOf(request)
      const asked = {
        name: endpoint.name,
        tenantId: asker?.tenantId ?? (await wiring.tenantOf(request)),
        personId: asker?.personId ?? null,
        requestId: request.id,
        ...(language ? { language } : {}),
      }
      const may = (me: Me): void => {
        if (!mayCall(who, me)) throw new NotAllowed()
      }
      if (endpoint.upload) await perform(wiring.platform, { ...asked, may, reads: true }, async () => {})
      const file = endpoint.upload ? { file: await takeFile(request, wiring) } : {}
      const whole = {
        ...asked,
        may,
        steady,
        reads: endpoint.method === 'GET',
        detail: auditDetail(endpoint, request, file),
      }
      const alone = () =>
        perform(wiring.platform, whole, (context) =>
          action(context, readInput(endpoint, { ...rawInput(request), ...file }, context.me.language) as never),
        )
      const answer = inTurn
        ? await inTurn(whole, readInput(endpoint, rawInput(request), language ?? 'zh-CN'))
        : await (endpoint.upload ? filesInLine(alone) : alone())
      if (isDownload(answer)) return send(reply, answer)
      return endpoint.output.parse(answer)
    },
  })
}

/** A turn that breaks as a whole is taken again one by one, so that nobody suffers for another's ask. */
function takeTurns(platform: Platform, { about, decide }: Together) {
  type Turn = { asked: Asked; input: unknown }
  const decideAll = (turn: readonly Turn[]): Promise<Outcome<unknown>[]> =>
    performTogether(
      platform,
      turn.map(({ asked }) => asked),
      (met) => decide(met.map(({ index, context }) => ({ context, input: turn[index]?.input as never }))),
    )
  const alone = (one: Turn): Promise<Outcome<unknown>> =>
    decideAll([one]).then(
      ([outcome]) => outcome as Outcome<unknown>,
      (error: unknown): Outcome<unknown> => ({ ok: false, error }),
    )
  const ask = inTurns<Turn, unknown>(async (turn) => {
    try {
      return await decideAll(turn)
    } catch {
      // What is wrong shows again, with whoever caused it.
      const outcomes: Outcome<unknown>[] = []
      for (const one of turn) outcomes.push(await alone(one))
      return outcomes
    }
  })
  return (asked: Asked, input: unknown) => ask(`${asked.tenantId} ${about(input as never)}`, { asked, input })
}

const languageOf = (request: FastifyRequest): Language | null => {
  const header = request.headers['accept-language']
  return header ? preferredLanguage(header, 'zh-CN') : null
}

const rawInput = (request: FastifyRequest): Record<string, unknown> => ({
  ...(request.query as object),
  ...(request.isMultipart() ? {} : (request.body as object | null)),
  ...(request.params as object),
})

/** The input as asked, without secrets; the record it is about, when the address names one. */
function auditDetail(endpoint: Endpoint, request: FastifyRequest, file: { file?: StoredFile }) {
  const params = Object.values(request.params as Record<string, string>)
  const id = params.find((value) => /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(value))
  return { subjectId: id ?? null, input: withoutSecrets(endpoint.input, { ...rawInput(request), ...file }) }
}

async function takeFile(request: FastifyRequest, { files, uploadLimit }: Wiring): Promise<StoredFile> {
  try {
    const part = request.isMultipart()
      ? await request.file({ limits: { fileSize: uploadLimit + 1, files: 1 } })
      : undefined
    if (!part) throw new BadInput('fileMissing')
    const saved = await files.save(part.file, uploadLimit)
    return { ...saved, name: part.filename.replace(/^.*[\\/]/, '').slice(0, 200) }
  } catch (error) {
    throw isCutShort(error) ? new BadInput('fileCutShort') : error
  }
}

/** The sender went away, or left out the end: no bug of ours. */
const isCutShort = (error: unknown): boolean =>
  error instanceof Error &&
  ((error as { code?: string }).code === 'ERR_STREAM_PREMATURE_CLOSE' ||
    /unexpected end of multipart|premature close/i.test(error.message))

const isDownload = (answer: unknown): answer is Download =>
  typeof answer === 'object' && answer !== null && 'body' in answer && 'type' in answer && 'name' in answer

function send(reply: FastifyReply, { name, type, body, inline, etag }: Download): FastifyReply {
  if (etag) {
    reply.header('etag', `"${etag}"`).header('cache-control', 'private, no-cache')
    if (reply.request.headers['if-none-match']?.includes(`"${etag}"`)) return reply.code(304).send()
  }
  return reply
    .header('content-type', type)
    .header('content-disposition', `${inline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(name)}`)
    .send(body instanceof Uint8Array ? Buffer.from(body) : typeof body === 'string' ? body : Readable.from(body))
}
