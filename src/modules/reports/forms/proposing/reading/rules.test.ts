import { expect, test } from 'vitest'
import type { GridCell } from '../../package/grid/rules.ts'
import { type Names, wordsWith } from '../names/rules.ts'
import { readPlace } from './rules.ts'

const community = '11111111-1111-4111-8111-111111111111'
const team = '21111111-1111-4111-8111-111111111111'
const names: Names = {
  office: '柳林街道',
  communities: [{ id: community, name: '红旗社区' }],
  teams: [{ id: team, name: '理论政策宣讲队' }],
  places: [],
  titles: ['红旗社区网络安全宣传周', '滨江社区网络安全知识问答', '年度工作分析研判会', '红旗社区·义诊'],
}
const style = {
  code: 'General',
  kind: 'number' as const,
  bordered: true,
  bold: false,
  size: 11,
  decimals: null,
  align: null,
}
const cell = (text: string): GridCell => ({
  row: 1,
  column: 0,
  bottom: 1,
  right: 0,
  text,
  number: null,
  formula: false,
  style,
})

/** What a label asks, alone on a form without a title. */
function asked(label: string): string {
  const known = { words: wordsWith(names), names, sheet: 'Sheet1', title: '' }
  const { content } = readPlace({ left: [cell(label)], above: [], beside: true, under: false }, [], known, 'number')
  if (content.is !== 'figure') return content.is
  const { fact, measure, filter, scope, period } = content.ask
  return [fact, measure, decodeURIComponent(filter), scope, period, content.unit]
    .join(' ')
    .replaceAll(community, '红旗')
    .replaceAll(team, '宣讲队')
}

test.each([
  ['所辖社区（个）', 'organization count kind=community form form plain'],
  ['（三）参学率（%）', 'participation attendance kind=study form form percent'],
  ['1. 开展集中学习（次）', 'activity count kind=study form form plain'],
  ['应到总人次', 'participation expected kind=study form form plain'],
  ['分析研判会次数', 'activity count kind=meeting&title=分析研判 form form plain'],
  ['网络安全宣传周活动场次', 'activity count title=网络安全 form form plain'],
  ['义诊活动场次', 'activity count title=义诊 form form plain'],
  ['全年活动场次', 'activity count  form year plain'],
  ['有服务时长的志愿者人数', 'participation volunteers kind=service form form plain'],
  ['注册志愿者', 'membership people role=volunteer form form plain'],
  ['服务分钟数', 'participation minutes kind=service form form minutes'],
  ['上半年志愿服务时长（小时）', 'participation minutes kind=service form H1 hours'],
  ['1-6月服务时长（天，工作日）', 'participation minutes kind=service form M01-M06 days'],
  ['红旗社区志愿服务活动场次', 'activity count kind=service 红旗 form plain'],
  ['理论政策宣讲队服务时长', 'participation minutes kind=service&team=宣讲队 form form hours'],
  ['上年同期集中学习次数', 'activity count kind=study form form:yearBefore plain'],
  ['站点总面积（㎡）', 'place area kind=station form form plain'],
  ['Volunteer hours, first quarter', 'participation minutes kind=service form Q1 hours'],
  ['Standing teams', 'organization teams kind=team&standing=yes form form plain'],
  ['审核人：', 'hand'],
  ['辖区绿化率', 'unknown'],
])('%s', (label, question) => {
  expect(asked(label)).toBe(question)
})
