import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeBrowser, listen, openWindow, settled, signIn } from './browser.ts'
import { type Office, openOffice } from './office.ts'
import { type Member, openTeam, wrong } from './team.ts'

let office: Office
let secretary: Member
let hostId: string
const hour = 3_600_000

beforeAll(async () => {
  office = await openOffice({ imported: false })
  ;[{ id: hostId }] = (await office.api.get('/api/organizations')) as [{ id: string }]
  secretary = await (await openTeam(office)).member('王建国', '13800000033', 'coordinator')
})
afterAll(async () => {
  await closeBrowser()
  await office?.close()
})

/** It began so many hours ago, or will begin. */
const meets = async (title: string, inHours: number): Promise<string> => {
  const startsAt = new Date(Date.now() + inHours * hour)
  const planned = { kind: 'meeting', title, hostId, startsAt, endsAt: new Date(+startsAt + hour) }
  return ((await office.api.post('/api/activities', planned)) as { id: string }).id
}

test('a finding goes on the agenda, a decision becomes an action, it is done with evidence and closed by another; what was not done comes back', async () => {
  const [before, first, next] = [await meets('上月例会', -48), await meets('本月例会', -2), await meets('下月例会', 48)]
  const page = await desk()
  const unwanted = listen(page)

  // Last month something was found that nobody has put in order: it stands on this month's agenda by itself.
  await page.goto(`/activities/${before}`)
  await page.getByRole('button', { name: '议程与纪要' }).click()
  await page.getByLabel('自拟议题').fill('消防检查')
  await page.getByRole('button', { name: '添加', exact: true }).click()
  await decide('灭火器过期', '更换灭火器', '周小敏')
  await page.goto(`/meetings/${first}`)
  await page.getByRole('heading', { name: '灭火器过期' }).waitFor()
  await page.getByText('上次会议未完成').waitFor()

  // The chair leads the meeting; what is decided belongs to somebody until a day.
  await page.getByRole('button', { name: '确定主持人' }).click()
  await choose('主持人', '周小敏')
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
  await page.getByText('主持人：周小敏').waitFor()
  await page.getByRole('button', { name: '记录' }).click()
  await page.getByRole('dialog').getByLabel('会议记录').fill('已询价，本周采购')
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
  await page.getByText('已询价，本周采购').waitFor()
  await decide('排出巡查表', '每周巡查一次', '王建国')
  expect(await wrong(page)).toEqual([])
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /Word/ }).click()])
  expect(file.suggestedFilename()).toBe('本月例会.docx')
  await page.getByRole('button', { name: '确认纪要' }).click()
  await page.getByText(/周小敏于.+确认纪要/).waitFor()
  expect(await page.getByRole('button', { name: '记录' }).count()).toBe(0)

  // Its owner finds it on the phone, among what is theirs, and shows that it is done.
  const phone = secretary.page
  await phone.goto('/')
  await phone.getByRole('link', { name: '每周巡查一次' }).click()
  await phone.getByRole('heading', { level: 1, name: '排出巡查表' }).waitFor()
  await phone.getByRole('button', { name: '添加佐证' }).click()
  await phone.getByRole('dialog').getByLabel('佐证说明').fill('巡查记录')
  await phone.getByRole('dialog').getByRole('button', { name: '保存' }).click()
  const [chooser] = await Promise.all([
    phone.waitForEvent('filechooser'),
    phone.getByRole('button', { name: '上传照片或文件' }).click(),
  ])
  await chooser.setFiles({ name: '巡查.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('photo') })
  await phone.getByRole('link', { name: '巡查.jpg' }).waitFor()
  expect(await wrong(phone)).toEqual([])
  await phone.getByRole('button', { name: '已完成' }).click()
  await phone.getByRole('dialog').getByRole('button', { name: '已完成' }).click()
  await phone.getByText('已完成，待确认').waitFor()
  await settled(phone)
  expect(await phone.getByRole('button', { name: '销号', exact: true }).count()).toBe(0)

  // Another person looks and closes it.
  await page.goto('/findings?whose=all&state=done')
  await page.getByRole('link', { name: '每周巡查一次' }).click()
  await page.getByRole('button', { name: '销号', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: '销号', exact: true }).click()
  await page.getByText('该问题全部销号').waitFor()

  await page.goto(`/meetings/${next}`)
  await page.getByRole('heading', { name: '灭火器过期' }).waitFor()
  expect(await page.getByRole('heading', { name: '排出巡查表' }).count()).toBe(0)
  expect(unwanted).toEqual([])

  async function decide(said: string, what: string, owner: string): Promise<void> {
    await page.getByRole('button', { name: '作出决定' }).click()
    const form = page.getByRole('dialog')
    await form.getByLabel('议定事项').fill(said)
    await form.getByLabel('具体措施').fill(what)
    await choose('责任人', owner)
    await form.getByLabel('期限').fill(inDays(20))
    await form.getByRole('button', { name: '作出决定' }).click()
    await page.getByRole('link', { name: said }).first().waitFor()
    await form.waitFor({ state: 'detached' })
  }
  async function choose(label: string, name: string): Promise<void> {
    await page.getByRole('dialog').getByLabel(label, { exact: true }).first().fill(name)
    await page
      .getByRole('option', { name: new RegExp(name) })
      .first()
      .click()
  }
})

const inDays = (days: number): string => new Date(Date.now() + days * 24 * hour).toISOString().slice(0, 10)

async function desk() {
  const window = await openWindow(office.address, { language: 'zh-CN', theme: 'light', width: 1440 })
  await signIn(window, office.address, office.login)
  return window.newPage()
}
