import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { soupKitchen } from '../../../../test/shifts.ts'
import { type Somebody, town } from '../../../../test/town.ts'
import { startingId } from '../../../platform/indicator.ts'
import { perform } from '../../../platform/perform.ts'
import { asTenant } from '../../../platform/tenancy.ts'
import { cancelActivity } from '../../activities/actions.ts'
import { questionText } from '../../indicators/contract.ts'
import { askToForget, forgetDue, takeMyData } from '../../organizations/people/leaving/actions.ts'
import { createDuty, giveDuty } from '../actions.ts'
import { keepObjective } from '../objectives/actions.ts'
import {
  closeDossier,
  dossierFile,
  dossierRecords,
  handInDossier,
  listDossiers,
  openDossier,
  readDossier,
  writePart,
} from './actions.ts'
import { parts } from './contract.ts'
import { eraseDossiers } from './erasing/actions.ts'

type Town = Awaited<ReturnType<typeof town>>
const february = '2027-02-10T02:00:00Z'
const secret = '夜间值守靠邻居轮流'

const post = async ({ wang, chen, organizations }: Town) => {
  const fire = {
    organizationId: organizations.peace,
    name: '消防安全',
    about: '',
    fromDate: '2026-01-01',
    toDate: null,
    policyId: null,
    sectionKey: null,
  }
  const { id: dutyId } = await wang.does(createDuty, fire)
  await wang.does(giveDuty, { dutyId, personId: chen.id, seat: 'holder', fromDate: '2026-03-01' })
}

const opened = (here: Town, reviewers: readonly Somebody[], year = 2026) =>
  here.wang.at(february).does(openDossier, {
    personId: here.chen.id,
    organizationId: here.organizations.peace,
    year,
    reviewerIds: reviewers.map(({ id }) => id),
    commentBy: '2027-02-28',
    eraseOn: '2030-01-01',
  })

const everybody = ({ admin, lina, wang, chen, zhao, xiaoyu, zhang, qian }: Town) => [
  ...[admin, lina, wang, chen, zhao, xiaoyu, zhang, qian],
]

/** In which tables of the office these words stand, the log included. */
async function said({ db, tenantId }: Town, word: string): Promise<string[]> {
  const { rows: tables } = await sql<{ name: string }>`
    select t.relname as name from pg_class t join pg_namespace n on n.oid = t.relnamespace
    where t.relkind = 'r' and n.nspname = 'public' and has_table_privilege(t.oid, 'select')`.execute(db)
  return asTenant(db, tenantId, async (tx) => {
    const found: string[] = []
    for (const { name } of tables) {
      const { rows } = await sql<{ n: number }>`
        select count(*) as n from ${sql.table(name)} t where strpos(to_jsonb(t)::text, ${word}) > 0`.execute(tx)
      if (rows[0]?.n) found.push(name)
    }
    return found.sort()
  })
}

test('a dossier is filled from records, commented by whoever it is about, closed by a reviewer, and stays as it was', async () => {
  const here = await town()
  const { wang, chen, lina, zhang, admin, organizations } = here
  await post(here)
  const first = await soupKitchen(here, { startsAt: new Date('2026-05-09T09:00:00+08:00') })
  await soupKitchen(here, { startsAt: new Date('2026-06-06T09:00:00+08:00') })
  await wang.does(keepObjective, {
    ...{ title: '志愿服务', organizationId: organizations.peace, year: 2026, holderId: chen.id },
    ...{ indicatorId: startingId('serviceActivities'), sense: 'atLeast', target: 2, steps: null, parentId: null },
  })
  await expect(opened(here, [chen])).rejects.toThrow('reviewsOneself')
  await expect(opened(here, [lina], 2025)).rejects.toThrow('holdsNoPost')
  const { id: dossierId, maySee } = await opened(here, [lina, zhang])
  expect(maySee).toBe(false)
  await expect(opened(here, [lina])).rejects.toThrow('dossierThere')

  // Who opened it, and who administers everything, do not see it.
  for (const other of [wang, admin]) {
    await expect(other.at(february).does(readDossier, { dossierId })).rejects.toThrow('notFound')
    expect((await other.at(february).does(listDossiers, undefined)).dossiers).toEqual([])
  }
  const now = await chen.at(february).does(readDossier, { dossierId })
  expect(now.content).toMatchObject({
    duties: [{ name: '消防安全', seat: 'holder', days: 306 }],
    objectives: [{ title: '志愿服务', state: 'met', figure: { value: 2 } }],
  })
  await chen.at(february).does(writePart, { dossierId, part: 'own', words: secret })
  await chen.at(february).does(writePart, { dossierId, part: 'duties', words: '三月前由他人负责' })
  await expect(lina.at(february).does(writePart, { dossierId, part: 'own', words: '不错' })).rejects.toThrow(
    'notAllowed',
  )
  await expect(lina.at('2026-12-31').does(closeDossier, { dossierId })).rejects.toThrow('yearNotOver')
  await expect(lina.at(february).does(closeDossier, { dossierId })).rejects.toThrow('waitsForHolder')
  await chen.at(february).does(handInDossier, { dossierId, handedIn: true })
  await expect(chen.at(february).does(closeDossier, { dossierId })).rejects.toThrow('notAllowed')
  await lina.at(february).does(closeDossier, { dossierId })

  for (const late of [
    () => chen.at(february).does(writePart, { dossierId, part: 'own', words: '补充' }),
    () => chen.at(february).does(handInDossier, { dossierId, handedIn: false }),
    () => zhang.at(february).does(closeDossier, { dossierId }),
  ])
    await expect(late()).rejects.toThrow('dossierClosed')
  // What is counted otherwise today is in it as it was counted then.
  await lina.at(february).does(cancelActivity, { activityId: first.activityId, reason: '下雨', scope: 'this' })
  const then = await zhang.at(february).does(readDossier, { dossierId })
  expect(then.content.objectives[0]?.figure?.value).toBe(2)
  expect(then).toMatchObject({
    texts: { own: secret, duties: '三月前由他人负责' },
    closedBy: lina.name,
    mayClose: false,
  })
  const { question } = then.content.objectives[0]?.figure ?? {}
  const records = { dossierId, question: question ? questionText(question) : '', limit: 20 }
  expect(await zhang.at(february).does(dossierRecords, records)).toMatchObject({ total: 2 })
  await expect(admin.at(february).does(dossierRecords, records)).rejects.toThrow('notFound')
  const file = await chen.at(february).does(dossierFile, { dossierId })
  expect(file.name).toBe('和平社区陈静2026年度履职档案.docx')
  await expect(wang.at(february).does(dossierFile, { dossierId })).rejects.toThrow('notFound')
  await expect(
    asTenant(here.db, here.tenantId, (tx) => tx.updateTable('dossierClosing').set({ texts: '{}' }).execute()),
  ).rejects.toThrow('permission denied')
})

test('whoever is not named does not see a dossier, whatever their role; whoever is named does', async () => {
  const here = await town()
  await post(here)
  const others = everybody(here).filter(({ id }) => id !== here.chen.id)
  await fc.assert(
    fc.asyncProperty(fc.subarray(others, { minLength: 1, maxLength: 5 }), fc.boolean(), async (named, closed) => {
      const { id: dossierId } = await opened(here, named)
      if (closed) await named[0]?.at('2027-03-01T02:00:00Z').does(closeDossier, { dossierId })
      for (const somebody of everybody(here)) {
        const asking = somebody.at('2027-03-01T02:00:00Z')
        const isReader = somebody === here.chen || named.includes(somebody)
        const { dossiers } = await asking.does(listDossiers, undefined)
        expect([somebody.name, dossiers.some(({ id }) => id === dossierId)]).toEqual([somebody.name, isReader])
        const read = asking.does(readDossier, { dossierId })
        if (isReader) expect((await read).content.duties).toHaveLength(1)
        else {
          await expect(read).rejects.toThrow('notFound')
          await expect(asking.does(dossierFile, { dossierId })).rejects.toThrow('notFound')
          await expect(asking.does(closeDossier, { dossierId })).rejects.toThrow('notFound')
          for (const part of parts)
            await expect(asking.does(writePart, { dossierId, part, words: 'x' })).rejects.toThrow('notFound')
        }
      }
      await here.admin.at('2030-01-01T02:00:00Z').does(eraseDossiers, undefined)
    }),
    { numRuns: 6 },
  )
})

test('of two who close at once one does, and what is said at the same moment stands in it or is refused', async () => {
  const here = await town()
  const { chen, lina, zhang } = here
  await post(here)
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray(['close', 'again', 'say', 'handIn'] as const, { minLength: 2 }),
      async (order) => {
        const { id: dossierId } = await opened(here, [lina, zhang])
        await chen.at(february).does(handInDossier, { dossierId, handedIn: true })
        // As the route asks: all that a closing keeps is of one moment.
        const closing = ({ asker }: Somebody) =>
          perform(here.platform, { name: 'closeDossier', ...asker, now: new Date(february), steady: true }, (context) =>
            closeDossier(context, { dossierId }),
          )
        const deeds = {
          close: () => closing(lina),
          again: () => closing(zhang),
          say: () => chen.at(february).does(writePart, { dossierId, part: 'own', words: secret }),
          handIn: () => chen.at(february).does(handInDossier, { dossierId, handedIn: true }),
        }
        const results = await Promise.allSettled(order.map((deed) => deeds[deed]()))
        const done = (deed: keyof typeof deeds) => results[order.indexOf(deed)]?.status === 'fulfilled'
        const reasons = results.flatMap((result) => (result.status === 'rejected' ? String(result.reason.message) : []))
        expect(reasons.filter((reason) => reason !== 'dossierClosed')).toEqual([])
        const { closedAt, texts } = await lina.at(february).does(readDossier, { dossierId })
        const closings = [done('close'), done('again')].filter(Boolean).length
        expect([closings, closedAt !== null]).toEqual(
          order.some((deed) => deed !== 'say' && deed !== 'handIn') ? [1, true] : [0, false],
        )
        expect(texts.own).toBe(done('say') ? secret : undefined)
        await here.admin.at('2030-01-01T02:00:00Z').does(eraseDossiers, undefined)
      },
    ),
    { numRuns: 12 },
  )
})

test('with the end of its term nothing of a dossier is left, open or closed, in no table and not in the log', async () => {
  const here = await town()
  const { chen, lina, admin } = here
  await post(here)
  await fc.assert(
    fc.asyncProperty(fc.boolean(), fc.integer({ min: 0, max: 400 }), async (closed, late) => {
      const { id: dossierId } = await opened(here, [lina])
      await chen.at(february).does(writePart, { dossierId, part: 'training', words: secret })
      if (closed) await lina.at('2027-03-01T02:00:00Z').does(closeDossier, { dossierId })
      expect(await said(here, secret)).toEqual([closed ? 'dossier_closing' : 'dossier_text'])
      await admin.at('2029-12-31T15:00:00Z').does(eraseDossiers, undefined)
      expect((await lina.does(listDossiers, undefined)).dossiers).toHaveLength(1)
      const then = new Date(Date.parse('2029-12-31T16:12:00Z') + late * 86_400_000)
      await admin.at(then).does(eraseDossiers, undefined)
      expect(await said(here, secret)).toEqual([])
      await expect(chen.does(readDossier, { dossierId })).rejects.toThrow('notFound')
      expect((await said(here, dossierId)).filter((name) => name.startsWith('dossier'))).toEqual([])
    }),
    { numRuns: 4 },
  )
})

test('whoever leaves takes their dossier along, and it goes with them', async () => {
  const here = await town()
  const { chen, lina } = here
  await post(here)
  const { id: dossierId } = await opened(here, [lina])
  await chen.at(february).does(writePart, { dossierId, part: 'own', words: secret })
  await lina.at('2027-03-01T02:00:00Z').does(closeDossier, { dossierId })
  const { body } = await chen.at('2027-03-02').does(takeMyData, undefined)
  expect(JSON.parse(String(body)).dossier).toMatchObject([{ year: 2026, texts: { own: secret } }])
  await lina.at('2027-03-02').does(askToForget, { id: chen.id })
  await lina.at('2027-03-20').does(forgetDue, undefined)
  expect(await said(here, secret)).toEqual([])
  expect((await lina.does(listDossiers, undefined)).dossiers).toEqual([])
})
