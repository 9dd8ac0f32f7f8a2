import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Every name that a file of a module may have. A module that outgrows one gets a folder with the same names inside. */
const vocabulary = [
  'contract.ts',
  'rules.ts',
  'messages.ts',
  'queries.ts',
  'actions.ts',
  'facts.ts',
  'sheets.ts',
  'matters.ts',
  'jobs.ts',
  'routes.ts',
]
const inPages = /^(?:[a-z0-9]+-)*[a-z0-9]+\.(?:tsx|ts|css)$/
const folder = /^(?:[a-z0-9]+-)*[a-z0-9]+$/
const unwelcome = [
  'utils',
  'util',
  'helpers',
  'helper',
  'common',
  'shared',
  'services',
  'types',
  'index',
  'lib',
  'misc',
]
/** Data that stands with what reads it. */
const data = /\.(?:json|csv|md|ttf)$/

const softLimit = 200

export type Finding = { rule: string; at: string; why: string }

const sources = (root: string): string[] =>
  globSync('src/**/*', { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort()

/** File names in the modules, and names that say nothing anywhere. */
export function misnamed(root: string): Finding[] {
  return sources(root).flatMap((at): Finding[] => {
    const parts = at.split('/')
    const name = parts.at(-1) ?? ''
    const vague = parts.map((part) => part.split('.')[0] ?? '').find((part) => unwelcome.includes(part))
    if (vague) return [{ rule: 'vocabulary', at, why: `'${vague}' says nothing about what is in it` }]
    if (parts[1] !== 'modules') return []
    const bad = parts.slice(2, -1).find((part) => !folder.test(part))
    if (bad) return [{ rule: 'vocabulary', at, why: `a folder is named in lower case: ${bad}` }]
    if (parts.length < 4) return [{ rule: 'vocabulary', at, why: 'a file stands in a module' }]
    if (data.test(name) || mayStand(parts)) return []
    return [{ rule: 'vocabulary', at, why: `'${name}' is none of ${vocabulary.join(', ')}` }]
  })
}

function mayStand(parts: string[]): boolean {
  const name = (parts.at(-1) ?? '').replace(/\.test(?=\.tsx?$)/, '')
  if (parts.slice(3, -1).some((part) => part === 'pages' || part === 'public')) return inPages.test(name)
  return vocabulary.includes(name)
}

/** Files over the soft limit: said, not forbidden. */
export const tooLong = (root: string): Finding[] =>
  sources(root)
    .filter((at) => /\.tsx?$/.test(at) && !/\.(?:test|gen)\./.test(at))
    .map((at) => ({ at, lines: readFileSync(join(root, at), 'utf8').trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > softLimit)
    .map(({ at, lines }) => ({ rule: 'length', at, why: `${lines} lines` }))

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

const writes = [
  /\b(?:insertInto|updateTable|deleteFrom|mergeInto)\(\s*'([\w.]+)/g,
  /\b(?:insert\s+into|delete\s+from|truncate(?:\s+table)?|copy)\s+([a-z_]+(?:\.[a-z_]+)?)/g,
  /\bupdate\s+([a-z_]+(?:\.[a-z_]+)?)\s+(?:as\s+\w+\s+|\w\s+)?set\b/g,
]

/** What a source file writes to. */
const writtenTo = (text: string): string[] =>
  writes.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => snake(match[1] ?? '')))

type Owner = { name: string; tables: readonly string[] }

/** A module writes only to its own tables; the ground floor to those that no module owns. */
export function foreignWrites(root: string, owners: readonly Owner[], groundFloor: readonly string[]): Finding[] {
  const known = new Set([...owners.flatMap(({ tables }) => tables), ...groundFloor])
  return sources(root)
    .filter((at) => /^src\/(?:modules|platform)\/.*\.ts$/.test(at) && !at.includes('.test.'))
    .flatMap((at) => {
      const owner = owners.find(({ name }) => at.startsWith(`src/modules/${name}/`))
      const own = at.startsWith('src/platform/') ? groundFloor : (owner?.tables ?? [])
      return [...new Set(writtenTo(readFileSync(join(root, at), 'utf8')))]
        .filter((table) => (known.has(table) || table.startsWith('auth.')) && !own.includes(table))
        .filter((table) => !(table.startsWith('auth.') && at.startsWith('src/platform/')))
        .map((table) => ({ rule: 'ownership', at, why: `writes to ${table}, which is not its own` }))
    })
}

/** Every table that the migrations make belongs to one module, or stands on the ground floor's short list. */
export function unowned(root: string, owners: readonly Owner[], groundFloor: readonly string[]): Finding[] {
  const made = globSync('migrations/*.sql', { cwd: root })
    .sort()
    .flatMap((at) =>
      [...readFileSync(join(root, at), 'utf8').matchAll(/^create\s+table\s+([a-z_.]+)/gm)].map((match) => ({
        at,
        table: match[1] ?? '',
      })),
    )
  const found = made
    .map(({ at, table }) => ({
      at,
      table,
      by: [
        ...owners.filter(({ tables }) => tables.includes(table)).map(({ name }) => name),
        ...(groundFloor.includes(table) || table.startsWith('auth.') ? ['the ground floor'] : []),
      ],
    }))
    .filter(({ by }) => by.length !== 1)
    .map(({ at, table, by }) => ({
      rule: 'ownership',
      at,
      why: `${table} is owned by ${by.join(' and ') || 'nobody'}`,
    }))
  const names = new Set(made.map(({ table }) => table))
  const gone = owners.flatMap(({ name, tables }) =>
    tables
      .filter((table) => !names.has(table))
      .map((table) => ({ rule: 'ownership', at: name, why: `${table} is owned but never made` })),
  )
  return [...found, ...gone]
}
