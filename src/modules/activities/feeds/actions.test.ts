import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { type Somebody, town } from '../../../../test/town.ts'
import { cancelActivity, changeActivity, createActivity, invitePeople } from '../actions.ts'
import type { ActivityFields } from '../contract.ts'
import { createFeed, listFeeds, readFeed, renewFeed, revokeFeed } from './actions.ts'

type Town = Awaited<ReturnType<typeof town>>

const meeting = ({ organizations }: Town, more: Partial<ActivityFields> = {}): ActivityFields => ({
  kind: 'meeting',
  title: '议事会，第一次；会议室',
  topic: '停车',
  description: '联系人 13900000034',
  hostId: organizations.peace,
  placeId: null,
  groupId: null,
  teamIds: [],
  equipmentIds: [],
  startsAt: new Date('2026-04-17T06:00:00Z'),
  endsAt: new Date('2026-04-17T08:00:00Z'),
  ...more,
})

const fileOf = (address: string) => ({ file: address.replace('/calendar/', '') })
async function read({ unasked }: Town, address: string) {
  const download = await unasked((context) => readFeed(context, fileOf(address)))
  const calendar = new ICAL.Component(ICAL.parse(String(download.body)) as never)
  const zone = calendar.getFirstSubcomponent('vtimezone')
  if (zone) ICAL.TimezoneService.register(new ICAL.Timezone(zone))
  const events = calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component)
    return {
      uid: event.uid,
      title: event.summary,
      starts: event.startDate.toString(),
      zone: event.startDate.zone?.tzid,
      at: event.startDate.toJSDate().toISOString(),
      sequence: event.sequence,
      status: component.getFirstPropertyValue('status'),
    }
  })
  return { events, body: String(download.body), etag: download.etag, zone: zone?.getFirstPropertyValue('tzid') }
}
const follow = (who: Somebody, organizationId: string | null = null) => who.does(createFeed, { organizationId })

test('my calendar: what concerns me, in my zone, with its name and no people', async () => {
  const here = await town()
  const { wang, xiaoyu } = here
  const { id: activityId } = await wang.does(createActivity, { ...meeting(here), series: null })
  await wang.does(createActivity, { ...meeting(here, { title: '别的会' }), series: null })
  await wang.does(invitePeople, { activityId, personIds: [xiaoyu.id] })
  const { address } = await follow(xiaoyu)
  expect(address).toMatch(/^\/calendar\/[0-9a-f]{64}\.ics$/)
  const { events, body, zone } = await read(here, address)
  expect(zone).toBe('Asia/Shanghai')
  expect(events).toEqual([
    {
      uid: `${activityId}@linli`,
      title: '议事会，第一次；会议室',
      starts: '2026-04-17T14:00:00',
      zone: 'Asia/Shanghai',
      at: '2026-04-17T06:00:00.000Z',
      sequence: 0,
      status: 'CONFIRMED',
    },
  ])
  expect(body).not.toMatch(/13900000034|林小雨/)
  for (const line of body.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
})

test('an update keeps the UID and raises the SEQUENCE; what is cancelled stays, and says so', async () => {
  const here = await town()
  const { wang } = here
  const { id: activityId } = await wang.does(createActivity, { ...meeting(here), series: null })
  const { address } = await follow(wang)
  const before = await read(here, address)
  expect((await read(here, address)).etag).toBe(before.etag)
  const moved = meeting(here, { startsAt: new Date('2026-04-17T07:00:00Z') })
  await wang.does(changeActivity, { ...moved, activityId, scope: 'this', series: null })
  const after = await read(here, address)
  expect(after.events).toMatchObject([{ uid: before.events[0]?.uid, starts: '2026-04-17T15:00:00', sequence: 1 }])
  expect(after.etag).not.toBe(before.etag)
  await wang.does(cancelActivity, { activityId, reason: '暴雨', scope: 'this' })
  expect((await read(here, address)).events).toMatchObject([
    { uid: `${activityId}@linli`, sequence: 2, status: 'CANCELLED' },
  ])
})

test('the link of an organization shows what its maker may see, and no more', async () => {
  const here = await town()
  const { lina, wang, xiaoyu, qian, organizations } = here
  await wang.does(createActivity, { ...meeting(here), series: null })
  await lina.does(createActivity, {
    ...meeting(here, { title: '邻里节', kind: 'event', hostId: organizations.willow }),
    series: null,
  })
  const titles = async (address: string) => (await read(here, address)).events.map((event) => event.title).sort()
  expect(await titles((await follow(lina, organizations.willow)).address)).toHaveLength(2)
  expect(await titles((await follow(xiaoyu, organizations.willow)).address)).toEqual(['邻里节'])
  await expect(follow(qian, organizations.peace)).rejects.toThrow('notAllowed')
})

test('a link that is renewed or revoked stops', async () => {
  const here = await town()
  const { wang, xiaoyu } = here
  const first = await follow(wang)
  const second = await wang.does(renewFeed, { feedId: first.id })
  await expect(read(here, first.address)).rejects.toThrow('notFound')
  await expect(xiaoyu.does(revokeFeed, { feedId: second.id })).rejects.toThrow('notFound')
  expect((await read(here, second.address)).events).toEqual([])
  await wang.does(revokeFeed, { feedId: second.id })
  await expect(read(here, second.address)).rejects.toThrow('notFound')
  expect(await wang.does(listFeeds, {})).toEqual([])
})
