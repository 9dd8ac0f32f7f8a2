import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Runs the real program under its own Node and ends as it ends. Signals are passed on; the channel between the two tells
 * the program when this process was killed, and this one watches npm in the same way: nobody stays behind alone.
 */
export function handOver(node, args, root, cwd) {
  const child = spawn(node, args, {
    cwd,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, NODE_COMPILE_CACHE: join(root, '.cache/compiled') },
  })
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  if (process.env.npm_lifecycle_event) {
    const line = ancestors()
    setInterval(() => ancestors() !== line && child.kill('SIGTERM'), 300).unref()
  }
  return new Promise((ended, failed) => {
    child.on('error', failed)
    child.on('exit', (code, signal) => ended(code ?? (signal === 'SIGINT' ? 130 : 143)))
  })
}

/** The shell that npm starts us in, and npm, which that shell does not outlive on purpose. */
function ancestors() {
  try {
    const stat = readFileSync(`/proc/${process.ppid}/stat`, 'utf8')
    return `${process.ppid} ${stat.slice(stat.lastIndexOf(')')).split(' ')[2]}`
  } catch (error) {
    // No such folder on this system, or no such process any more.
    if (error.code !== 'ENOENT' && error.code !== 'ESRCH') throw error
    return String(process.ppid)
  }
}
