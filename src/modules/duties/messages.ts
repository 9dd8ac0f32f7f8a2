import type { Words } from '../../platform/i18n.ts'
import type { Seat } from './contract.ts'
import type { DutyRefusal } from './rules.ts'

export const seatWords: Record<Seat, Words> = { holder: ['Holder', '责任人'], deputy: ['Deputy', 'B角'] }

export const dutyRefusals: Record<DutyRefusal, Words> = {
  noSuchSection: ['That section is in the policy no longer. Choose another one.', '该条款已不在制度中，请另选。'],
  outsideDuty: ['The duty does not stand on that day.', '该职责在这一天不存在。'],
  beginsBeforeLast: [
    'Somebody has it from that day or later already. Choose a later day.',
    '这一天或之后已有人担任，请选择更晚的日期。',
  ],
  heldByNext: ['By that day somebody else has it. Choose an earlier day.', '届时已由他人担任，请选择更早的日期。'],
  holdsBoth: ['One person cannot hold a duty and deputize for it.', '同一人不能既是责任人又是B角。'],
}

export const dutyWords = {
  duties: ['Duties', '职责'],
  about: [
    'Who answers for what, from when to when. What nobody holds stands first.',
    '谁负责什么，从何时到何时。无人负责的列在最前。',
  ],
  asOf: ['On', '日期'],
  organization: ['Part', '单位'],
  none: ['No duty is written down yet.', '还没有登记职责。'],
  nobody: ['nobody', '无人'],
  gaps: ['Without a holder', '无责任人'],
  held: ['Held', '有责任人'],
  loads: ['Who carries how much', '个人承担情况'],
  holds: ['Holds', '负责'],
  deputizes: ['Deputizes', 'B角'],
  person: ['Person', '人员'],
  matrix: ['People and duties', '人员与职责'],
  gap: ['nobody holds it', '无责任人'],
  noDeputy: ['no deputy', '无B角'],
  holdsSeveral: ['holds {n} duties', '身兼 {n} 项'],
  seatIs: ['{seat}: ', '{seat}：'],
  load: ['holds {holds}, deputizes {deputizes}', '负责 {holds}，B角 {deputizes}'],
  everywhere: ['All parts', '全部单位'],
  add: ['New duty', '新建职责'],
  change: ['Change', '修改'],
  keep: ['Keep', '保存'],
  remove: ['Remove', '移除'],
  removed: ['{name} was removed.', '已移除“{name}”。'],
  name: ['Duty', '职责名称'],
  what: ['What it asks', '职责内容'],
  fromDate: ['From', '自'],
  toDate: ['Until, not included', '至（不含当日）'],
  give: ['Give to', '安排'],
  seat: ['As', '角色'],
  ends: ['End today', '今日起不再担任'],
  history: ['Who had it', '历任'],
  span: ['{from} – {to}', '{from} – {to}'],
  now: ['now', '至今'],
  acknowledge: ['I know of it', '我已知悉'],
  acknowledged: ['acknowledged', '本人已知悉'],
  notAcknowledged: ['not acknowledged yet', '本人尚未确认'],
  noOne: ['Nobody had it so far.', '还没有人担任过。'],
  handOver: ['Hand over', '工作交接'],
  countedFrom: ['Counted from these records, as they stand today', '据以统计的记录（按今日内容显示）'],
  countedAt: ['Counted', '统计时间'],
  missing: [
    '{n, plural, one {# record} other {# records}} are gone or not yours to see.',
    '另有{n}条记录已不存在或您无权查看。',
  ],
  noRecords: ['No records stood behind it.', '当时没有对应的记录。'],
  figure: ['How it was counted', '统计依据'],
} satisfies Record<string, Words>
