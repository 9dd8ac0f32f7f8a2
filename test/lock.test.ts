import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

type Lock = { packages: Record<string, { optionalDependencies?: Record<string, string> }> }
type CompleteLock = { missingFrom: (lock: Lock) => Map<string, unknown> }

const root = join(import.meta.dirname, '..')

test('npm ci finds the lock file complete: if not, node launch/complete-lock.js', async () => {
  const { missingFrom } = (await import(join(root, 'launch/complete-lock.js'))) as CompleteLock
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock
  expect([...missingFrom(lock).keys()]).toEqual([])
  const other = { packages: { 'node_modules/a': { optionalDependencies: { 'a-linux-arm64-musl': '1.0.0' } } } }
  expect([...missingFrom(other)]).toEqual([
    [
      'node_modules/a-linux-arm64-musl',
      { version: '1.0.0', cpu: ['arm64'], libc: ['musl'], optional: true, os: ['linux'] },
    ],
  ])
})
