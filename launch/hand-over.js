import { spawn } from 'node:child_process'
import { join } from 'node:path'

/**
 * Runs the real program under its own Node and ends as it ends. Signals are passed on; the channel between the two tells
 * the program when this process was killed, and this one watches npm in the same way: nobody stays behind alone.
 */
export function handOver(node, args, root) {
  const child = spawn(node, args, {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, NODE_COMPILE_CACHE: join(root, '.cache/compiled') },
  })
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  if (process.env.npm_lifecycle_event) {
    const parent = process.ppid
    setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 300).unref()
  }
  return new Promise((ended, failed) => {
    child.on('error', failed)
    child.on('exit', (code, signal) => ended(code ?? (signal === 'SIGINT' ? 130 : 143)))
  })
}
