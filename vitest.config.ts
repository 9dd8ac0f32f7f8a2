import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { defineConfig } from 'vitest/config'

// A test that imports, itself or through a story of test/, what starts a server needs one; one that has LibreOffice lay
// out a document needs that program. Both are told by what they say.
const mentions = (file: string, what: RegExp): boolean => what.test(readFileSync(file, 'utf8'))
const importing = (names: string[]): RegExp => new RegExp(`/(${names.join('|')})[.]ts'`)

function startersIn(stories: string[], known: string[]): string[] {
  const more = stories.filter((file) => mentions(file, importing(known))).map((file) => basename(file, '.ts'))
  const all = [...new Set([...known, ...more])]
  return all.length === known.length ? known : startersIn(stories, all)
}

const tests = globSync(['src/**/*.test.{ts,tsx}', 'test/*.test.{ts,tsx}'])
const stories = globSync('test/*.ts').filter((file) => !file.endsWith('.test.ts'))
const starters = startersIn(stories, ['fresh-database', 'linli', 'embedded'])
const database = tests.filter((file) => mentions(file, importing(starters)))
// With a server given, what the embedded one does has been tested already.
const here = database.filter((file) => !(process.env.DATABASE_URL && file.endsWith('/embedded.test.ts')))
const documents = tests.filter((file) => !database.includes(file) && mentions(file, /soffice|pdftotext|pdftoppm/i))
const unit = tests.filter((file) => !database.includes(file) && !documents.includes(file))

const project = (name: string, include: string[], more: object = {}) => ({
  test: { name, include, pool: 'threads' as const, ...more },
})

export default defineConfig({
  test: {
    maxWorkers: 2,
    passWithNoTests: true,
    projects: [
      // On a busy machine a moment is long; how fast something is, a bench says.
      project('unit', unit, { isolate: false, testTimeout: 60_000 }),
      project('documents', documents, { testTimeout: 120_000 }),
      project('database', here, {
        isolate: false,
        globalSetup: 'test/fresh-database.ts',
        testTimeout: 180_000,
        hookTimeout: 120_000,
      }),
      project('e2e', ['test/e2e/**/*.test.ts'], { testTimeout: 120_000, hookTimeout: 120_000, fileParallelism: false }),
    ],
  },
})
