import { createHash, createHmac } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { Stop } from './stop.ts'

const folder = fileURLToPath(new URL('../../migrations', import.meta.url))
const oldestServer = 15
const migrating = 0x6c696e6c69

export type Migration = { name: string; text: string }

export const migrationFiles = (): Migration[] =>
  readdirSync(folder)
    .filter((name) => /^\d{4}_\w+\.sql$/.test(name))
    .sort()
    .map((name) => ({ name, text: readFileSync(`${folder}/${name}`, 'utf8') }))

export const checksum = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Brings the database up to this program's version, one transaction a file, and returns what was new. */
export async function migrate(ownerUrl: string, files: Migration[] = migrationFiles()): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'linli migrate' })
  await reach(client)
  try {
    await refuseOldServer(client)
    await client.query('select pg_advisory_lock($1)', [migrating])
    await client.query(
      'create table if not exists linli_migration (name text primary key, checksum text not null, at timestamptz not null default now())',
    )
    const { rows } = await client.query<{ name: string; checksum: string }>(
      'select name, checksum from linli_migration',
    )
    const applied = new Map(rows.map((row) => [row.name, row.checksum]))
    refuseAnotherPast(applied, files)
    const fresh = files.filter(({ name }) => !applied.has(name))
    for (const file of fresh) await apply(client, file)
    await givePassword(client, ownerUrl)
    if (!(await hasQueue(client))) await makeQueue(ownerUrl)
    return fresh.map(({ name }) => name)
  } finally {
    await client.end()
  }
}

async function reach(client: pg.Client): Promise<void> {
  try {
    await client.connect()
  } catch (error) {
    // The address itself may hold a password and is not repeated.
    const why = error instanceof Error ? error.message || (error as NodeJS.ErrnoException).code : error
    throw new Stop([`The database cannot be reached: ${why}`, `无法连接数据库：${why}`])
  }
}

async function refuseOldServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ number: string; name: string }>(
    "select current_setting('server_version_num') as number, current_setting('server_version') as name",
  )
  const major = Math.floor(Number(rows[0]?.number) / 10000)
  if (major < oldestServer)
    throw new Stop([
      `Linli needs PostgreSQL ${oldestServer} or newer; this server is ${rows[0]?.name}.`,
      `邻里需要 PostgreSQL ${oldestServer} 或更新的版本，而这台服务器是 ${rows[0]?.name}。`,
    ])
}

function refuseAnotherPast(applied: Map<string, string>, files: Migration[]): void {
  const known = new Map(files.map((file) => [file.name, file]))
  for (const [name, sum] of applied) {
    const file = known.get(name)
    if (!file)
      throw new Stop([
        `The database was migrated by a newer Linli: it has ${name}, which this program does not know. Start that newer version.`,
        `数据库已由更新版本的邻里升级：其中有本程序不认识的 ${name}。请启动那个更新的版本。`,
      ])
    if (checksum(file.text) !== sum)
      throw new Stop([
        `migrations/${name} was changed after it had been applied to this database. Put the file back as it was and write a new migration.`,
        `migrations/${name} 在应用到此数据库之后被修改过。请恢复原文件，并另写一个新的迁移。`,
      ])
  }
}

async function apply(client: pg.Client, { name, text }: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query(text)
    await client.query('insert into linli_migration (name, checksum) values ($1, $2)', [name, checksum(text)])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`migrations/${name}: ${error instanceof Error ? error.message : error}`, { cause: error })
  }
}

/** The serving role's password follows from the owner's: one secret to keep, and neither is written anywhere. */
function servingPassword(ownerUrl: string): string | null {
  const owner = decodeURIComponent(new URL(ownerUrl).password) || process.env.PGPASSWORD
  return owner ? createHmac('sha256', owner).update('linli_app').digest('hex') : null
}

/** Where the role that serves requests logs in. */
export function servingUrl(ownerUrl: string): string {
  const url = Object.assign(new URL(ownerUrl), { username: 'linli_app', password: servingPassword(ownerUrl) ?? '' })
  return url.href
}

async function givePassword(client: pg.Client, ownerUrl: string): Promise<void> {
  const password = servingPassword(ownerUrl)
  if (password && !process.env.LINLI_APP_DATABASE_URL)
    await client.query(`alter role linli_app password ${client.escapeLiteral(password)}`)
}

async function hasQueue(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query("select 1 from pg_namespace where nspname = 'graphile_worker'")
  return rows.length > 0
}

async function makeQueue(connectionString: string): Promise<void> {
  const { Logger, runMigrations } = await import('graphile-worker')
  await runMigrations({ connectionString, logger: new Logger(() => () => {}) })
}
