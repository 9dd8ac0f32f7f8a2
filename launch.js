// Starts everything. Runs on whatever Node (20 or newer) the machine has, with nothing installed yet, and hands over to
// the Node that the project brings along.
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { handOver } from './launch/hand-over.js'
import { findNode, install } from './launch/install.js'
import { stop } from './launch/say.js'
import { buildWeb } from './launch/web.js'

const root = fileURLToPath(new URL('.', import.meta.url))
const [asked = 'start', ...rest] = process.argv.slice(2)
const [command, args] = asked === 'linli' && rest[0] === 'start' ? ['start', rest.slice(1)] : [asked, rest]
const programs = {
  start: ['src/main.ts'],
  dev: ['launch/dev.js'],
  test: ['test/gates.ts'],
  check: ['test/gates.ts', '--fast'],
  bench: ['bench/all.ts'],
  linli: ['src/cli.ts'],
}

if (Number(process.versions.node.split('.')[0]) < 20)
  stop(
    `Linli needs Node 20 or newer to start; this is ${process.version}.`,
    `启动邻里需要 Node 20 或更新的版本，当前为 ${process.version}。`,
  )
const program = programs[command]
if (!program)
  stop(
    `There is no '${command}'. There are: ${Object.keys(programs).join(', ')}.`,
    `没有“${command}”这个命令。可用：${Object.keys(programs).join('、')}。`,
  )

await install(root, { forDevelopers: !['start', 'linli'].includes(command) })
const node = findNode(root)
if (command === 'start') await buildWeb(root, node)
// A command takes files by name from where it was typed; npm has left that folder.
const cwd = command === 'linli' ? (process.env.INIT_CWD ?? process.cwd()) : root
process.exitCode = await handOver(node, [join(root, program[0]), ...program.slice(1), ...args], root, cwd)
