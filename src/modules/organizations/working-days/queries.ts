import type { Tx } from '../../../platform/database.ts'
import type { SpecialDay } from './contract.ts'
import type { WorkingCalendar } from './rules.ts'

export async function workingCalendar(tx: Tx): Promise<WorkingCalendar> {
  const days = await tx.selectFrom('specialDay').select(['date', 'name', 'works']).execute()
  const years = await tx.selectFrom('publishedYear').select('year').execute()
  return {
    special: new Map(days.map(({ date, name, works }) => [date, { name, works }])),
    published: new Set(years.map(({ year }) => year)),
  }
}

export const specialDays = (tx: Tx, year: number): Promise<SpecialDay[]> =>
  tx
    .selectFrom('specialDay')
    .where('date', '>=', `${year}-01-01`)
    .where('date', '<=', `${year}-12-31`)
    .select(['date', 'name', 'works'])
    .orderBy('date')
    .execute()

export const publishedYear = (tx: Tx, year: number): Promise<{ source: string | null } | undefined> =>
  tx.selectFrom('publishedYear').where('year', '=', year).select('source').executeTakeFirst()

export async function saveSpecialDays(tx: Tx, days: readonly SpecialDay[]): Promise<void> {
  if (days.length === 0) return
  await tx
    .insertInto('specialDay')
    .values([...days])
    .onConflict((on) =>
      on.columns(['tenantId', 'date']).doUpdateSet((eb) => ({
        name: eb.ref('excluded.name'),
        works: eb.ref('excluded.works'),
      })),
    )
    .execute()
}

export const deleteSpecialDay = async (tx: Tx, date: string): Promise<boolean> =>
  (await tx.deleteFrom('specialDay').where('date', '=', date).executeTakeFirst()).numDeletedRows > 0n

export const deleteSpecialDays = (tx: Tx, year: number) =>
  tx.deleteFrom('specialDay').where('date', '>=', `${year}-01-01`).where('date', '<=', `${year}-12-31`).execute()

export async function savePublishedYear(tx: Tx, year: number, source: string | null): Promise<void> {
  await tx
    .insertInto('publishedYear')
    .values({ year, source })
    .onConflict((on) => on.columns(['tenantId', 'year']).doUpdateSet({ source }))
    .execute()
}

export const deletePublishedYear = (tx: Tx, year: number) =>
  tx.deleteFrom('publishedYear').where('year', '=', year).execute()
