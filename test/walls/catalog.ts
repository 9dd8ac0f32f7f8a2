import pg from 'pg'
import type { Finding } from './files.ts'

/** Tables that are no tenant's. Whoever adds to this list says why, here. */
export const noTenants: Record<string, string> = {
  tenant: 'the list of tenants itself: needed to find out whose request it is',
  setup_link: 'one for the whole installation, before there is anybody',
  linli_migration: "the installation's own history",
}

const tables = `
  select c.oid, c.relname as name, c.relrowsecurity and c.relforcerowsecurity as protected,
         exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and a.attnotnull) as tenant,
         (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies,
         exists (select from pg_policy p where p.polrelid = c.oid and p.polcmd = '*'
                 and pg_get_expr(p.polqual, p.polrelid) = '(tenant_id = current_tenant())') as policy
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and n.nspname = 'public'`

// Unique indexes stand for primary keys and unique constraints as well; an exclusion constraint has an index too.
const keys = `
  select c.relname as table, i.relname as name,
         coalesce((select a.attname from pg_attribute a where a.attrelid = c.oid and a.attnum = x.indkey[0]), '') as first
  from pg_index x join pg_class c on c.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
  join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'public' and (x.indisunique or x.indisexclusion)
  union all
  select c.relname, k.conname, case when own.attname = 'tenant_id' and far.attname = 'tenant_id' then 'tenant_id' else own.attname end
  from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute own on own.attrelid = k.conrelid and own.attnum = k.conkey[1]
  join pg_attribute far on far.attrelid = k.confrelid and far.attnum = k.confkey[1]
  where n.nspname = 'public' and k.contype = 'f'`

const role = `
  select rolsuper or rolbypassrls as above,
         (select string_agg(c.relname, ', ') from pg_class c where c.relowner = r.oid) as owns
  from pg_roles r where rolname = 'linli_app'`

const triggers = `
  select c.relname as table, t.tgname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid
  join pg_namespace n on n.oid = c.relnamespace where not t.tgisinternal and n.nspname = 'public'`

type Table = { name: string; protected: boolean; tenant: boolean; policies: number; policy: boolean }

/** Every table has its tenant and the one policy; every key begins with the tenant; who serves stands above nothing. */
export async function catalogFindings(ownerUrl: string): Promise<Finding[]> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const finding = (at: string, why: string): Finding => ({ rule: 'catalog', at, why })
    const found: Finding[] = []
    for (const table of (await client.query<Table>(tables)).rows) {
      if (table.name in noTenants) continue
      if (!table.tenant) found.push(finding(table.name, 'has no tenant'))
      if (!table.protected) found.push(finding(table.name, 'has no forced row-level security'))
      if (!table.policy || table.policies !== 1) found.push(finding(table.name, 'has not the one policy'))
    }
    for (const key of (await client.query<{ table: string; name: string; first: string }>(keys)).rows)
      if (!(key.table in noTenants) && key.first !== 'tenant_id')
        found.push(finding(key.table, `${key.name} does not begin with the tenant`))
    for (const { table, name } of (await client.query<{ table: string; name: string }>(triggers)).rows)
      found.push(finding(table, `has the trigger ${name}`))
    const [serving] = (await client.query<{ above: boolean; owns: string | null }>(role)).rows
    if (!serving || serving.above) found.push(finding('linli_app', 'stands above row-level security'))
    if (serving?.owns) found.push(finding('linli_app', `owns ${serving.owns}`))
    return found
  } finally {
    await client.end()
  }
}
