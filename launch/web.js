import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { alone } from './alone.js'
import { run } from './run.js'
import { say, stop } from './say.js'

/** Builds the web when its sources are not those it was built from. */
export async function buildWeb(root, node) {
  const stamp = join(root, 'dist/.sources')
  const sources = digest(root)
  const isBuilt = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === sources
  if (isBuilt()) return
  await alone(root, 'web', async (started) => {
    if (isBuilt()) return
    say('Building the web …', '正在构建网页……')
    const env = { ...process.env, NODE_ENV: 'production' }
    const args = [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn']
    const status = await run(node, args, { cwd: root, env, started })
    if (status !== 0) stop('The web could not be built; the reason is above.', '网页构建失败，原因见上。')
    writeFileSync(stamp, sources)
  })
}

function digest(root) {
  const hash = createHash('sha256')
  const files = readdirSync(join(root, 'src'), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !/[.]test[.]tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
  const others = ['vite.config.ts', 'package-lock.json', 'index.html'].map((name) => join(root, name))
  for (const file of [...files.sort(), ...others.filter((path) => existsSync(path))])
    hash
      .update(`${file.slice(root.length)}\0`)
      .update(readFileSync(file))
      .update('\0')
  return hash.digest('hex')
}
