/** For each wall a small house that breaks it, file by file: [rule, the file that is to blame, the files]. */
export const brokenDirections: [rule: string, at: string, files: Record<string, string>][] = [
  [
    'no-circles',
    'src/modules/places/circle/rules.ts',
    {
      'src/modules/places/rules.ts': "import { b } from './circle/rules.ts'\nexport const a = (): number => b()",
      'src/modules/places/circle/rules.ts': "import { a } from '../rules.ts'\nexport const b = (): number => a()",
    },
  ],
  [
    'nothing-missing',
    'src/platform/lost.ts',
    { 'src/platform/lost.ts': "import { a } from './nowhere.ts'\nexport const b = a" },
  ],
  [
    'platform-knows-no-module',
    'src/platform/nosy.ts',
    {
      'src/platform/nosy.ts': "import type { A } from '../modules/activities/contract.ts'\nexport type B = A",
      'src/modules/activities/contract.ts': 'export type A = 1',
    },
  ],
  [
    'contract-and-rules-are-pure',
    'src/modules/learning/rules.ts',
    { 'src/modules/learning/rules.ts': "import { sql } from 'kysely'\nexport const one = sql`1`" },
  ],
  [
    'both-sides-run-in-a-browser',
    'src/platform/zone.ts',
    { 'src/platform/zone.ts': "import { readFileSync } from 'node:fs'\nexport const one = readFileSync" },
  ],
  [
    'pages-run-in-a-browser',
    'src/modules/learning/pages/plan.tsx',
    {
      'src/modules/learning/pages/plan.tsx':
        "import { plan } from '../actions.ts'\nexport const Plan = () => <p>{plan}</p>",
      'src/modules/learning/actions.ts': 'export const plan = 1',
    },
  ],
  [
    'web-takes-only-what-is-for-it',
    'src/web/greedy.tsx',
    {
      'src/web/greedy.tsx':
        "import { count } from '../modules/learning/facts.ts'\nexport const Greedy = () => <p>{count}</p>",
      'src/modules/learning/facts.ts': 'export const count = 1',
    },
  ],
  [
    'public-pages-are-rendered-here',
    'src/modules/learning/public/plan.tsx',
    {
      'src/modules/learning/public/plan.tsx':
        "import { Text } from '@mantine/core'\nexport const Plan = () => <Text />",
    },
  ],
  [
    'use-cases-know-no-http',
    'src/modules/partners/actions.ts',
    {
      'src/modules/partners/actions.ts':
        "import type { FastifyRequest } from 'fastify'\nexport type Asked = FastifyRequest",
    },
  ],
  [
    'only-queries-speak-sql',
    'src/modules/partners/jobs.ts',
    { 'src/modules/partners/jobs.ts': "import { sql } from 'kysely'\nexport const one = sql`1`" },
  ],
  [
    'foreign-queries-are-private',
    'src/modules/requests/actions.ts',
    {
      'src/modules/requests/actions.ts': "import { all } from '../partners/queries.ts'\nexport const some = all",
      'src/modules/partners/queries.ts': 'export const all = 1',
    },
  ],
  [
    'only-the-wiring-knows-all',
    'src/modules/checks/actions.ts',
    {
      'src/modules/checks/actions.ts': "import { modules } from '../../modules.ts'\nexport const all = modules",
      'src/modules.ts': 'export const modules = 1',
    },
  ],
  [
    'tests-stay-outside',
    'src/modules/duties/actions.ts',
    {
      'src/modules/duties/actions.ts': "import { town } from '../../../test/town.ts'\nexport const all = town",
      'test/town.ts': 'export const town = 1',
    },
  ],
  ...(
    [
      ['organizations', 'notices'],
      ['notices', 'indicators'],
      ['indicators', 'imports'],
      ['imports', 'places'],
      ['places', 'activities'],
      ['activities', 'credentials'],
      ['credentials', 'volunteering'],
      ['volunteering', 'learning'],
      ['learning', 'partners'],
      ['partners', 'requests'],
      ['requests', 'checks'],
      ['checks', 'duties'],
      ['duties', 'outreach'],
      ['outreach', 'reports'],
    ] as const
  ).map(([left, right]): [string, string, Record<string, string>] => [
    `${left}-looks-only-left`,
    `src/modules/${left}/looking/actions.ts`,
    {
      [`src/modules/${left}/looking/actions.ts`]: `import type { A } from '../../${right}/looked-at/contract.ts'\nexport type B = A`,
      [`src/modules/${right}/looked-at/contract.ts`]: 'export type A = 1',
    },
  ]),
]

export const misnamedFiles = [
  'src/modules/places/helpers.ts',
  'src/modules/places/rooms/service.ts',
  'src/modules/places/Rooms/rules.ts',
  'src/modules/places/pages/RoomCard.tsx',
  'src/modules/stray.ts',
  'src/platform/utils.ts',
  'src/web/common/button.tsx',
]
export const wellNamedFiles = [
  'src/modules/places/rules.ts',
  'src/modules/places/sheets.ts',
  'src/modules/places/room-booking/rules.test.ts',
  'src/modules/places/room-booking/pages/room-card.tsx',
  'src/modules/places/opening/2023.json',
  'src/web/button.tsx',
]

export const foreignWriters: Record<string, string> = {
  'src/modules/places/queries.ts': "tx.insertInto('person').values(row)",
  'src/modules/places/rooms/queries.ts': 'sql`update person p set name = 1`',
  'src/modules/places/hours/queries.ts': "tx.deleteFrom('peopleGroup as g')",
  'src/modules/organizations/queries.ts': "tx.updateTable('auth.session').set({})",
  'src/platform/reach.ts': 'sql`insert into place (id) values (1)`',
}

export const brokenTables: [why: string, sql: string][] = [
  ['loose has no tenant', 'create table loose (id uuid primary key)'],
  [
    'open has no forced row-level security',
    'create table open (tenant_id uuid not null, id uuid, primary key (tenant_id, id))',
  ],
  [
    'ajar has not the one policy',
    `create table ajar (tenant_id uuid not null, id uuid, primary key (tenant_id, id));
     call protect('ajar'); create policy more on ajar using (true)`,
  ],
  [
    'shared shared_pkey does not begin with the tenant',
    `create table shared (tenant_id uuid not null, id uuid primary key); call protect('shared')`,
  ],
  [
    'single single_name_key does not begin with the tenant',
    `create table single (tenant_id uuid not null, id uuid, name text unique, primary key (tenant_id, id)); call protect('single')`,
  ],
  [
    'pointing pointing_other_fkey does not begin with the tenant',
    `create table pointing (tenant_id uuid not null, id uuid, other uuid references setup_link_of, primary key (tenant_id, id)); call protect('pointing')`,
  ],
  [
    'watched has the trigger watch',
    `create table watched (tenant_id uuid not null, id uuid, primary key (tenant_id, id)); call protect('watched');
     create function watch() returns trigger language plpgsql as $$ begin return new; end $$;
     create trigger watch before insert on watched for each row execute function watch()`,
  ],
]
