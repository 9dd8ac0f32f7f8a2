import { readOwnCode } from '../../modules/activities/doors/code/rules.ts'
import type { KioskDay, KioskEvent } from '../../modules/activities/doors/kiosks/contract.ts'
import { dayIn } from '../../platform/zone.ts'
import * as store from './store.ts'

type Wire<T> = T extends Date
  ? string
  : T extends (infer U)[]
    ? Wire<U>[]
    : T extends object
      ? { [K in keyof T]: Wire<T[K]> }
      : T
export type Known = Wire<KioskDay> & { ahead: number }
type Event = Wire<KioskEvent>
/** `conflicts`: what the server said, to be shown; null: not told yet. */
export type Noted = Event & { conflicts: string[] | null }
type Activity = Known['activities'][number]

const ask = async (path: string, body?: object): Promise<Response> =>
  fetch(
    path,
    body ? { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {},
  )

export const token = (): Promise<string | undefined> => store.get<string>('known', 'token')

export async function enrol(code: string): Promise<boolean> {
  const answer = await ask('/api/kiosk/enrol', { code })
  if (!answer.ok) return false
  const { token } = (await answer.json()) as { token: string }
  await store.put('known', 'token', token)
  return true
}

/** So long a conflict stands on the tablet; the leader's list keeps it. */
const shown = 24 * 3_600_000

export type Contact = 'heard' | 'offline' | 'gone'

/** Tells what waits, then asks for the day anew. What was not answered waits on, and is told again under the same id. */
export async function meet(): Promise<Contact> {
  const held = await token()
  if (!held) return 'gone'
  try {
    for (;;) {
      const waiting = (await store.all<Noted>('events')).filter((one) => one.conflicts === null).slice(0, 500)
      if (waiting.length === 0) break
      const events = waiting.map(({ conflicts: _, ...event }) => event)
      const answer = await ask(`/api/kiosk/${held}/events`, { sentAt: new Date().toISOString(), events })
      if (!answer.ok) return answer.status === 409 ? 'gone' : 'offline'
      const { taken, unknown } = (await answer.json()) as {
        taken: { id: string; state: string; conflicts: string[] }[]
        unknown: string[]
      }
      const settled = taken.filter((one) => one.state !== 'doubtful').map((one) => one.id)
      await store.forget('events', settled)
      const doubtful = new Map(taken.filter((one) => one.state === 'doubtful').map((one) => [one.id, one.conflicts]))
      for (const one of events)
        if (unknown.includes(one.id)) await store.put('events', one.id, { ...one, conflicts: ['activityGone'] })
        else if (doubtful.has(one.id)) await store.put('events', one.id, { ...one, conflicts: doubtful.get(one.id) })
    }
    const asked = Date.now()
    const answer = await ask(`/api/kiosk/${held}`)
    if (!answer.ok) return answer.status === 409 ? 'gone' : 'offline'
    const day = (await answer.json()) as Wire<KioskDay>
    const old = (await store.all<Noted>('events')).filter(
      (one) => one.conflicts && Date.now() - Date.parse(one.deviceAt) > shown,
    )
    await store.forget(
      'events',
      old.map((one) => one.id),
    )
    const between = (asked + Date.now()) / 2
    await store.put('known', 'day', { ...day, ahead: Math.round(Date.parse(day.now) - between) })
    return 'heard'
  } catch {
    return 'offline'
  }
}

export const known = (): Promise<Known | undefined> => store.get<Known>('known', 'day')
export const noted = (): Promise<Noted[]> => store.all<Noted>('events')

/** Now, by the server's clock as this tablet last heard it. */
export const rightNow = ({ ahead }: Known): Date => new Date(Date.now() + ahead)

/** Who is inside by all that this tablet knows. */
export function inside(activity: Activity, events: readonly Noted[]): Set<string> {
  const here = new Set(activity.here)
  const own = events.filter((one) => one.activityId === activity.id)
  for (const one of own.sort((a, b) => Date.parse(a.deviceAt) + a.ahead - Date.parse(b.deviceAt) - b.ahead))
    if (one.direction === 'in') here.add(one.code)
    else here.delete(one.code)
  return here
}

export type Outcome = 'wrongCode' | 'welcome' | 'bye' | 'already' | 'notIn' | 'full' | 'barred' | 'oldDay'

/** Takes a code that was shown or typed. Whatever is odd is noted all the same and said. */
export async function take(day: Known, activity: Activity, text: string, direction: 'in' | 'out'): Promise<Outcome> {
  const now = rightNow(day)
  const key = day.days.find((one) => one.day === dayIn(day.timeZone, now))?.key
  if (!key) return 'oldDay'
  const code = await readOwnCode(key, text)
  if (!code) return 'wrongCode'
  const here = inside(activity, await noted())
  if (direction === 'in' && here.has(code)) return 'already'
  const id = crypto.randomUUID()
  const event: Noted = {
    id,
    activityId: activity.id,
    code,
    direction,
    deviceAt: new Date().toISOString(),
    ahead: day.ahead,
    conflicts: null,
  }
  await store.put('events', id, event)
  if (direction === 'out') return here.has(code) ? 'bye' : 'notIn'
  if (activity.barred.includes(code)) return 'barred'
  const expected = new Set(activity.expected)
  const walkIns = [...here].filter((one) => !expected.has(one)).length
  const full = activity.places !== null && !expected.has(code) && expected.size + walkIns >= activity.places
  return full ? 'full' : 'welcome'
}
