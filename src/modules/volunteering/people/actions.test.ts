import { expect, test } from 'vitest'
import { town } from '../../../../test/town.ts'
import { asTenant } from '../../../platform/tenancy.ts'
import { readVolunteer } from './actions.ts'
import { keepApart, letTogether, listKeptApart } from './apart/actions.ts'
import { whoCanCome, writeAvailability } from './availability/actions.ts'
import { actingFor, endConsent, myConsents, noteConsent } from './consents/actions.ts'
import { noteMinor } from './minors/actions.ts'
import { readServiceRule, writeServiceRule } from './service-rules/actions.ts'
import { writeWishes } from './wishes/actions.ts'

const saturdays = { week: [{ weekday: 6, from: '08:00', to: '12:00' }], days: [] }

test('Xiaoyu says when she can come and what she likes; she and her leaders read it, and nobody else', async () => {
  const { xiaoyu, zhao, sun, otherLina, zhang, lina, unasked } = await town()
  const personId = xiaoyu.id
  const said = await xiaoyu.does(writeAvailability, {
    personId,
    ...saturdays,
    days: [
      { date: '2026-04-18', from: '00:00', to: '24:00', available: false },
      { date: '2025-01-01', from: '00:00', to: '24:00', available: false },
    ],
  })
  // What lies long behind is not kept.
  expect(said).toEqual({ ...saturdays, days: [{ date: '2026-04-18', from: '00:00', to: '24:00', available: false }] })
  const wishes = {
    weeklyAsks: 1,
    times: ['weekendMorning' as const],
    placeIds: [],
    homePlaceId: null,
    companionIds: [sun.id],
  }
  await xiaoyu.does(writeWishes, { personId, ...wishes })
  await expect(xiaoyu.does(writeWishes, { personId, ...wishes, companionIds: [otherLina.id] })).rejects.toThrow(
    'companionElsewhere',
  )
  const card = await zhao.does(readVolunteer, { personId })
  expect(card.wishes.companions.map(({ name }) => name)).toEqual(['孙福生'])
  expect([card.mayLead, card.availability.week.length]).toEqual([true, 1])
  expect((await xiaoyu.does(readVolunteer, { personId })).mayLead).toBe(false)
  expect((await lina.does(readVolunteer, { personId })).name).toBe('林小雨')
  await expect(sun.does(readVolunteer, { personId })).rejects.toThrow('notFound')
  await expect(zhang.does(readVolunteer, { personId })).rejects.toThrow('notAllowed')
  await expect(sun.does(writeAvailability, { personId, ...saturdays })).rejects.toThrow('notFound')
  const saturday = (day: string) => ({ from: new Date(`${day}T01:00Z`), to: new Date(`${day}T03:00Z`) })
  const can = async (day: string) => [
    ...(await unasked((context) => whoCanCome(context, { personIds: [personId, sun.id], ...saturday(day) }))).values(),
  ]
  expect(await can('2026-04-18')).toEqual(['no', 'unsaid'])
  expect(await can('2026-04-25')).toEqual(['yes', 'unsaid'])
})

test('who does not serve together is for coordinators: not for leaders, not for the two, not for the audit log', async () => {
  const { db, tenantId, lina, admin, wang, zhao, xiaoyu, sun } = await town()
  const pair = { onePersonId: xiaoyu.id, otherPersonId: sun.id, reason: '邻里纠纷' }
  await lina.does(keepApart, pair)
  await expect(lina.does(keepApart, { ...pair, onePersonId: sun.id, otherPersonId: xiaoyu.id })).rejects.toThrow(
    'apartAlready',
  )
  await expect(lina.does(keepApart, { ...pair, otherPersonId: xiaoyu.id })).rejects.toThrow('apartFromOneself')
  await expect(wang.does(keepApart, pair)).rejects.toThrow('notAllowed')
  const [kept] = await admin.does(listKeptApart, {})
  expect(new Set([kept?.one.name, kept?.other.name])).toEqual(new Set(['林小雨', '孙福生']))
  for (const somebody of [wang, zhao, xiaoyu]) {
    expect(await somebody.does(listKeptApart, {})).toEqual([])
    await expect(somebody.does(letTogether, { keptApartId: kept?.id ?? '' })).rejects.toThrow('notFound')
  }
  expect(JSON.stringify(await xiaoyu.does(readVolunteer, { personId: xiaoyu.id }))).not.toContain('邻里纠纷')
  const entries = await asTenant(db, tenantId, (tx) => tx.selectFrom('auditEntry').select('detail').execute())
  expect(JSON.stringify(entries)).not.toContain('邻里纠纷')
  await lina.does(letTogether, { keptApartId: kept?.id ?? '' })
  expect(await lina.does(listKeptApart, {})).toEqual([])
})

test('whoever is not of age serves with a guardian’s consent, which a leader notes', async () => {
  const { zhao, xiaoyu, qian } = await town()
  const note = { personId: xiaoyu.id, until: '2027-03-01', guardianName: null, consents: true }
  await expect(zhao.does(noteMinor, note)).rejects.toThrow('guardianNameMissing')
  await expect(zhao.does(noteMinor, { ...note, until: '2026-04-15' })).rejects.toThrow('ofAgeAlready')
  await expect(xiaoyu.does(noteMinor, { ...note, guardianName: '林父' })).rejects.toThrow('notAllowed')
  await expect(qian.does(noteMinor, note)).rejects.toThrow('notFound')
  const { minor } = await zhao.does(noteMinor, { ...note, guardianName: '林父' })
  expect(minor?.guardianAt).toBeInstanceOf(Date)
  // Another guardian consents anew.
  const later = zhao.at('2026-05-01T04:00:00Z')
  const again = await later.does(noteMinor, { ...note, guardianName: '林母' })
  expect(again.minor?.guardianAt).toEqual(new Date('2026-05-01T04:00:00Z'))
  expect((await zhao.does(noteMinor, { ...note, until: null })).minor).toBeNull()
})

test('Zhao acts for old Mr Sun, who agreed by phone; it is shown, and ends when either wants', async () => {
  const { zhao, xiaoyu, sun, otherLina } = await town()
  const agreed = { personId: sun.id, helperId: xiaoyu.id, given: 'byPhone' as const }
  // Nobody says of themselves that another agreed.
  await expect(xiaoyu.does(noteConsent, agreed)).rejects.toThrow('notFound')
  await expect(xiaoyu.does(actingFor, sun.id)).rejects.toThrow('notFound')
  await zhao.does(noteConsent, agreed)
  await expect(zhao.does(noteConsent, agreed)).rejects.toThrow('consentNotedAlready')
  await expect(zhao.does(noteConsent, { ...agreed, helperId: sun.id })).rejects.toThrow('helpsOneself')
  expect(await xiaoyu.does(actingFor, sun.id)).toMatchObject({
    helperName: '林小雨',
    personName: '孙福生',
    given: 'byPhone',
  })
  expect(await sun.does(actingFor, sun.id)).toBeNull()
  await expect(otherLina.does(actingFor, sun.id)).rejects.toThrow('notFound')
  const [mine] = await xiaoyu.does(myConsents, {})
  if (!mine) throw new Error('she may act for him')
  await expect(otherLina.does(endConsent, { consentId: mine.id })).rejects.toThrow('notFound')
  expect(await xiaoyu.does(endConsent, { consentId: mine.id })).toEqual([])
  await expect(xiaoyu.does(actingFor, sun.id)).rejects.toThrow('notFound')
  // He may agree again, and say so himself.
  expect(await sun.does(noteConsent, { ...agreed, given: 'inPerson' })).toHaveLength(1)
})

test('rules of service hold downwards, the nearest first', async () => {
  const { lina, wang, zhao, organizations } = await town()
  const none = { restMinutes: null, dayMinutes: null, weekMinutes: null, yearMinutes: null, lateHours: null }
  await lina.does(writeServiceRule, { organizationId: organizations.willow, ...none, restMinutes: 60, dayMinutes: 480 })
  await wang.does(writeServiceRule, { organizationId: organizations.peace, ...none, dayMinutes: 360 })
  const { here, holds, mayChange } = await zhao.does(readServiceRule, { organizationId: organizations.silverTeam })
  expect([here, mayChange]).toEqual([none, false])
  expect(holds).toEqual({ ...none, restMinutes: 60, dayMinutes: 360 })
  await expect(
    wang.does(writeServiceRule, { organizationId: organizations.willow, ...none, dayMinutes: 60 }),
  ).rejects.toThrow('notAllowed')
})
