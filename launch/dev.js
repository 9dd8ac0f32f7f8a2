// The server starts again when a file that it loaded changes; the web, on a port of its own, changes while one looks.
import { spawn } from 'node:child_process'

const run = (...args) => spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'] })
const programs = [
  run('--watch', '--watch-preserve-output', 'src/main.ts', ...process.argv.slice(2)),
  run('node_modules/vite/bin/vite.js', '--clearScreen', 'false'),
]
const end = () => {
  for (const program of programs) program.kill('SIGTERM')
}
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, end)
process.on('disconnect', end)
process.channel?.unref()
for (const program of programs) program.on('exit', end)
