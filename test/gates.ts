import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { parseArgs, stripVTControlCharacters } from 'node:util'
import { provideNeeds } from './needs.ts'

// Everything that must hold, and one line at the end that says how much of it does.

const root = join(import.meta.dirname, '..')
const { values: wishes } = parseArgs({
  options: { fast: { type: 'boolean' }, database: { type: 'boolean' } },
})

type Ended = { code: number; output: string }
let passed = 0
/** What failed, in a line each: said again at the end, where it is found. */
const failed: string[] = []

function run(program: string, args: string[], { show = false, env = {} } = {}): Promise<Ended> {
  const child = spawn(process.execPath, [join(root, 'node_modules', program), ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk))
  return new Promise((done, fail) => child.on('error', fail).on('close', (code) => done({ code: code ?? 1, output })))
}

/** One gate counts as one, and the next is tried whatever it says. */
async function gate(name: string, work: () => Promise<Ended>): Promise<void> {
  const began = performance.now()
  const { code, output } = await work()
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  if (code === 0) passed += 1
  else failed.push(name)
  process.stdout.write(code === 0 ? `✓ ${name} (${seconds} s)\n` : `✗ ${name} (${seconds} s)\n${output}\n`)
}

const walls = [
  '--config',
  '.dependency-cruiser.js',
  '--output-type',
  'err',
  'src',
  'test',
  'bench',
  'launch',
  'launch.js',
]
const format = () => gate('format and lint', () => run('@biomejs/biome/bin/biome', ['ci', '--error-on-warnings', '.']))
const types = () =>
  gate('types', () =>
    run('typescript/bin/tsc', ['--noEmit', '-p', '.', '--incremental', '--tsBuildInfoFile', '.cache/types.json']),
  )
const wall = () => gate('walls', () => run('dependency-cruiser/bin/dependency-cruiser.mjs', walls))
const unused = () => gate('nothing unused', () => run('knip/bin/knip.js', ['--no-progress']))
const web = () =>
  gate('web build', () => run('vite/bin/vite.js', ['build', '--logLevel', 'warn'], { env: { NODE_ENV: 'production' } }))

type Tried = { fullName: string; status: string; failureMessages?: string[] }
type Report = {
  numPassedTests: number
  testResults: { name: string; status: string; message?: string; assertionResults: Tried[] }[]
}
const firstLine = (text: string | undefined): string => stripVTControlCharacters(text ?? '').split('\n')[0] ?? ''

/** A file that does not even load, and an error outside all tests, count as one failure each. */
async function tests(...projects: string[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'linli-report-'))
  const file = join(folder, 'report.json')
  const named = projects.flatMap((name) => ['--project', name])
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  try {
    const { code } = await run('vitest/vitest.mjs', ['run', ...named, ...reporters], { show: true })
    const report = JSON.parse(readFileSync(file, 'utf8')) as Report
    passed += report.numPassedTests
    const wrong = report.testResults.flatMap(({ name, status, message, assertionResults }) =>
      status === 'failed' && assertionResults.length === 0
        ? [`${relative(root, name)}: ${firstLine(message)}`]
        : assertionResults
            .filter((one) => one.status === 'failed')
            .map((one) => `${relative(root, name)}: ${one.fullName}: ${firstLine(one.failureMessages?.[0])}`),
    )
    failed.push(...(code !== 0 && wrong.length === 0 ? ['an error outside all tests'] : wrong))
  } catch (error) {
    failed.push(`the tests ended without a report: ${error}`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

if (wishes.database) await tests('database')
else {
  await Promise.all([types(), format()])
  await Promise.all([wall(), unused()])
  if (wishes.fast) await tests('unit')
  else {
    await gate('programs that the tests use', async () => {
      const missing = provideNeeds()
      return { code: missing.length, output: `Missing:\n${missing.map((line) => `  ${line}\n`).join('')}` }
    })
    await web()
    await tests('unit', 'documents', 'database', 'e2e')
  }
}
for (const what of failed) process.stdout.write(`✗ ${what}\n`)
process.stdout.write(`\n${passed} passed, ${failed.length} failed\n`)
process.exitCode = failed.length === 0 && passed > 0 ? 0 : 1
