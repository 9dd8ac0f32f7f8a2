import { about } from '../../../platform/changes.ts'
import type { Tx } from '../../../platform/database.ts'
import type { Language } from '../../../platform/i18n.ts'
import type { Said } from './contract.ts'

const letters = (tx: Tx) =>
  tx
    .selectFrom('dutyLetter as l')
    .innerJoin('person as p', (join) => join.onRef('p.tenantId', '=', 'l.tenantId').onRef('p.id', '=', 'l.issuedBy'))
    .select(['l.id', 'l.holdingId', 'l.templateHash', 'l.issuedOn', 'p.name as issuedBy', 'l.acknowledgedOn'])
    .select(({ ref }) => [
      ref('l.language').$castTo<Language>().as('language'),
      ref('l.said').$castTo<Said>().as('said'),
    ])
export type LetterOf = Awaited<ReturnType<ReturnType<typeof letters>['executeTakeFirstOrThrow']>>

export const letterById = (tx: Tx, id: string): Promise<LetterOf | undefined> =>
  letters(tx).where('l.id', '=', id).executeTakeFirst()

type New = {
  id: string
  holdingId: string
  language: Language
  said: string
  templateHash: string | null
  issuedOn: string
  issuedBy: string
}
export const insertLetter = (tx: Tx, letter: New) => about(tx, []).insertInto('dutyLetter').values(letter).execute()

export const setLettersAcknowledged = (tx: Tx, holdingId: string, acknowledgedOn: string) =>
  about(tx, [])
    .updateTable('dutyLetter')
    .set({ acknowledgedOn })
    .where('holdingId', '=', holdingId)
    .where('acknowledgedOn', 'is', null)
    .execute()

const templates = (tx: Tx) =>
  tx
    .selectFrom('dutyLetterTemplate as t')
    .innerJoin('person as p', (join) => join.onRef('p.tenantId', '=', 't.tenantId').onRef('p.id', '=', 't.addedBy'))
    .select(['t.id', 't.name', 't.fileHash', 't.addedAt', 'p.name as addedBy'])

export const templateById = (tx: Tx, id: string) => templates(tx).where('t.id', '=', id).executeTakeFirst()

export const templateInUse = (tx: Tx) =>
  templates(tx).where('t.removedAt', 'is', null).orderBy('t.id', 'desc').limit(1).executeTakeFirst()

export const insertTemplate = (
  tx: Tx,
  template: { id: string; name: string; fileHash: string; addedBy: string; addedAt: Date },
) => about(tx, []).insertInto('dutyLetterTemplate').values(template).execute()

export const setTemplateRemoved = (tx: Tx, id: string, removedAt: Date | null) =>
  about(tx, []).updateTable('dutyLetterTemplate').set({ removedAt }).where('id', '=', id).execute()
