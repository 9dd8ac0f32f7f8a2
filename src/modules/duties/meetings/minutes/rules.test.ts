import { expect, test } from 'vitest'
import type { Meeting } from '../contract.ts'
import { minutesOf } from './rules.ts'

const id = '00000000-0000-7000-8000-000000000001'
const named = (name: string) => ({ id, name })
const decision = {
  ...{ id, words: '排出值班表', origin: 'meeting' as const, originId: id, grade: null, fault: null },
  ...{
    organization: named('和平社区'),
    place: null,
    raisedAt: new Date(),
    raisedBy: null,
    closedAt: null,
    closedBy: null,
  },
  actions: [
    {
      ...{ id, what: '排班并公示', owner: named('陈静'), dueOn: '2026-04-25', askedDue: null, state: 'open' as const },
      ...{ doneAt: null, doneBy: null, closedAt: null, closedBy: null },
    },
  ],
}
const meeting: Meeting = {
  ...{ activityId: id, title: '社区工作例会', host: named('和平社区'), placeName: '二楼会议室', cancelledAt: null },
  ...{ startsAt: new Date('2026-04-20T01:00:00Z'), endsAt: new Date('2026-04-20T02:00:00Z'), chair: named('王建国') },
  ...{ proposals: [], confirmedAt: null, confirmedBy: null, may: { prepare: false, note: false, confirm: false } },
  items: [
    {
      ...{
        id,
        kind: 'own',
        title: '节前值班',
        minutes: '各站点汇报\n请尽快排班',
        revision: 0,
        carried: false,
        state: null,
      },
      decisions: [decision],
    },
  ],
}

test('minutes say when, where and who, what was said at each point, and who does what until when', () => {
  const written = minutesOf(meeting, ['王建国', '陈静'], { language: 'zh-CN', timeZone: 'Asia/Shanghai' })
  expect(written).toMatchObject({
    title: ['社区工作例会纪要'],
    signature: { organization: '和平社区', date: '2026-04-20' },
    blocks: [
      { runs: [{ text: '时间：2026年4月20日 09:00–10:00' }] },
      { runs: [{ text: '地点：二楼会议室' }] },
      { runs: [{ text: '主持人：王建国' }] },
      { runs: [{ text: '出席：王建国、陈静' }] },
      { kind: 'heading', text: '节前值班' },
      { runs: [{ text: '各站点汇报' }] },
      { runs: [{ text: '请尽快排班' }] },
      { runs: [{ text: '议定：排出值班表' }] },
      {
        kind: 'table',
        rows: [[{ text: '排出值班表' }, { text: '排班并公示' }, { text: '陈静' }, { text: '2026年4月25日' }]],
      },
    ],
  })
})
