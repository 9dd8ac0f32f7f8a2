import type { Words } from '../../../../platform/i18n.ts'
import type { Rhythm } from '../../rhythm/rules.ts'
import type { Unit } from '../contract.ts'
import type { PlaceState } from '../keeping/contract.ts'

export const formWords = {
  forms: ['Forms', '表单'],
  about: [
    'Tables that somebody demands. Upload the blank once, and Linli fills it for any period.',
    '上级要的表格。上传一次空表，以后任何时段都能自动填写。',
  ],
  upload: ['Upload a blank form', '上传空白表格'],
  none: [
    'No form is kept yet. Upload the blank workbook (.xlsx) that somebody sent you.',
    '还没有表单。请上传收到的空白表格（.xlsx）。',
  ],
  noneRetired: ['No form was put aside.', '没有停用的表单。'],
  noneReader: ['No form is kept for your part of the office yet.', '您所在的范围还没有表单。'],
  inUse: ['In use', '使用中'],
  retired: ['Put aside', '已停用'],
  state: ['State', '状态'],
  name: ['Name', '名称'],
  sender: ['Who demands it', '要表单位'],
  filledFor: ['Filled for', '填报单位'],
  places: ['Places', '待填项'],
  placesOf: [
    '{sure} sure{unsure, plural, =0 {} other {, # to look at}}{open, plural, =0 {} other {, # open}}',
    '已识别 {sure} 项{unsure, plural, =0 {} other {，待确认 # 项}}{open, plural, =0 {} other {，未识别 # 项}}',
  ],
  lastFilled: ['Last filled', '最近填写'],
  never: ['Not yet', '尚未填写'],
  same: ['What our forms ask alike', '表单中的相同问题'],
  sameAbout: [
    'Questions that stand in several of our forms: count them once.',
    '在多张表单中重复出现的问题，统计一次即可。',
  ],
  sameNone: ['No two of our forms ask the same thing.', '没有两张表单问到同一件事。'],
  question: ['Question', '问题'],
  toForms: ['All forms', '全部表单'],
  period: ['Period', '时段'],
  fill: ['Fill the form', '填写表单'],
  download: ['Download', '下载'],
  blank: ['Download the blank', '下载空表'],
  change: ['Name and sender', '名称与来源'],
  save: ['Save', '保存'],
  newVersion: ['Upload a new blank', '上传新版空表'],
  versionOf: ['Version {number} of the blank', '第 {number} 版空表'],
  retire: ['Put aside', '停用'],
  restore: ['Use again', '恢复使用'],
  schedule: ['Fills itself', '按时自动填写'],
  noSchedule: ['It is filled only when somebody does it.', '目前只在有人操作时填写。'],
  setSchedule: ['Let it fill itself', '设置自动填写'],
  changeSchedule: ['Change', '修改'],
  endSchedule: ['Stop', '停止自动填写'],
  scheduleEnded: ['It no longer fills itself.', '已停止自动填写。'],
  nextFill: ['Next on {day}, for {period}. {name} is told.', '下次于{day}填写{period}的数据，并通知{name}。'],
  mayMove: [
    'The holidays of that year are not announced yet, so the day may still move.',
    '该年放假安排尚未公布，日期可能调整。',
  ],
  mayFillNoMore: [
    '{name} may no longer fill it, so it waits. Name somebody else.',
    '{name}已无填写权限，自动填写暂停，请另选人员。',
  ],
  rhythm: ['When', '何时填写'],
  told: ['Who is told', '通知谁'],
  toldAbout: ['It is counted with their rights.', '按此人的权限统计。'],
  fills: ['Filled so far', '填写记录'],
  noFills: ['It has not been filled yet.', '还没有填写过。'],
  filledBy: ['By', '填写人'],
  filledAt: ['When', '填写时间'],
  filledPlaces: ['Filled', '已填'],
  emptyPlaces: ['Left empty', '未填'],
  picture: ['Picture of the sheet {sheet}', '工作表“{sheet}”'],
  cut: [
    'Only the beginning of this sheet is shown; all of it is filled.',
    '这里只显示工作表的开头部分，填写时不受影响。',
  ],
  cutFill: [
    'Only the beginning of this sheet is shown; the list below and the file hold all of it.',
    '这里只显示工作表的开头部分，下方列表和文件包含全部内容。',
  ],
  bindThere: ['Say in the form what is asked here', '在表单中设置此处'],
  choosePlace: ['{label}: {state}', '{label}：{state}'],
  place: ['Place {cell}', '位置 {cell}'],
  where: ['Cell', '单元格'],
  asks: ['What is asked', '要填的内容'],
  example: ['For {period}', '{period}的数值'],
  noExample: ['Nothing can be counted for this period.', '该时段没有可统计的内容。'],
  asIs: ['This is right', '确认无误'],
  byHand: ['Leave it empty', '留空，手工填写'],
  byHandNow: ['It stays empty, for a pen.', '此处留空，手工填写。'],
  what: ['What is counted', '统计内容'],
  byIndicator: [
    'It is asked as the indicator is at the time, and changes with it.',
    '填写时按该指标的当前定义统计，指标修改后随之变化。',
  ],
  toIndicator: ['See the indicator', '查看指标'],
  compared: ['As a change', '与以前相比'],
  itself: ['As it is', '不比较'],
  indicators: ['Named indicators', '已命名的指标'],
  counted: ['All that is counted', '全部可统计的内容'],
  any: ['Any', '不限'],
  part: ['Which part of the period', '时段中的哪一部分'],
  scope: ['Which part of the office', '统计范围'],
  ownScope: ['As the form is filled for', '与填报单位相同'],
  unit: ['Written as', '填写单位'],
  bind: ['Use this', '采用'],
  listNumber: ['The number of the row.', '行的序号。'],
  listRecord: ['Taken from the record of each row.', '取自每行的记录。'],
  columnHolds: ['What the column holds', '这一列填什么'],
  chooseColumn: ['Nothing yet', '尚未设置'],
  rowNumber: ['The number of the row', '序号'],
  ofRecord: ['From the record of the row', '取自每行的记录'],
  nameOfRow: ['The name', '名称'],
  ofEachRow: ['A figure of each row', '每行的统计数'],
  rowsOfList: ['The whole list', '整个清单'],
  rowsAre: ['What its rows are', '每行是什么'],
  order: ['In the order of', '按哪一列排列'],
  usualOrder: ['As the records are listed', '默认顺序'],
  descending: ['The largest or latest first', '从大到小'],
  useRows: ['Use for the list', '应用于整个清单'],
  unknownNow: ['It is not known what is asked here. Say it once.', '无法判断这里要填什么，请设置一次。'],
  learned: ['Forms that come later learn it.', '以后的表单会沿用这一设置。'],
  confidence: ['Read from the form: {percent}% sure.', '按表格文字识别，把握 {percent}%。'],
  saidBySomebody: ['Said by a person.', '由人工设置。'],
  value: ['Value', '数值'],
  label: ['Place', '位置'],
  filledOf: ['{form}, {period}', '{form} {period}'],
  backToForm: ['To the form', '返回表单'],
  handKept: ['For a pen', '手工填写'],
} satisfies Record<string, Words>

/** How sure it is what a place asks. */
export const stateWords: Record<PlaceState, Words> = {
  sure: ['sure', '已识别'],
  unsure: ['to be looked at', '待确认'],
  open: ['not known', '未识别'],
  hand: ['for a pen', '手工填写'],
}

export const unitWords: Record<Unit, Words> = {
  plain: ['Number', '数值'],
  hours: ['Hours', '小时'],
  minutes: ['Minutes', '分钟'],
  days: ['Days of eight hours', '天（8 小时）'],
  percent: ['Per cent', '百分数'],
  fraction: ['Fraction of one', '小数'],
  tenThousands: ['Ten thousands', '万'],
}

export const wordWords: Record<'year' | 'month' | 'period' | 'scope' | 'today', Words> = {
  year: ['The year of the period', '时段所在的年份'],
  month: ['The month of the period', '时段所在的月份'],
  period: ['The period in words', '时段名称'],
  scope: ['The name of the part of the office', '填报单位名称'],
  today: ['The day on which it is filled', '填写当天的日期'],
}

/** How often a form fills itself. */
export const rhythmWords: Record<Rhythm, Words> = {
  month: ['Each month, on its first working day, for the month before', '每月第一个工作日，填上个月'],
  quarter: ['Each quarter, on its first working day, for the quarter before', '每季度第一个工作日，填上个季度'],
  year: ['Each year, on its first working day, for the year before', '每年第一个工作日，填上一年'],
}

/** A part of a form's period. */
export const partWords = {
  form: ['The whole period', '整个时段'],
  year: ['Its year', '所在年份'],
  toDate: ['From January to its end', '年初至期末'],
  quarter: ['Its last quarter', '所在季度'],
  month: ['Its last month', '所在月份'],
  quarterOf: ['Quarter {number}', '第 {number} 季度'],
  halfOf: ['{number, select, 1 {First} other {Second}} half of the year', '{number, select, 1 {上} other {下}}半年'],
  monthOf: ['Month {number}', '{number} 月'],
  yearBefore: ['{part}, a year earlier', '{part}（上年同期）'],
  periodBefore: ['{part}, the one before', '{part}（上期）'],
} satisfies Record<string, Words>

export const changes = [
  'yearBefore difference',
  'yearBefore growth',
  'periodBefore difference',
  'periodBefore growth',
] as const

/** How a value may be told by how it changed. */
export const changeWords: Record<(typeof changes)[number], Words> = {
  'yearBefore difference': ['By how much since a year earlier', '比上年同期增减'],
  'yearBefore growth': ['Growth over a year earlier', '比上年同期增长率'],
  'periodBefore difference': ['By how much since the period before', '比上期增减'],
  'periodBefore growth': ['Growth over the period before', '比上期增长率'],
}
