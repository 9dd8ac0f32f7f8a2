import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'

// Runs every benchmark of this folder, or those named, one after the other: each compares two things side by side in one run.
const apart = new Set(['all.ts', 'measure.ts', 'serving.ts', 'large-workbook.ts', 'fill-office.ts'])
const asked = process.argv.slice(2)
const files = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.ts') && !apart.has(file))
  .filter((file) => asked.length === 0 || asked.includes(file.replace('.ts', '')))
console.log(
  `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}`,
)
let failed = 0
for (const file of files) {
  console.log(`\n${file.replace('.ts', '')}`)
  const { status } = spawnSync(process.execPath, [join(import.meta.dirname, file)], { stdio: 'inherit' })
  if (status !== 0) failed += 1
}
process.exitCode = failed === 0 ? 0 : 1
