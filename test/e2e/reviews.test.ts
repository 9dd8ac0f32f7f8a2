import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeBrowser, listen, openWindow, settled, signIn, violations } from './browser.ts'
import { type Office, openOffice } from './office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(async () => {
  await closeBrowser()
  await office?.close()
})

const secretary = { name: '13900000077', password: 'a word of one’s own' }

/** Somebody who answers for a community, with a login of their own. */
async function invited(organizationId: string): Promise<string> {
  const post = { organizationId, role: 'secretary', title: null, fromDate: '2023-01-01', toDate: null }
  const person = { name: '王芳', phone: secretary.name, email: null, ...post }
  const { id } = (await office.api.post('/api/people', person)) as { id: string }
  const window = await openWindow(office.address, { language: 'zh-CN', theme: 'light', width: 1440 })
  await signIn(window, office.address, office.login)
  const card = await window.newPage()
  await card.goto(`/people/${id}`)
  await card.getByRole('button', { name: '邀请' }).first().click()
  const link = await card.locator('input[readonly]').inputValue()
  await window.close()
  const own = await openWindow(office.address, { language: 'zh-CN', theme: 'light', width: 1440 })
  const page = await own.newPage()
  await page.goto(link)
  await page.fill('input[name=password]', secretary.password)
  await page.locator('button[type=submit]').click()
  await page.waitForURL(`${office.address}/`)
  await own.close()
  return id
}

test('a review is filled with figures, answered by the community, and final; a dossier is commented and exported, and no leader who is not named sees it', async () => {
  const [root] = (await office.api.get('/api/organizations')) as { id: string }[]
  const [community] = (await office.api.get(`/api/organizations?parentId=${root?.id}`)) as {
    id: string
    name: string
  }[]
  const [indicator] = (await office.api.get('/api/indicators?q=fwsc')) as { id: string }[]
  const asked = { id: 'served', kind: 'measure', text: '服务时长', indicatorId: indicator?.id }
  const board = { id: 'board', kind: 'yesNo', text: '公示栏及时更新' }
  const content = { sections: [{ id: 'a', title: '志愿服务', questions: [asked, board] }] }
  const list = { name: '半年检查', use: 'review', content }
  const { id: checklistId } = (await office.api.post('/api/checklists', list)) as { id: string }
  const { personId } = (await office.api.get('/api/me')) as { personId: string }
  const wang = await invited(community?.id ?? '')
  const planned = { checklistId, organizationId: community?.id, reviewerId: personId, period: '2023' }
  const { id: reviewId } = (await office.api.post('/api/reviews', { ...planned, plannedOn: '2024-01-10' })) as {
    id: string
  }

  const phone = await openWindow(office.address, { language: 'zh-CN', theme: 'light', width: 390 })
  await signIn(phone, office.address, office.login)
  const page = await phone.newPage()
  const wrong = listen(page)
  await page.goto(`/reviews/${reviewId}`)
  await page.getByText('还有1个问题').waitFor()
  await page.getByText('否', { exact: true }).click()
  await page.getByRole('textbox', { name: '检查情况: 公示栏及时更新' }).fill('仍是上年内容')
  await page.getByText('已全部作答 · 已保存').waitFor()
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: '送达被检查单位' }).click()
  await page.getByText('已回复0/1').waitFor()
  await page.getByRole('button', { name: /小时/ }).first().click()
  await page.getByRole('heading', { name: /据以统计的记录/ }).waitFor()
  await page.keyboard.press('Escape')
  expect(await page.getByRole('button', { name: '定稿' }).count()).toBe(0)

  const own = await openWindow(office.address, { language: 'zh-CN', theme: 'light', width: 1440 })
  await signIn(own, office.address, secretary)
  const answering = await own.newPage()
  wrong.push(...listen(answering))
  await answering.goto(`/reviews/${reviewId}`)
  await answering.getByRole('button', { name: '回复：公示栏及时更新：仍是上年内容' }).click()
  await answering.getByRole('textbox', { name: '回复', exact: true }).fill('本周更换')
  expect(await violations(answering)).toEqual([])
  await answering.getByRole('button', { name: '保存' }).click()
  await answering.getByText('已回复1/1').waitFor()
  await page.reload()
  await page.getByRole('button', { name: '定稿' }).click()
  await page.getByText('已定稿').waitFor()

  // The leader opens a dossier of the secretary's, names somebody else, and does not see it.
  const duty = { organizationId: community?.id, name: '公示', about: '', fromDate: '2023-01-01' }
  const { id: dutyId } = (await office.api.post('/api/duties', duty)) as { id: string }
  await office.api.post(`/api/duties/${dutyId}/holdings`, { personId: wang, seat: 'holder', fromDate: '2023-01-01' })
  const { rows } = (await office.api.get('/api/people?q=zhang')) as { rows: { id: string }[] }
  const term = { year: 2023, commentBy: '2028-01-31', eraseOn: '2030-01-01' }
  const named = { personId: wang, organizationId: community?.id, reviewerIds: [rows[0]?.id] }
  const { id: dossierId } = (await office.api.post('/api/dossiers', { ...named, ...term })) as { id: string }
  await page.goto('/dossiers')
  await page.getByText('没有您本人的档案').waitFor()
  expect(await page.request.get(`/api/dossiers/${dossierId}`).then((answer) => answer.status())).toBe(404)

  await answering.goto(`/dossiers/${dossierId}`)
  await answering.getByRole('button', { name: '提出意见：担任职责' }).click()
  await answering.getByRole('textbox').fill('全年由本人负责')
  await answering.getByRole('button', { name: '保存' }).click()
  await answering.getByText('王芳的意见').waitFor()
  await settled(answering)
  expect(await violations(answering)).toEqual([])
  const file = answering.waitForEvent('download')
  await answering.getByRole('link', { name: '导出 Word' }).click()
  expect((await file).suggestedFilename()).toContain('王芳2023年度履职档案')
  expect(wrong).toEqual([])
  await phone.close()
  await own.close()
})
