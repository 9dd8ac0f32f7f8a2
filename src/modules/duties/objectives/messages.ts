import type { Words } from '../../../platform/i18n.ts'
import type { Sense, State } from './contract.ts'
import type { ObjectiveRefusal } from './rules.ts'

export const stateWords: Record<State, Words> = {
  late: ['Late', '已滞后'],
  atRisk: ['At risk', '有风险'],
  onTrack: ['On track', '正常推进'],
  met: ['Met', '已完成'],
}

export const senseWords: Record<Sense, Words> = {
  atLeast: ['at least', '不少于'],
  atMost: ['at most', '不超过'],
}

export const objectiveRefusals: Record<ObjectiveRefusal, Words> & { needsFile: Words; confirmedAlready: Words } = {
  stepsFall: ['A step may not be below the one before it.', '后一季度的目标不能低于前一季度。'],
  stepsMissTarget: ['The last step has to be the target of the year.', '第四季度的累计目标须等于全年目标。'],
  evidenceCounts: [
    'Without an indicator pieces of evidence are counted: at least one, and whole ones.',
    '没有指标时按佐证材料的件数计，须为不少于一的整数。',
  ],
  partAbove: ['An objective helps one of a part above it.', '只能支撑上级单位的目标。'],
  otherYear: ['The two are of different years.', '两个目标不是同一年度。'],
  needsFile: ['Add the file first: what is confirmed has to be seen.', '请先上传佐证文件，再进行确认。'],
  confirmedAlready: ['It is confirmed already and stays as it is.', '已确认的佐证不能更改。'],
}

export const objectiveWords = {
  objectives: ['Objectives', '目标任务'],
  about: [
    'What each part of the tree means to reach this year. States follow from the records; nobody types them.',
    '各单位全年要完成的目标。进度由工作记录得出，不由人工填写。',
  ],
  year: ['Year', '年度'],
  organization: ['For', '责任单位'],
  none: ['No objective for {year} yet.', '{year}年还没有目标。'],
  noneInState: ['Nothing here.', '没有。'],
  add: ['New objective', '新建目标'],
  change: ['Change', '修改'],
  keep: ['Keep', '保存'],
  remove: ['Remove', '移除'],
  removed: ['{title} was removed.', '已移除“{title}”。'],
  title: ['What is to be reached', '目标内容'],
  holder: ['Who can act', '责任人'],
  indicator: ['Counted by', '计数指标'],
  byEvidence: ['evidence with a file, confirmed by a second person', '佐证材料（附文件，经第二人确认）'],
  indicatorAbout: [
    'A named figure of the year, of this part of the tree and all below it.',
    '已命名的指标，统计本单位及下属单位全年数据。',
  ],
  sense: ['The year’s figure is to be', '全年数值应'],
  target: ['Target', '全年目标'],
  withSteps: ['A path of its own over the quarters', '按季度设定累计目标'],
  step: ['By the end of quarter {n}', '第{n}季度末累计'],
  stepIs: ['by the end of quarter {n}: {value}', '第{n}季度末累计：{value}'],
  goal: ['{sense} {target}', '{sense}{target}'],
  nothingYet: ['nothing yet', '尚无数据'],
  pieces: ['{count, plural, one {# piece of evidence} other {# pieces of evidence}}', '{count}件佐证'],
  soFar: ['So far', '当前'],
  expected: ['Expected by today', '按进度应达到'],
  projected: ['Projected', '预计全年'],
  projection: ['{value} ({basis})', '{value}（{basis}）'],
  earlierYears: ['at the pace of earlier years', '按往年节奏'],
  pace: ['at this year’s pace', '按今年节奏'],
  value: ['as it is now', '按当前数值'],
  tooEarly: ['too early to say', '时间尚早，暂不预计'],
  since: ['since {day}', '自{day}起'],
  below: ['What the parts below contribute', '下级单位的支撑目标'],
  noneBelow: ['No part below has one yet.', '下级单位还没有支撑目标。'],
  passDown: ['Pass down to {name}', '分解到{name}'],
  passedDown: ['{name} has it too now.', '已分解到{name}。'],
  evidence: ['Evidence', '佐证材料'],
  evidenceAbout: [
    'What no record can count. It counts once a second person has seen the file and confirmed it.',
    '无法由记录统计的事项。由第二人查看文件并确认后计入。',
  ],
  noEvidence: ['No evidence yet.', '还没有佐证材料。'],
  addEvidence: ['Add evidence', '添加佐证'],
  what: ['What was done', '完成事项'],
  onDate: ['On', '日期'],
  file: ['Add the file', '上传文件'],
  confirm: ['Confirm', '确认'],
  confirmedBy: ['confirmed by {name}', '{name}已确认'],
  unconfirmed: ['not confirmed yet, not counted', '尚未确认，未计入'],
  enteredBy: ['entered by {name}', '{name}填报'],
  pieceRemoved: ['The evidence was removed.', '佐证已移除。'],
} satisfies Record<string, Words>
