import { fileURLToPath } from 'node:url'
import pg from 'pg'

export const generatedFile = fileURLToPath(new URL('./database.gen.ts', import.meta.url))

type Column = {
  schema: string
  table: string
  column: string
  type: string
  nullable: boolean
  filled: boolean
  fixed: boolean
}

const read = `
  select n.nspname as schema, c.relname as table, a.attname as column, format_type(a.atttypid, null) as type,
         not a.attnotnull as nullable,
         a.atthasdef or a.attidentity <> '' as filled,
         a.attgenerated <> '' or a.attidentity = 'a' as fixed
  from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p', 'v', 'm') and not c.relispartition and a.attnum > 0 and not a.attisdropped
    and n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker') and n.nspname !~ '^pg_'
    and c.relname <> 'linli_migration'
    and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype = 'e')
  order by n.nspname = 'public' desc, n.nspname, c.relname, a.attnum`

const types: Record<string, string> = {
  boolean: 'boolean',
  integer: 'number',
  smallint: 'number',
  bigint: 'number',
  'double precision': 'number',
  real: 'number',
  numeric: 'number',
  'timestamp with time zone': 'Date',
  bytea: 'Buffer',
  json: 'unknown',
  jsonb: 'unknown',
}

const camel = (name: string): string => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())

function typeOf({ type, nullable, filled, fixed }: Column): string {
  const one = type.replace(/\[\]$/, '')
  const bare = `${types[one] ?? 'string'}${one === type ? '' : '[]'}`
  const whole = nullable && bare !== 'unknown' ? `${bare} | null` : bare
  if (fixed) return `ColumnType<${whole}, never, never>`
  return filled ? `Generated<${whole}>` : whole
}

/** The TypeScript that describes this database to Kysely. */
export async function describeDatabase(ownerUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const { rows } = await client.query<Column>(read)
    return written(rows)
  } finally {
    await client.end()
  }
}

function written(columns: Column[]): string {
  const nameOf = (c: Column): string => (c.schema === 'public' ? c.table : `${c.schema}.${c.table}`)
  const tables = Map.groupBy(columns, nameOf)
  const interfaces = [...tables].map(([name, its]) => {
    const key = name.includes('.') ? `'${camel(name)}'` : camel(name)
    return [`  ${key}: {`, ...its.map((c) => `    ${camel(c.column)}: ${typeOf(c)}`), '  }'].join('\n')
  })
  const tenants = [...tables].filter(([name, its]) => !name.includes('.') && its.some((c) => c.column === 'tenant_id'))
  const used = ['ColumnType', 'Generated'].filter((name) => interfaces.some((text) => text.includes(`${name}<`)))
  return [
    '// Generated from the migrated database by `npm run linli -- generate`.',
    `import type { ${used.join(', ')} } from 'kysely'`,
    '',
    'export interface Database {',
    ...interfaces,
    '}',
    '',
    'export const tenantTables: ReadonlySet<string> = new Set([',
    ...tenants.map(([name]) => `  '${name}',`),
    '])',
    '',
  ].join('\n')
}
