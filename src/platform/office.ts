import { execFile } from 'node:child_process'
import { access, constants, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { Refused } from './errors.ts'

const run = promisify(execFile)
const patience = 120_000

async function programNamed(names: readonly string[], given: string | undefined): Promise<string | null> {
  const folders = (process.env.PATH ?? '').split(delimiter)
  for (const path of given ? [given] : folders.flatMap((folder) => names.map((name) => join(folder, name)))) {
    const runs = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    )
    if (runs) return path
  }
  return null
}

/** One at a time: an office program takes hundreds of megabytes. */
let working: Promise<unknown> = Promise.resolve()

/**
 * The same pages as a PDF, drawn by LibreOffice from the Word file itself, so that there is one layout. It runs in a folder
 * and with a profile of its own, which are gone afterwards. Refuses with `noOfficeProgram` where LibreOffice is missing.
 */
export function pdfOf(docx: Uint8Array): Promise<Buffer> {
  const made = working.then(
    () => convert(docx),
    () => convert(docx),
  )
  working = made.catch(() => {})
  return made
}

async function convert(docx: Uint8Array): Promise<Buffer> {
  const program = await programNamed(['soffice', 'libreoffice'], process.env.SOFFICE_PATH)
  if (!program) throw new Refused('noOfficeProgram')
  const folder = await mkdtemp(join(tmpdir(), 'linli-pdf-'))
  try {
    await writeFile(join(folder, 'document.docx'), docx)
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`
    await run(
      program,
      [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, join(folder, 'document.docx')],
      {
        timeout: patience,
        env: { PATH: process.env.PATH ?? '', HOME: folder, LANG: 'C.UTF-8' },
      },
    )
    return await readFile(join(folder, 'document.pdf'))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Which of these faces this machine lacks. Null where there is no fontconfig to ask. */
export async function facesMissing(names: readonly string[]): Promise<string[] | null> {
  const program = await programNamed(['fc-list'], undefined)
  if (!program) return null
  const { stdout } = await run(program, [':', 'family'], { maxBuffer: 64 * 2 ** 20, timeout: patience })
  const there = new Set(stdout.split(/[\n,]/).map((name) => name.trim().toLowerCase()))
  return names.filter((name) => !there.has(name.toLowerCase()))
}

/** The faces that a PDF is set in, by the names that it gives them. */
export const facesIn = (pdf: Buffer): string[] => [
  ...new Set(
    [...pdf.toString('latin1').matchAll(/\/BaseFont\s*\/(?:[A-Z]{6}\+)?([^\s/<>[\]()]+)/g)].map(([, name = '']) =>
      name.replace(/#([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    ),
  ),
]
