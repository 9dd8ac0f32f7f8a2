import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { alone } from './alone.js'
import { run } from './run.js'
import { say, stop } from './say.js'

const oldest = 24

/** Installs the dependencies when those here are not those of the lock file. */
export async function install(root, { forDevelopers }) {
  if (isInstalled(root, forDevelopers)) return
  await alone(root, 'install', async (started) => {
    // Whoever waited for another one's installation finds it done.
    if (isInstalled(root, forDevelopers)) return
    say('Installing what Linli needs (npm ci) …', '正在安装所需组件（npm ci）……')
    const npm = process.env.npm_execpath
    const [command, first] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []]
    const dev = forDevelopers ? ['--include=dev'] : []
    const args = [...first, 'ci', '--no-audit', '--no-fund', '--loglevel=error', ...dev]
    const status = await run(command, args, { cwd: root, started })
    if (status !== 0) stop('npm ci failed; its own words are above.', 'npm ci 失败，原因见上。')
  })
}

function isInstalled(root, forDevelopers) {
  const want = packages(join(root, 'package-lock.json'))
  const have = packages(join(root, 'node_modules/.package-lock.json'))
  if (!want) stop('package-lock.json is missing or broken.', 'package-lock.json 缺失或已损坏。')
  if (!have || (!isNew(process.versions.node) && !isNew(versionOf(bundled(root))))) return false
  return Object.entries(want).every(([path, { version, integrity, optional, dev, devOptional }]) => {
    if (path === '' || (dev && !forDevelopers)) return true
    const here = have[path]
    return here ? here.version === version && here.integrity === integrity : optional || devOptional
  })
}

function packages(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages
  } catch (error) {
    if (error.code === 'ENOENT' || error instanceof SyntaxError) return null
    throw error
  }
}

const bundled = (root) => join(root, 'node_modules/.bin/node')

const versionOf = (node) => spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout?.trim().slice(1) ?? null

const isNew = (version) => Number.parseInt(version, 10) >= oldest

/** The Node that came with the dependencies; the machine's own does as well when it is new enough. */
export function findNode(root) {
  for (const node of [bundled(root), process.execPath]) if (isNew(versionOf(node))) return node
  return stop(
    `Linli runs on Node ${oldest}, which npm installs with it; here it is missing or older. Did npm run with --ignore-scripts (see 'npm config get ignore-scripts')? Then allow scripts, delete node_modules and start again.`,
    `邻里运行在 Node ${oldest} 上，由 npm 随其安装，而此处缺失或版本过旧。npm 是否以 --ignore-scripts 运行（见 npm config get ignore-scripts）？请允许脚本运行，删除 node_modules 后重新启动。`,
  )
}
