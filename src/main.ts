import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { FastifyInstance } from 'fastify'
import { openDoorsWith } from './modules/activities/doors/keys/actions.ts'
import { signFor } from './modules/credentials/issuer/actions.ts'
import { carryThrough } from './modules/notices/carriers/actions.ts'
import { loginAddress, loginNameOf, passwordRefusal } from './modules/organizations/accounts/rules.ts'
import { setupLink } from './modules/organizations/accounts/setup/actions.ts'
import { recognise } from './modules/organizations/actions.ts'
import { modules } from './modules.ts'
import { startSealer } from './platform/audit.ts'
import { openSignIn } from './platform/auth.ts'
import { type Config, readConfig, readKeyForPushes, readSecret } from './platform/config.ts'
import { connect, type Db } from './platform/database.ts'
import { fileStore, keepFilesIn } from './platform/files.ts'
import { runJobs } from './platform/jobs.ts'
import { type Life, live } from './platform/life.ts'
import { openLive } from './platform/live.ts'
import { createLog } from './platform/log.ts'
import { openMail } from './platform/notice/mail.ts'
import { makePushKey, readPushKey } from './platform/notice/push.ts'
import { openDatabase } from './platform/open.ts'
import type { Platform } from './platform/perform.ts'
import { serve } from './platform/serve.ts'
import { Stop } from './platform/stop.ts'

const root = join(import.meta.dirname, '..')
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
const { values: wishes } = parseArgs({ options: { demo: { type: 'boolean', default: false } } })

await live(async (life) => {
  const config = readConfig()
  const database = await openDatabase(config, { serve: true })
  life.closing('the database', database.leave)
  const db = connect(database.appUrl)
  life.closing('the connections', () => db.destroy())
  await start(config, db, database, life)
  const lost = await Promise.race([life.told.then(() => false), database.lost.then(() => true)])
  if (!lost) return 0
  throw new Stop([
    'The database is gone, so Linli stops. Start it again.',
    '数据库已停止运行，邻里随之停止。请重新启动。',
  ])
})

type Addresses = { appUrl: string; ownerUrl: string }

async function start(config: Config, db: Db, { appUrl, ownerUrl }: Addresses, life: Life): Promise<void> {
  const log = createLog()
  const hearing = openLive(appUrl, log)
  life.closing('what hears of changes', hearing.stop)
  const sealer = startSealer(db, (error) => log.error({ err: error }, 'the audit log could not be sealed'))
  life.closing('the sealer', sealer.stop)
  const platform: Platform = {
    db,
    sealer,
    subscriptions: modules.flatMap((module) => module.subscriptions),
    recognise,
  }
  const secret = readSecret(config.data)
  openDoorsWith(secret)
  signFor({ secret, address: config.publicUrl ?? `http://localhost:${config.port}` })
  const carriers = openCarriers(config, secret, life)
  carriers(config.publicUrl ?? `http://localhost:${config.port}`)
  const signIn = openSignIn({
    platform,
    secret,
    addressOf: loginAddress,
    nameOf: loginNameOf,
    refusePassword: passwordRefusal,
  })
  const runner = await runJobs(
    modules.flatMap((module) => module.tasks),
    platform,
    ownerUrl,
    log,
    { alone: config.databaseUrl === null },
  )
  life.closing('the jobs', () => runner.stop())
  const files = fileStore(join(config.data, 'files'))
  keepFilesIn(files)
  const app = await serve({
    platform,
    log,
    version,
    routes: modules.flatMap((module) => module.routes),
    publicPages: modules.flatMap((module) => module.publicPages ?? []),
    refusals: Object.assign({}, ...modules.map((module) => module.refusals)),
    files,
    live: hearing,
    uploadLimit: config.uploadLimit,
    metricsToken: config.metricsToken,
    webFolder: join(root, 'dist'),
    ...signIn,
  })
  life.closing('the web server', () => app.close())
  const welcome = await welcomeTo(platform)
  const address = await listen(app, config)
  signFor({ secret, address })
  carriers(address)
  process.stdout.write(`Linli is ready · 邻里已启动: ${address}\n${welcome(address)}`)
}

/** What carries notices out; the address that their links lead to is known for certain once the server listens. */
function openCarriers(config: Config, secret: string, life: Life): (address: string) => void {
  const { smtpUrl, mailFrom, privateAddresses: allowPrivate, data } = config
  if (smtpUrl && !mailFrom)
    throw new Stop([
      'LINLI_SMTP_URL is set; say in LINLI_MAIL_FROM as whom e-mail goes out.',
      '已设置 LINLI_SMTP_URL，还需用 LINLI_MAIL_FROM 指定发件人。',
    ])
  const mail = smtpUrl && mailFrom ? openMail(smtpUrl, mailFrom) : null
  if (mail) life.closing('the mail server', async () => mail.close())
  const push = readPushKey(readKeyForPushes(data, makePushKey))
  return (address) => carryThrough({ address, secret, mail, push, allowPrivate })
}

/** Who can come in first: the demo's people, or whoever opens the one-time link. */
async function welcomeTo(platform: Platform): Promise<(address: string) => string> {
  if (wishes.demo) {
    const { seedDemo } = await import('./demo/seed.ts')
    const people = await seedDemo(platform, new Date())
    const lines = people.map((one) => `  ${one.name} (${one.role.join(' · ')}): ${one.loginName}  ${one.password}\n`)
    return () => lines.join('')
  }
  const link = await setupLink(platform.db, new Date())
  return (address) => (link ? `Set it up here, once · 首次设置请打开: ${address}${link}\n` : '')
}

async function listen(app: FastifyInstance, { host, port, publicUrl }: Config): Promise<string> {
  try {
    await app.listen({ host, port })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    throw new Stop([
      `Port ${port} is taken by another program. Choose another one with PORT.`,
      `端口 ${port} 已被其他程序占用。请用 PORT 指定另一个端口。`,
    ])
  }
  const bound = app.server.address()
  return publicUrl ?? `http://localhost:${typeof bound === 'object' && bound ? bound.port : port}`
}
