import { spawn } from 'node:child_process'

/** Runs a program to its end, and passes on what tells this one to stop. What it prints goes to stderr. */
export function run(command, args, { cwd, env = process.env, started }) {
  const child = spawn(command, args, { cwd, env, stdio: ['ignore', 2, 2] })
  const signals = ['SIGTERM', 'SIGINT', 'SIGHUP']
  const passOn = (signal) => child.kill(signal)
  for (const signal of signals) process.on(signal, passOn)
  return new Promise((ended, failed) => {
    child.on('spawn', () => started(child.pid)).on('error', failed)
    child.on('exit', (code) => {
      for (const signal of signals) process.off(signal, passOn)
      ended(code ?? 1)
    })
  })
}
