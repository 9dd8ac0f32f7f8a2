import { spawn } from 'node:child_process'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { readConfig } from '../src/platform/config.ts'
import { openDatabase } from '../src/platform/open.ts'
import { large, type Plan, plan, writeWorkbook } from './large-workbook.ts'
import { report } from './measure.ts'

// A workbook of 100,000 people and 300,000 hours through the import, against COPY of the same records into the same tables.
const root = join(import.meta.dirname, '..')
const folder = await mkdtemp(join(tmpdir(), 'linli-bench-'))
const data = join(folder, 'linli')

try {
  const records = plan(large, 2023)
  const file = join(folder, 'large.xlsx')
  await writeWorkbook(file, records)
  const ours = await importFile(file)
  const theirs = await copyRecords(records)
  report('import of 100,000 people and 300,000 hours', ours.ms, 'COPY of the same records', theirs)
  console.log(`  most memory at once, all processes together: ${ours.memory} MB; to be below 700 MB`)
  if (ours.memory >= 700) process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function importFile(file: string): Promise<{ ms: number; memory: number }> {
  const began = performance.now()
  const child = spawn(process.execPath, ['src/cli.ts', 'import', '--json', file], {
    cwd: root,
    env: { ...process.env, LINLI_DATA: data, DATABASE_URL: '' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  let memory = 0
  const looking = setInterval(() => {
    memory = Math.max(memory, memoryOfTree(child.pid ?? 0))
  }, 250)
  const code = await new Promise<number | null>((done) => child.once('exit', done))
  clearInterval(looking)
  if (code !== 0) throw new Error(`the import ended with ${code}`)
  return { ms: performance.now() - began, memory }
}

/** Megabytes of a process and all below it; what they share is counted once. */
function memoryOfTree(pid: number): number {
  const children = new Map<number, number[]>()
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const parent = Number(/\) \S (\d+)/.exec(readOr(`/proc/${name}/stat`))?.[1] ?? 0)
    children.set(parent, [...(children.get(parent) ?? []), Number(name)])
  }
  const tree = [pid]
  for (const own of tree) tree.push(...(children.get(own) ?? []))
  const kilobytes = tree.map((own) => Number(/^Pss:\s+(\d+)/m.exec(readOr(`/proc/${own}/smaps_rollup`))?.[1] ?? 0))
  return Math.round(kilobytes.reduce((sum, n) => sum + n, 0) / 1024)
}

function readOr(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    // It has ended since it was listed.
    return ''
  }
}

/** As the owner, without looking at anything: the least that writing these rows can take. */
async function copyRecords(records: Plan): Promise<number> {
  const database = await openDatabase(readConfig({ LINLI_DATA: data }))
  const client = new pg.Client({ connectionString: database.ownerUrl })
  await client.connect()
  try {
    const tenant = id(1, 1)
    await client.query(`insert into tenant (id, name, slug) values ('${tenant}', 'copy', 'copy')`)
    await client.query(`insert into organization (tenant_id, id, path, kind, name, search)
      values ('${tenant}', '${id(2, 0)}', '/${id(2, 0)}/', 'subdistrict', 'copy', '')`)
    const began = performance.now()
    await client.query('begin')
    await copy(
      client,
      'person (tenant_id, id, name, phone, search)',
      rowsOf(records.people(), (p, i) => [tenant, id(3, i), p.name, p.phone, p.name]),
    )
    await copy(
      client,
      'membership (tenant_id, id, person_id, organization_id, role, from_date)',
      rowsOf(records.people(), (p, i) => [
        tenant,
        id(4, i),
        id(3, i),
        id(2, 0),
        'volunteer',
        p.since.replaceAll('.', '-'),
      ]),
    )
    await copy(
      client,
      'activity (tenant_id, id, kind, title, host_id, starts_at, ends_at, changed_at)',
      rowsOf(records.activities(), (a, i) => [
        tenant,
        id(5, i),
        'service',
        a.title,
        id(2, 0),
        '2023-03-05 09:00',
        '2023-03-05 11:00',
        '2023-03-05',
      ]),
    )
    const each = Math.ceil(large.hours / large.people)
    await copy(
      client,
      'participation (tenant_id, id, activity_id, person_id, status, minutes, recorded_at)',
      rowsOf(records.hours(), (h, i) => [
        tenant,
        id(6, i),
        id(5, h.activity - 1),
        id(3, Math.floor(i / each)),
        'attended',
        h.minutes,
        '2023-03-05',
      ]),
    )
    await client.query('commit')
    return performance.now() - began
  } finally {
    await client.end()
    await database.leave()
  }
}

function id(kind: number, n: number): string {
  return `${kind}0000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`
}

function* rowsOf<T>(rows: Iterable<T>, values: (row: T, index: number) => (string | number)[]): Generator<string> {
  let index = 0
  for (const row of rows) yield `${values(row, index++).join('\t')}\n`
}

function copy(client: pg.Client, into: string, rows: Iterable<string>): Promise<void> {
  return pipeline(Readable.from(rows), client.query(copyFrom(`copy ${into} from stdin`)))
}
