import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, realpathSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'

/** A program that tests use: where the environment says, where it is found, and the Debian package that brings it. */
type Need = { what: string; setting: string; names: string[]; packages: string[]; whole?: (path: string) => boolean }

const needs: Need[] = [
  {
    what: 'Chromium',
    setting: 'CHROMIUM_PATH',
    names: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
    packages: ['chromium'],
  },
  {
    what: 'LibreOffice Writer and Calc',
    setting: 'SOFFICE_PATH',
    names: ['soffice', 'libreoffice'],
    packages: ['libreoffice-writer', 'libreoffice-calc'],
    whole: (path) => !isDebian() || ['libswlo.so', 'libsclo.so'].every((part) => existsSync(join(dirname(path), part))),
  },
  { what: 'pdftotext (poppler)', setting: 'PDFTOTEXT_PATH', names: ['pdftotext'], packages: ['poppler-utils'] },
  { what: 'pdftoppm (poppler)', setting: 'PDFTOPPM_PATH', names: ['pdftoppm'], packages: ['poppler-utils'] },
]

const isDebian = (): boolean => existsSync('/etc/debian_version')

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function find({ setting, names, whole = () => true }: Need): string | null {
  const given = process.env[setting]
  if (given) return isProgram(given) ? given : null
  const folders = (process.env.PATH ?? '').split(delimiter)
  const found = names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram)
  return found && whole(realpathSync(found)) ? found : null
}

const hasChineseFont = (): boolean => {
  const { stdout, error } = spawnSync('fc-list', [':lang=zh-cn'], { encoding: 'utf8' })
  return !error && stdout.trim() !== ''
}

/** Tells the tests where everything is. Installs what is missing as root on Debian; elsewhere names it. */
export function provideNeeds(): string[] {
  const missing = needs.filter((need) => !find(need))
  const packages = new Set(missing.flatMap((need) => need.packages))
  if (!hasChineseFont()) packages.add('fonts-noto-cjk').add('fontconfig')
  if (packages.size > 0 && isDebian() && process.getuid?.() === 0) apt([...packages])
  const absent = needs.flatMap((need) => {
    const path = find(need)
    if (path) process.env[need.setting] = path
    return path ? [] : [`${need.what}: set ${need.setting}, or on Debian: apt-get install ${need.packages.join(' ')}`]
  })
  return hasChineseFont() ? absent : [...absent, 'a Chinese font; on Debian: apt-get install fonts-noto-cjk fontconfig']
}

function apt(packages: string[]): void {
  process.stdout.write(`Installing for the tests: ${packages.join(' ')}\n`)
  const run = (...args: string[]) =>
    spawnSync('apt-get', args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
  run('update', '-q')
  run('install', '-q', '-y', '--no-install-recommends', ...packages)
}
