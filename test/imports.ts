import { createReadStream } from 'node:fs'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { sheets as activitySheets } from '../src/modules/activities/sheets.ts'
import { carryOut, mapImport, openImport } from '../src/modules/imports/actions.ts'
import type { ImportCard, Outcome, TableChoice } from '../src/modules/imports/contract.ts'
import { createTenant, recognise } from '../src/modules/organizations/actions.ts'
import { sheets as organizationSheets } from '../src/modules/organizations/sheets.ts'
import { sheets as placeSheets } from '../src/modules/places/sheets.ts'
import type { Context } from '../src/platform/context.ts'
import { connect, type Db, newId } from '../src/platform/database.ts'
import type { StoredFile } from '../src/platform/endpoint.ts'
import { fileStore, keepFilesIn } from '../src/platform/files.ts'
import type { Language } from '../src/platform/i18n.ts'
import { perform } from '../src/platform/perform.ts'
import { declareSheets } from '../src/platform/workbook/sheet.ts'
import { emptyDatabase } from './fresh-database.ts'
import { makeWorkbook, type SheetPlan } from './workbook.ts'

export const noon = new Date('2024-01-15T04:00:00Z')

let opened: { url: string; db: Db } | undefined

/** An office that has only just begun, and a folder for its files. */
export async function newOffice(name = '邻里') {
  declareSheets([...organizationSheets, ...placeSheets, ...activitySheets])
  const url = await emptyDatabase()
  if (opened?.url !== url) opened = { url, db: connect(url, 5) }
  const { db } = opened
  const folder = await mkdtemp(join(tmpdir(), 'linli-imports-'))
  const store = fileStore(join(folder, 'files'))
  keepFilesIn(store)
  const { tenantId, rootId } = await createTenant(db, { name, slug: newId() }, noon)
  const platform = { db, recognise, sealer: { dirty: () => {} }, subscriptions: [] }
  const does = <T>(work: (context: Context) => Promise<T>, language: Language = 'en'): Promise<T> =>
    perform(platform, { name: 'test', tenantId, now: noon, language }, work)
  const put = async (path: string, as = basename(path)): Promise<StoredFile> => ({
    ...(await store.save(createReadStream(path), 2 ** 30)),
    name: as,
  })
  const write = async (sheets: SheetPlan[], as = 'book.xlsx'): Promise<string> => {
    // A folder of its own, not a number before its name: digits in a file's name may say a year.
    const path = join(await mkdtemp(join(folder, 'book-')), as)
    await writeFile(path, await makeWorkbook(sheets))
    return path
  }
  return {
    db,
    tenantId,
    rootId,
    does,
    put,
    write,
    store,
    folder,
    open: async (...paths: string[]): Promise<ImportCard> => {
      const files = await Promise.all(paths.map((path) => put(path)))
      return does((context) => openImport(context, files))
    },
    map: (importId: string, tables: TableChoice[]) => does((context) => mapImport(context, { importId, tables })),
    carry: (importId: string, trial = false) => does((context) => carryOut(context, importId, trial)),
    /** Opens files and carries the import out (or tries it), as it comes. */
    take: async (
      paths: string[],
      { trial = false } = {},
    ): Promise<Outcome & { id: string; tables: ImportCard['tables'] }> => {
      const files = await Promise.all(paths.map((path) => put(path)))
      const { id, tables } = await does((context) => openImport(context, files))
      const { outcome } = await does((context) => carryOut(context, id, trial))
      if (!outcome) throw new Error('no outcome')
      return { ...outcome, id, tables }
    },
  }
}
