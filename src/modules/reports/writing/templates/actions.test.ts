import { expect, test } from 'vitest'
import { town } from '../../../../../test/town.ts'
import type { Context } from '../../../../platform/context.ts'
import { addChecklist } from '../../../checks/checklists/actions.ts'
import { Content } from '../../../checks/checklists/contract.ts'
import { planChecks } from '../../../checks/safety/plans/actions.ts'
import { createDuty, giveDuty } from '../../../duties/actions.ts'
import { startHandOver } from '../../../duties/handing-over/actions.ts'
import { createPlace } from '../../../places/actions.ts'
import { type Settling, settle } from '../settled/actions.ts'
import { builtTemplate } from './built/rules.ts'

const digest = (context: Context, how: Settling) => settle(context, builtTemplate('weekly', 'zh-CN').document, how)

test('the digest of a week says which checks are late or to be done and which hand-overs wait, each with its records', async () => {
  const { lina, wang, chen, zhao, organizations } = await town()
  const plain = { address: null, brand: null, areaM2: null, roomCount: null, capacity: null, openingHours: [] }
  const at = { ...plain, latitude: null, longitude: null, organizationId: organizations.station, parentId: null }
  const { id: placeId } = await chen.does(createPlace, { ...at, name: '和平站', kind: 'station' })
  const questions = [{ id: 'exit', kind: 'yesNo', text: '安全出口畅通' }]
  const content = Content.parse({ sections: [{ id: 's', title: '消防', questions }] })
  const { id: checklistId } = await lina.does(addChecklist, { name: '消防检查', use: 'safety', content })
  // Two days after the 15th have passed by Sunday; the five days after the 18th have not.
  for (const [firstDate, days] of [
    ['2026-04-15', 2],
    ['2026-04-18', 5],
  ] as const)
    await chen.does(planChecks, { checklistId, placeId, firstDate, days, rule: 'FREQ=MONTHLY', onHoliday: 'keep' })
  const duty = {
    organizationId: organizations.peace,
    name: '消防安全',
    about: '',
    fromDate: '2026-01-01',
    toDate: null,
  }
  const { id: dutyId } = await wang.does(createDuty, { ...duty, policyId: null, sectionKey: null })
  await wang.does(giveDuty, { dutyId, personId: chen.id, seat: 'holder', fromDate: '2026-01-01' })
  const change = { personId: chen.id, otherPersonId: zhao.id, onDate: '2026-04-16', dutyIds: [dutyId], note: '' }
  await wang.does(startHandOver, change)

  const how = {
    title: '周报',
    period: '2026-04-13..2026-04-19',
    scope: organizations.willow,
    language: 'zh-CN' as const,
  }
  const { blocks } = await lina.at('2026-04-20T00:00:00Z').does(digest, how)
  const said = blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [block.runs.map(({ text }) => text).join('')] : [],
  )
  for (const sentence of ['安全检查逾期1次。', '待完成安全检查1次。', '待签字的工作交接1项。'])
    expect(said).toContain(sentence)
  const rows = blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []))
  expect(rows.map((row) => row.map(({ text }) => text))).toEqual([
    ['和平站', '消防检查', '和平服务站', '已逾期'],
    ['和平站', '消防检查', '和平服务站', '未到期'],
    ['陈静', '赵大勇', '和平社区', '2026-04-16'],
  ])
})
