import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { files } from './rules.ts'

const read = (name: string): unknown =>
  JSON.parse(readFileSync(join(import.meta.dirname, `${name}.json`), 'utf8')) as unknown

/** Every context there is for us, by its address. */
export const knownContexts: ReadonlyMap<string, unknown> = new Map(
  Object.entries(files).map(([address, name]) => [address, read(name)]),
)
