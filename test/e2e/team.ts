import type { BrowserContext, Page } from 'playwright-core'
import { type Login, openWindow, sideways, signIn, violations } from './browser.ts'
import type { Office } from './office.ts'

const hour = 3_600_000

/** Somebody with a phone in the hand, signed in. */
export type Member = { id: string; login: Login; window: BrowserContext; page: Page; send: (path: string) => Send }
type Send = (data: object) => Promise<{ status: number; body: { reason?: string; id?: string } }>

/** A team of volunteers in an office that has just begun. */
export async function openTeam({ address, api: { get, post } }: Office) {
  const [root] = (await get('/api/organizations')) as { id: string }[]
  const team = { parentId: root?.id, kind: 'team', name: '银龄互助队', category: 'helpingThoseInNeed' }
  const { id: teamId } = (await post('/api/organizations', team)) as { id: string }

  /** A service of the team that begins in so many hours; before now, it has taken place. */
  async function service(title: string, inHours: number, lasting = 2): Promise<{ id: string; startsAt: Date }> {
    const startsAt = new Date(Date.now() + inHours * hour)
    const planned = { kind: 'service', title, hostId: teamId, startsAt, endsAt: new Date(+startsAt + lasting * hour) }
    return { id: ((await post('/api/activities', planned)) as { id: string }).id, startsAt }
  }

  /** The same with one shift for so many, whom it also aims at. */
  async function shift(title: string, inHours: number, most = 1) {
    const { id: activityId, startsAt } = await service(title, inHours)
    const roles = [{ name: '帮厨', least: 1, target: most, most }]
    const times = { startsAt, endsAt: new Date(+startsAt + 2 * hour), roles }
    return (await post(`/api/activities/${activityId}/shifts`, times)) as { id: string; roles: { id: string }[] }
  }

  /** Somebody who has accepted the invitation. */
  async function member(name: string, phone: string, role = 'volunteer'): Promise<Member> {
    const person = { name, phone, organizationId: teamId, role, fromDate: '2023-01-01' }
    const { id } = (await post('/api/people', person)) as { id: string }
    const { path } = (await post(`/api/people/${id}/invitations`, {})) as { path: string }
    const login = { name: phone, password: 'yangliu-qingqing-2026' }
    await post(`/api/invitations/${path.split('/').at(-1)}`, login)
    const window = await openWindow(address, { language: 'zh-CN', theme: 'light', width: 390 })
    await signIn(window, address, login)
    const send = (to: string) => async (data: object) => {
      const answer = await window.request.post(to, { data, headers: { origin: address } })
      return { status: answer.status(), body: await answer.json() }
    }
    return { id, login, window, page: await window.newPage(), send }
  }

  return { teamId, service, shift, member }
}

/** What is wrong with a screen: for whoever uses a keyboard or a screen reader, or a narrow phone. */
export async function wrong(page: Page): Promise<string[]> {
  const over = await sideways(page)
  return [...(await violations(page)), ...(over > 0 ? [`moves sideways by ${over} pixels`] : [])]
}
