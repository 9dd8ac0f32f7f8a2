import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { say } from './say.js'

/**
 * Does something that two processes must not do at once. A lock left by a process that died is no lock; it is passed to the
 * program that does the work, which may live on when this one is killed.
 */
export async function alone(root, name, work) {
  mkdirSync(join(root, '.cache'), { recursive: true })
  const lock = join(root, '.cache', `${name}.lock`)
  for (let tries = 0; !take(lock); tries++) {
    if (tries === 10)
      say('Waiting for another Linli that is being prepared here …', '正在等待此处另一个正在准备的邻里……')
    await pause(200)
  }
  try {
    return await work((pid) => writeFileSync(lock, String(pid)))
  } finally {
    rmSync(lock, { force: true })
  }
}

function take(lock) {
  const mine = `${lock}.${process.pid}`
  writeFileSync(mine, String(process.pid))
  try {
    linkSync(mine, lock)
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    clearDead(lock, mine)
    return false
  } finally {
    rmSync(mine, { force: true })
  }
}

function clearDead(lock, mine) {
  const holder = read(lock)
  if (!holder || isAlive(Number(holder))) return
  const aside = `${mine}.dead`
  try {
    renameSync(lock, aside)
    // Somebody else was quicker, and this is already the next one's lock: it goes back.
    if (read(aside) !== holder) linkSync(aside, lock)
    rmSync(aside)
  } catch (error) {
    if (error.code !== 'ENOENT' && error.code !== 'EEXIST') throw error
  }
}

function read(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (error.code === 'ENOENT') return null
    throw error
  }
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error.code === 'EPERM'
  }
}
