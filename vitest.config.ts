import { globSync, readFileSync } from 'node:fs'
import { defineConfig } from 'vitest/config'

// A test that stands on the town or makes its own database needs a server; it is told by what it imports.
const tests = globSync(['src/**/*.test.{ts,tsx}', 'test/*.test.{ts,tsx}'])
const needsDatabase = (file: string): boolean =>
  /from '[^']*(test|[.])[/](town|fresh-database|linli)[.]ts'|[/]embedded[.]ts'/.test(readFileSync(file, 'utf8'))
const database = tests.filter(needsDatabase)
const unit = tests.filter((file) => !database.includes(file))

const project = (name: string, include: string[], more: object = {}) => ({
  test: { name, include, pool: 'threads' as const, ...more },
})

export default defineConfig({
  test: {
    maxWorkers: 2,
    passWithNoTests: true,
    projects: [
      project('unit', unit, { isolate: false }),
      project('database', database, {
        isolate: false,
        globalSetup: 'test/fresh-database.ts',
        testTimeout: 20_000,
        hookTimeout: 60_000,
      }),
      project('e2e', ['test/e2e/**/*.test.ts'], { testTimeout: 120_000, hookTimeout: 120_000, fileParallelism: false }),
    ],
  },
})
