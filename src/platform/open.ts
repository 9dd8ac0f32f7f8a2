import type { Config } from './config.ts'
import { openEmbedded } from './embedded.ts'
import { migrate, servingUrl } from './migrate.ts'

export type OpenDatabase = {
  ownerUrl: string
  appUrl: string
  /** Gives the database back; the embedded server stops when nobody else uses it. */
  leave: () => Promise<void>
  /** Settles when the embedded server is gone although nobody here stopped it. */
  lost: Promise<void>
}

/** The migrated database, embedded or the operator's own. Only one process may `serve` an embedded one. */
export async function openDatabase(config: Config, { serve = false } = {}): Promise<OpenDatabase> {
  const embedded = config.databaseUrl ? null : await openEmbedded(config.data, { serve })
  const ownerUrl = embedded?.ownerUrl ?? (config.databaseUrl as string)
  const leave = async (): Promise<void> => embedded?.leave()
  try {
    await migrate(ownerUrl)
  } catch (error) {
    await leave()
    throw error
  }
  const lost = embedded?.lost ?? new Promise<void>(() => {})
  return { ownerUrl, appUrl: config.appDatabaseUrl ?? servingUrl(ownerUrl), leave, lost }
}
