import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { openDoorsWith } from '../src/modules/activities/doors/keys/actions.ts'
import { signFor } from '../src/modules/credentials/issuer/actions.ts'
import { carryThrough } from '../src/modules/notices/carriers/actions.ts'
import { modules } from '../src/modules.ts'
import { fileStore, keepFilesIn } from '../src/platform/files.ts'
import { createLog } from '../src/platform/log.ts'
import { makePushKey, readPushKey } from '../src/platform/notice/push.ts'
import type { Platform } from '../src/platform/perform.ts'
import { type ServerOptions, serve } from '../src/platform/serve.ts'

type Wishes = Partial<ServerOptions> & { tenantId: string; lines?: string[] }

/** The real server without a port. Who asks is told by a header, '<tenant> <person>'; signing in has tests of its own. */
export async function serveForTest(platform: Platform, { tenantId, lines, ...more }: Wishes): Promise<FastifyInstance> {
  const files = more.files ?? fileStore(await mkdtemp(join(tmpdir(), 'linli-files-')))
  keepFilesIn(files)
  openDoorsWith('a secret for tests')
  signFor({ secret: 'a secret for tests', address: 'https://linli.example' })
  carryThrough({
    secret: 'a secret for tests',
    address: 'https://linli.example',
    mail: null,
    push: readPushKey(makePushKey()),
    allowPrivate: false,
  })
  return serve({
    platform,
    routes: modules.flatMap((module) => module.routes),
    publicPages: modules.flatMap((module) => module.publicPages ?? []),
    refusals: Object.assign({}, ...modules.map((module) => module.refusals)),
    log: createLog(lines ? 'debug' : 'silent', { write: (line: string) => void lines?.push(line) }),
    version: 'test',
    webFolder: '/nowhere',
    metricsToken: null,
    files,
    live: { listen: () => () => {}, stop: async () => {} },
    uploadLimit: 64 * 1024,
    mount: () => {},
    identify: async ({ headers }) => {
      const [tenant, person] = String(headers['x-test-asker'] ?? '').split(' ')
      return tenant && person ? { tenantId: tenant, personId: person } : null
    },
    tenantOf: async () => tenantId,
    ...more,
  })
}
