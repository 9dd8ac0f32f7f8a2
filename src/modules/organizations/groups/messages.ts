import type { Words } from '../../../platform/i18n.ts'
import type { Position } from './contract.ts'
import type { GroupRefusal } from './rules.ts'

export const groupKindWords: Record<'study' | 'working' | 'cohort', Words> = {
  study: ['Study group', '学习小组'],
  working: ['Working group', '工作小组'],
  cohort: ['Cohort', '批次'],
}

export const positionWords: Record<Position, Words> = {
  leader: ['Leader', '组长'],
  deputy: ['Deputy', '副组长'],
  member: ['Member', '成员'],
}

export const messages = {
  title: ['Groups', '小组'],
  about: [
    'A group says who is expected at meetings and study sessions, from which day to which.',
    '小组决定会议和学习应到哪些人，自何日起、至何日止。',
  ],
  membersHead: ['Members', '人数'],
  tail: ['phone …{tail}', '电话尾号 {tail}'],
  chooseDay: ['Choose a day', '选择日期'],
  personHelp: ['Name, pinyin initials or last digits of a phone', '姓名、拼音首字母或电话尾号'],
  changeMember: ['Change: {name}', '修改{name}的记录'],
  name: ['Name', '名称'],
  kind: ['Kind', '类型'],
  organization: ['Kept by', '所属组织'],
  asOf: ['As of', '截至'],
  asOfHelp: ['Who was in it on that day', '查看当日的成员'],
  today: ['Today', '今天'],
  members: ['{count, plural, =0 {Nobody} one {# member} other {# members}}', '{count} 人'],
  none: [
    'No group yet. A group says who is expected at meetings and study sessions.',
    '还没有小组。小组决定会议和学习应到哪些人。',
  ],
  nobody: ['Nobody was in this group on {date}.', '{date} 该小组没有成员。'],
  add: ['Add a group', '新增小组'],
  addMember: ['Add a member', '新增成员'],
  person: ['Person', '人员'],
  position: ['Position', '职务'],
  from: ['From', '自'],
  lastDay: ['Last day (empty: open)', '至（含当日，留空为至今）'],
  leave: ['Was in it until yesterday', '在组至昨天'],
  remove: ['Entered by mistake', '录入有误，删除'],
  correct: ['Correct', '更正'],
  changes: ['It changed on', '变动日期'],
  left: ['{name} left the group.', '{name}已退出小组。'],
  removed: ['{name} was removed.', '已删除{name}的记录。'],
  undo: ['Undo', '撤销'],
  save: ['Save', '保存'],
  cancel: ['Cancel', '取消'],
} satisfies Record<string, Words>

export const groupRefusals: Record<
  Exclude<GroupRefusal, 'endsBeforeItBegins' | 'alreadyHeld'> | 'inGroupAlready',
  Words
> = {
  groupNameTaken: ['There is a group of this name here already.', '此处已有同名小组。'],
  inGroupAlready: [
    'They are in this group at that time already ({from} – {to}).',
    '该时段内已在此小组中（{from} 至 {to}）。',
  ],
}
