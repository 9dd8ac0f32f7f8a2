// `node launch/complete-lock.js` after `npm install`. A registry that lacks the packages of other platforms makes npm leave
// them out of the lock file, and `npm ci` then refuses that file everywhere. Their names tell what they are for.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const path = fileURLToPath(new URL('../package-lock.json', import.meta.url))
const systems = { windows: 'win32' }
const known = {
  os: ['android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'win32', 'windows', 'aix', 'sunos'],
  cpu: ['arm', 'arm64', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'],
  libc: ['musl', 'gnu', 'glibc'],
}

/** The optional packages that the lock file's own packages name and that it has no entry for. */
export function missingFrom({ packages }) {
  const missing = new Map()
  for (const [from, { optionalDependencies = {}, dev }] of Object.entries(packages))
    for (const [name, wanted] of Object.entries(optionalDependencies))
      if (!isThere(packages, from, name)) missing.set(`node_modules/${name}`, entryFor(name, wanted, dev))
  return missing
}

function isThere(packages, from, name) {
  for (let folder = from; ; folder = folder.slice(0, folder.lastIndexOf('/node_modules/'))) {
    if (`${folder === '' ? '' : `${folder}/`}node_modules/${name}` in packages) return true
    if (!folder.includes('/node_modules/')) return folder !== '' && `node_modules/${name}` in packages
  }
}

function entryFor(name, wanted, dev) {
  const words = name.split(/[-/]/)
  const only = (kind, spelt = (word) => word) => {
    const word = words.find((one) => known[kind].includes(one))
    return word ? { [kind]: [spelt(word)] } : {}
  }
  return {
    version: wanted.replace(/^[\^~]/, ''),
    ...only('cpu'),
    ...(dev ? { dev: true } : {}),
    ...only('libc', (word) => (word === 'gnu' ? 'glibc' : word)),
    optional: true,
    ...only('os', (word) => systems[word] ?? word),
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const lock = JSON.parse(readFileSync(path, 'utf8'))
  const { '': root, ...rest } = { ...lock.packages, ...Object.fromEntries(missingFrom(lock)) }
  const sorted = Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1))
  writeFileSync(
    path,
    `${JSON.stringify({ ...lock, packages: { '': root, ...Object.fromEntries(sorted) } }, null, 2)}\n`,
  )
}
