import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { town } from '../../../../../test/town.ts'
import { subscribe } from '../../../../platform/events.ts'
import { fileStore, keepFilesIn } from '../../../../platform/files.ts'
import { perform } from '../../../../platform/perform.ts'
import { addDays } from '../../../../platform/zone.ts'
import { listTeams } from '../teams/seeing/actions.ts'
import {
  addProof,
  addQualification,
  changeQualification,
  changeSkill,
  confirmQualification,
  createSkill,
  listSkills,
  qualificationsToConfirm,
  readProof,
  removeQualification,
  removeSkill,
} from './actions.ts'
import { qualificationEnds, remindOfEnds } from './jobs.ts'

/** The town with two skills on the list: first aid needs a proof, cooking needs none. */
async function skilledTown() {
  const all = await town()
  await all.lina.does(createSkill, { name: '急救', needsProof: true })
  const skills = await all.lina.does(createSkill, { name: '烹饪', needsProof: false })
  const idOf = (name: string): string => skills.find((skill) => skill.name === name)?.id ?? ''
  return { ...all, firstAid: idOf('急救'), cooking: idOf('烹饪') }
}

test('coordinators keep the list of skills', async () => {
  const { lina, xiaoyu, firstAid, cooking } = await skilledTown()
  await expect(lina.does(createSkill, { name: '急救', needsProof: false })).rejects.toThrow('skillNameTaken')
  await expect(lina.does(changeSkill, { skillId: cooking, name: '急救', needsProof: false })).rejects.toThrow(
    'skillNameTaken',
  )
  await lina.does(changeSkill, { skillId: cooking, name: '做饭', needsProof: false })
  expect((await xiaoyu.does(listSkills, {})).map(({ name }) => name).sort()).toEqual(['做饭', '急救'])
  await xiaoyu.does(addQualification, { personId: xiaoyu.id, skillId: firstAid, fromDate: '2026-01-01', toDate: null })
  await expect(lina.does(removeSkill, { skillId: firstAid })).rejects.toThrow('skillInUse')
  await lina.does(removeSkill, { skillId: cooking })
  expect(await lina.does(listSkills, {})).toHaveLength(1)
})

test('Xiaoyu holds first aid once Zhao has confirmed it; the proof is seen by the two alone', async () => {
  const { xiaoyu, zhao, sun, zhang, qian, firstAid } = await skilledTown()
  const files = fileStore(await mkdtemp(join(tmpdir(), 'linli-proofs-')))
  keepFilesIn(files)
  const content = new TextEncoder().encode('%PDF-1.7 a certificate')
  const saved = await files.save(
    (async function* () {
      yield content
    })(),
    1000,
  )
  const mine = { personId: xiaoyu.id, skillId: firstAid, fromDate: '2026-01-01', toDate: '2028-01-01' }
  const { id } = await xiaoyu.does(addQualification, mine)
  await expect(xiaoyu.does(addQualification, mine)).rejects.toThrow('qualificationHeldTwice')
  const one = { qualificationId: id }
  await expect(zhao.does(confirmQualification, { ...one, onPaper: false })).rejects.toThrow('proofMissing')
  await xiaoyu.does(addProof, { ...one, file: { ...saved, name: '急救证.pdf' } })
  expect((await zhao.does(qualificationsToConfirm, {})).map(({ personName, proof }) => [personName, proof])).toEqual([
    ['林小雨', '急救证.pdf'],
  ])
  expect(await qian.does(qualificationsToConfirm, {})).toEqual([])
  const strength = async () =>
    (await zhao.does(listTeams, { q: '银龄', sort: 'name' }))[0]?.strength?.map(({ name, people }) => [name, people])
  expect(await strength()).toEqual([])
  const confirmed = await zhao.does(confirmQualification, { ...one, onPaper: false })
  expect([confirmed.confirmedBy, confirmed.mayConfirm]).toEqual(['赵大勇', false])
  expect(await strength()).toEqual([['急救', 1]])
  const got = await zhao.does(readProof, one)
  expect([got.name, got.type]).toEqual(['急救证.pdf', 'application/pdf'])
  const parts: Uint8Array[] = []
  for await (const part of got.body as AsyncIterable<Uint8Array>) parts.push(part)
  expect(Buffer.concat(parts).toString()).toBe('%PDF-1.7 a certificate')
  await xiaoyu.does(readProof, one)
  await expect(sun.does(readProof, one)).rejects.toThrow('notFound')
  // An auditor sees people, not their papers.
  await expect(zhang.does(readProof, one)).rejects.toThrow('notAllowed')
  // A longer time is confirmed anew.
  const longer = await xiaoyu.does(changeQualification, { ...one, fromDate: '2026-01-01', toDate: '2029-01-01' })
  expect(longer.confirmedBy).toBeNull()
  expect(await strength()).toEqual([])
  await xiaoyu.does(removeQualification, one)
  await expect(zhao.does(readProof, one)).rejects.toThrow('notFound')
})

test('nobody confirms their own, nor what they wrote down for somebody', async () => {
  const { zhao, sun, wang, firstAid } = await skilledTown()
  const since = { skillId: firstAid, fromDate: '2026-01-01', toDate: null }
  const own = await zhao.does(addQualification, { personId: zhao.id, ...since })
  await expect(zhao.does(confirmQualification, { qualificationId: own.id, onPaper: true })).rejects.toThrow(
    'confirmsOneself',
  )
  const suns = await zhao.does(addQualification, { personId: sun.id, ...since })
  await expect(zhao.does(confirmQualification, { qualificationId: suns.id, onPaper: true })).rejects.toThrow(
    'confirmsOwnEntry',
  )
  await wang.does(confirmQualification, { qualificationId: suns.id, onPaper: true })
  const both = await Promise.allSettled(
    [1, 2, 3].map(() => wang.does(confirmQualification, { qualificationId: own.id, onPaper: true })),
  )
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test('30 and 7 days before the end the holder is told, once each', async () => {
  const { platform, tenantId, xiaoyu, sun, zhao, firstAid, cooking } = await skilledTown()
  const end = '2026-06-30'
  const told: string[] = []
  const listening = {
    ...platform,
    subscriptions: [
      subscribe(qualificationEnds, async (_, { personId, skillName, daysBefore }) => {
        told.push(`${personId === xiaoyu.id ? 'xiaoyu' : personId} ${skillName} ${daysBefore}`)
      }),
    ],
  }
  const morning = (day: string) =>
    perform(listening, { name: 'remindOfEnds', tenantId, now: new Date(`${day}T00:07:00Z`) }, remindOfEnds)
  const { id } = await xiaoyu.does(addQualification, {
    personId: xiaoyu.id,
    skillId: firstAid,
    fromDate: '2026-01-01',
    toDate: end,
  })
  // Nobody confirmed it: it counts for nothing, and its end is nobody's loss.
  await morning(addDays(end, -30))
  expect(told).toEqual([])
  await zhao.does(confirmQualification, { qualificationId: id, onPaper: true })
  for (const before of [31, 30, 29, 8, 7, 6, 1, 0]) await morning(addDays(end, -before))
  expect(told).toEqual(['xiaoyu 急救 30', 'xiaoyu 急救 7'])
  // What is renewed already needs no reminder.
  await sun.does(addQualification, { personId: sun.id, skillId: cooking, fromDate: '2026-01-01', toDate: end })
  await sun.does(addQualification, { personId: sun.id, skillId: cooking, fromDate: end, toDate: null })
  await morning(addDays(end, -5))
  expect(told).toHaveLength(2)
})
