import type { Words } from '../../../platform/i18n.ts'

export const handOverRefusals = {
  samePerson: ['Choose somebody else to take it.', '请选择另一位接手人。'],
  notTheirs: ['One of these duties is not theirs on that day.', '其中有职责在这一天不由此人负责。'],
  signedAlready: ['You have signed it already.', '您已签字。'],
} satisfies Record<string, Words>

export const handOverWords = {
  handOvers: ['Hand-overs', '工作交接'],
  handOver: ['Hand over', '工作交接'],
  about: [
    'What one gives and another takes, with what is open at that moment. Both sign.',
    '移交与接收的内容和当时尚未完成的事项，由双方签字。',
  ],
  none: ['Nothing was handed over yet.', '还没有交接记录。'],
  line: ['{from} to {to}', '{from} → {to}'],
  from: ['From', '移交人'],
  to: ['To', '接收人'],
  onDate: ['From which day on', '交接日期'],
  note: ['Note (keys, files, agreements)', '备注（钥匙、档案、约定事项等）'],
  which: ['Duties', '移交职责'],
  start: ['Arrange the hand-over', '发起交接'],
  duties: ['Duties', '职责'],
  objectives: ['Open objectives', '未完成的目标'],
  noObjectives: ['No objective is open.', '没有未完成的目标。'],
  actions: ['Open actions', '未完成的整改'],
  noActions: ['No action is open.', '没有未完成的整改。'],
  given: ['{name} signed for giving', '移交人{name}已签字'],
  taken: ['{name} signed for taking', '接收人{name}已签字'],
  waits: ['{name} has not signed yet', '{name}尚未签字'],
  sign: ['Sign', '签字'],
  done: ['Both have signed. This is how it stood.', '双方均已签字，以下为当时情况。'],
} satisfies Record<string, Words>
