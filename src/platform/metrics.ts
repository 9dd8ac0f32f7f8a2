import { timingSafeEqual } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import { NotAllowed } from './errors.ts'

/** `/metrics` for Prometheus: for this machine itself, or for whoever shows the token. */
export function addMetrics(app: FastifyInstance, token: string | null): void {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from request to answer, by operation.',
    labelNames: ['operation', 'status'],
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
    registers: [registry],
  })
  app.addHook('onResponse', async (request, reply) => {
    const operation = (request.routeOptions.config as { name?: string }).name ?? 'other'
    requests.observe({ operation, status: reply.statusCode }, reply.elapsedTime / 1000)
    request.log.info({ operation, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'request')
  })
  app.get('/metrics', async (request, reply) => {
    const local = ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(request.ip) && !request.headers['x-forwarded-for']
    const shown = request.headers.authorization?.replace(/^Bearer /, '') ?? ''
    if (token ? !same(shown, token) : !local) throw new NotAllowed()
    return reply.type(registry.contentType).send(await registry.metrics())
  })
}

const same = (a: string, b: string): boolean => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))
