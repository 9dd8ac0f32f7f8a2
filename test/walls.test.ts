import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, expect, test } from 'vitest'
import { z } from 'zod'
import { modules, platformTables } from '../src/modules.ts'
import { endpoint, secret } from '../src/platform/endpoint.ts'
import type { PublicPage } from '../src/platform/public/page.ts'
import { type Route, route } from '../src/platform/route.ts'
import * as broken from './walls/broken.ts'
import { type Finding, foreignWrites, misnamed, tooLong, unowned } from './walls/files.ts'
import { openToAnyone, publicFindings, routeFindings } from './walls/routes.ts'

const root = join(import.meta.dirname, '..')
const config = join(root, '.dependency-cruiser.js')
const made: string[] = []
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true })
})

function house(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'linli-walls-'))
  made.push(folder)
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), `${text}\n`)
  }
  return folder
}
const said = (findings: Finding[]): string[] => findings.map(({ at, why }) => `${at}: ${why}`)
const routes = modules.flatMap((module) => module.routes)

test('every wall of the house stands: what breaks it is caught', async () => {
  const folder = house(Object.assign({}, ...broken.brokenDirections.map(([, , files]) => files)))
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  cpSync(config, join(folder, '.dependency-cruiser.js'))
  writeFileSync(join(folder, 'package.json'), '{"type":"module","dependencies":{}}')
  const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')
  const args = [cruiser, '--config', '.dependency-cruiser.js', '--output-type', 'json', 'src', 'test']
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: folder, maxBuffer: 2 ** 26 })
  const { summary } = JSON.parse(stdout) as { summary: { violations: { from: string; rule: { name: string } }[] } }
  const caught = summary.violations.map(({ from, rule }) => `${rule.name} ${from}`)
  for (const [rule, at] of broken.brokenDirections) expect(caught).toContain(`${rule} ${at}`)
  const { default: walls } = (await import(config)) as { default: { forbidden: { name: string }[] } }
  const tried = new Set(broken.brokenDirections.map(([rule]) => rule))
  // The last module has nobody to its right.
  expect(walls.forbidden.map(({ name }) => name).filter((name) => !tried.has(name))).toEqual([
    'reports-looks-only-left',
  ])
}, 60_000)

test('a file of a module has a name of the closed list', () => {
  expect(said(misnamed(root))).toEqual([])
})

test('… and any other name is caught', () => {
  const all = [...broken.misnamedFiles, ...broken.wellNamedFiles]
  const folder = house(Object.fromEntries(all.map((path) => [path, ''])))
  expect(
    misnamed(folder)
      .map(({ at }) => at)
      .sort(),
  ).toEqual([...broken.misnamedFiles].sort())
})

test('every table has one owner, and nobody else writes to it', () => {
  expect(said(unowned(root, modules, platformTables))).toEqual([])
  expect(said(foreignWrites(root, modules, platformTables))).toEqual([])
})

test('… and a table without owner, or a write to another’s, is caught', () => {
  const owners = [
    { name: 'organizations', tables: ['person', 'people_group'] },
    { name: 'places', tables: ['place', 'people_group', 'cellar'] },
  ]
  const folder = house({
    ...broken.foreignWriters,
    'migrations/0001_all.sql':
      'create table person (\n);\ncreate table people_group ();\ncreate table place ();\ncreate table stray ();',
  })
  expect(said(unowned(folder, owners, []))).toEqual([
    'migrations/0001_all.sql: people_group is owned by organizations and places',
    'migrations/0001_all.sql: stray is owned by nobody',
    'places: cellar is owned but never made',
  ])
  const [organizations, places] = owners
  const once = [organizations, { ...places, tables: ['place'] }] as typeof owners
  expect(foreignWrites(folder, once, ['tenant']).map(({ at }) => at)).toEqual(Object.keys(broken.foreignWriters).sort())
})

test('every route says who may call it, once, under a name of its own', () => {
  expect(said(routeFindings(routes))).toEqual([])
  const known = new Set(routes.map(({ endpoint }) => endpoint.name))
  expect(Object.keys(openToAnyone).filter((name) => !known.has(name))).toEqual([])
})

test('… and a route that does not is caught', () => {
  const input = z.object({ id: z.uuid() })
  const named = (name: string, path: `/${string}` = `/api/${name}/:id`) =>
    endpoint({ name, method: 'GET', path, input, output: z.object({}) })
  const action = async () => ({})
  const careless = endpoint({
    name: 'careless',
    method: 'POST',
    path: '/api/careless',
    input: z.object({ newPassword: z.string(), token: secret(z.string()) }),
    output: z.object({}),
  })
  const bad: Route[] = [
    route(named('first'), ['staff'], action),
    route(named('first', '/api/other'), ['staff'], action),
    route(named('second', '/api/first/:other'), ['staff'], action),
    route(named('nobody'), [], action),
    route(named('open'), 'anyone', action),
    route(named('outside', '/outside/:id'), 'signedIn', action),
    route(careless, 'signedIn', action),
  ]
  expect(said(routeFindings(bad))).toEqual([
    'first: the name first is taken by first',
    'second: GET /api/first/: is taken by first',
    'second: :other is not in its input',
    'nobody: nobody may call it',
    'open: open to anyone, and not on the written list',
    'outside: stands outside /api/',
    'careless: newPassword would be kept in the audit log: mark it secret()',
  ])
})

test('every public page has a name and an address of its own, and limits what is sent', () => {
  expect(
    said(
      publicFindings(
        modules.flatMap((module) => module.publicPages ?? []),
        routes,
      ),
    ),
  ).toEqual([])
})

test('… and one that has not is caught', () => {
  const page = (name: string, path: `/${string}`, more: Partial<PublicPage> = {}): PublicPage => ({
    name,
    method: 'GET',
    path,
    render: async () => ({ data: {} }),
    ...more,
  })
  const bad = [
    page('first', '/first/:id'),
    page('first', '/second'),
    page('third', '/first/:name'),
    page('fourth', '/fourth', { writes: true }),
    page('fifth', '/fifth', { method: 'POST', largestFile: 2 ** 30 }),
  ]
  expect(said(publicFindings(bad, []))).toEqual([
    'first: first is taken',
    'third: GET /first/: is taken',
    'fourth: writes when it is only looked at',
    'fifth: may be sent as often as anybody likes',
    'fifth: takes files over 20 MB from anybody',
  ])
})

test('files that grow too long are reported', () => {
  const folder = house({ 'src/platform/long.ts': `${'\n'.repeat(200)}x`, 'src/platform/short.ts': 'x' })
  expect(said(tooLong(folder))).toEqual(['src/platform/long.ts: 201 lines'])
  const long = said(tooLong(root))
  if (long.length > 0)
    process.stdout.write(`Over the soft limit of 200 lines:\n${long.map((l) => `  ${l}\n`).join('')}`)
})
