import { globSync, readFileSync } from 'node:fs'
import { defineConfig } from 'vitest/config'

// A test that stands on the town or makes its own database needs a server, one that has LibreOffice lay out a document
// needs that program: both are told by what they say.
const mentions = (file: string, what: RegExp): boolean => what.test(readFileSync(file, 'utf8'))
const tests = globSync(['src/**/*.test.{ts,tsx}', 'test/*.test.{ts,tsx}'])
const database = tests.filter((file) => mentions(file, /[/](town|office|imports|fresh-database|linli|embedded)[.]ts'/))
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
      project('unit', unit, { isolate: false }),
      project('documents', documents, { testTimeout: 120_000 }),
      project('database', here, {
        isolate: false,
        globalSetup: 'test/fresh-database.ts',
        testTimeout: 60_000,
        hookTimeout: 60_000,
      }),
      project('e2e', ['test/e2e/**/*.test.ts'], { testTimeout: 120_000, hookTimeout: 120_000, fileParallelism: false }),
    ],
  },
})
