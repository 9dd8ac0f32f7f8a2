import type { Words } from '../../../platform/i18n.ts'
import type { TemplateRefusal } from './rules.ts'

export const templateRefusals: Record<TemplateRefusal, Words> = {
  nothingToKeep: ['This activity has no shifts to keep.', '该活动没有可保存的班次。'],
  notInSeries: ['This activity is not part of a series.', '该活动不属于任何系列。'],
  shiftsThereAlready: ['This activity has a shift at that time already.', '该活动在同一时间已有班次。'],
  templateNameTaken: ['Another template has this name.', '已有同名模板。'],
}

export const templateWords = {
  title: ['Shift templates', '班次模板'],
  about: [
    'The shifts of a day, kept by name: apply them to an activity or to a whole series.',
    '按名称保存的一天班次，可用于一次活动或整个系列。',
  ],
  none: [
    'No template is kept yet. Keep the shifts of an activity as one.',
    '还没有模板。可将某次活动的班次保存为模板。',
  ],
  board: ['Shift board', '排班'],
  keep: ['Keep as a template', '保存为模板'],
  name: ['Name', '名称'],
  replaces: ['The template of this name is replaced.', '将替换同名模板。'],
  along: [
    'Also for the series: its later days without shifts receive them, and days that are added',
    '同时用于系列：之后尚无班次的每次活动及新增活动都采用这些班次',
  ],
  kept: ['Kept as “{name}”.', '已保存为“{name}”。'],
  keptAlong: [
    'Kept as “{name}”. {n, plural, =0 {Every later day has shifts already.} one {One shift is set up.} other {# shifts are set up.}}',
    '已保存为“{name}”。{n, plural, =0 {之后各次活动均已有班次。} other {已生成 # 个班次。}}',
  ],
  apply: ['Apply', '采用'],
  applyOf: ['Apply “{name}”', '采用“{name}”'],
  choose: ['From a template', '采用模板'],
  applied: ['{n, plural, one {One shift is set up.} other {# shifts are set up.}}', '已生成 {n} 个班次。'],
  followed: ['Days of this series receive the shifts of “{name}”.', '该系列的活动采用“{name}”的班次。'],
  series: [
    '{n, plural, =0 {in no series} one {in one series} other {in # series}}',
    '{n, plural, =0 {未用于系列} other {用于 # 个系列}}',
  ],
  renameOf: ['Rename “{name}”', '修改“{name}”的名称'],
  save: ['Save', '保存'],
  removeOf: ['Delete “{name}”', '删除“{name}”'],
  removed: ['“{name}” is deleted. Shifts that stand stay as they are.', '“{name}”已删除，已有班次不变。'],
  keptAt: ['Kept at {place}', '保存于{place}'],
  from: ['From {starts} to {ends}', '{starts}至{ends}'],
  atStart: ['the start', '活动开始时'],
  before: ['{span} before the start', '开始前 {span}'],
  after: ['{span} after the start', '开始后 {span}'],
  minutes: ['{n} min', '{n} 分钟'],
  days: ['{n, plural, one {one day} other {# days}}', '{n} 天'],
  comma: [', ', '、'],
  toCalendar: ['Calendar', '日历'],
  role: ['{target} × {name}', '{name} {target} 人'],
  roleWith: ['{role} with {skills}', '{role}（需{skills}）'],
  opens: ['sign-up opens {when}', '{when}开放报名'],
} satisfies Record<string, Words>
