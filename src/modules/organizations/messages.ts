import type { Role } from '../../platform/context.ts'
import type { Words } from '../../platform/i18n.ts'
import type { OrganizationKind, TeamCategory } from './contract.ts'
import type { OrganizationRefusal } from './rules.ts'

export const kindWords: Record<OrganizationKind, Words> = {
  province: ['Province', '省'],
  city: ['City', '市'],
  district: ['District', '区县'],
  subdistrict: ['Sub-district', '街道'],
  community: ['Community', '社区'],
  station: ['Station', '服务站'],
  team: ['Team', '志愿服务队'],
  partner: ['Partner organization', '共建单位'],
}

export const categoryWords: Record<TeamCategory, Words> = {
  policyTalks: ['Policy talks', '理论宣讲'],
  artsAndCulture: ['Arts and culture', '文化文艺'],
  popularScience: ['Popular science', '科学普及'],
  legalAid: ['Legal aid', '法律服务'],
  healthAndEnvironment: ['Health and environment', '卫生环保'],
  helpingThoseInNeed: ['Helping those in need', '扶贫帮困'],
  own: ['Our own', '特色'],
}

export const roleWords: Record<Role, Words> = {
  administrator: ['Administrator', '管理员'],
  coordinator: ['Office coordinator', '街道干部'],
  secretary: ['Community secretary', '社区书记'],
  stationManager: ['Station manager', '站长'],
  teamLeader: ['Team leader', '志愿队队长'],
  staff: ['Community staff', '社工'],
  volunteer: ['Volunteer', '志愿者'],
  partnerLiaison: ['Partner liaison', '共建单位联络员'],
  auditor: ['Auditor', '审计'],
}

/** A title that only repeats the role is not said twice. */
export const titleBeside = (role: Role, title: string | null): string | null =>
  title && !roleWords[role].includes(title) ? title : null

export const messages = {
  title: ['Organizations', '组织'],
  about: [
    'Who belongs to whom. Roles reach from where they are held to everything below.',
    '组织的上下级关系。岗位的权限及于所在组织及其下属。',
  ],
  find: ['Find an organization by name or pinyin initials', '按名称或拼音首字母查找组织'],
  isClosed: ['closed', '已停用'],
  wasReopened: ['{name} is open again.', '{name}已重新启用。'],
  peopleHere: ['People', '人员'],
  underIt: ['What stands below it', '下属组织'],
  addHere: ['Add below', '新增下属'],
  kind: ['Kind', '类型'],
  name: ['Name', '名称'],
  category: ['Kind of team', '队伍类别'],
  externalId: ['Code', '代码'],
  parent: ['Stands below', '上级组织'],
  add: ['Add an organization', '新增组织'],
  addBelow: ['Add below {name}', '在{name}下新增'],
  change: ['Change', '修改'],
  rename: ['Name and kind', '名称与类别'],
  move: ['Move', '移动'],
  moveTo: ['Move {name} to', '将{name}移到'],
  close: ['Close', '停用'],
  reopen: ['Open again', '重新启用'],
  closed: ['Closed since {date}', '{date} 起停用'],
  closing: ['Closes on {date}', '将于 {date} 停用'],
  showClosed: ['Show closed ones too', '也显示已停用的'],
  people: ['{count, plural, =0 {Nobody here yet} one {# person} other {# people}}', '{count} 人'],
  seePeople: ['Its people', '查看人员'],
  below: ['{count} below', '下属 {count} 个'],
  nothingBelow: ['Nothing stands below it.', '其下没有组织。'],
  open: ['Show what stands below {name}', '展开{name}'],
  fold: ['Hide what stands below {name}', '收起{name}'],
  moved: ['{name} now stands below {parent}.', '{name}已移到{parent}下。'],
  renamed: ['{before} is now called {name}.', '{before}已改名为{name}。'],
  wasClosed: ['{name} is closed.', '{name}已停用。'],
  undo: ['Undo', '撤销'],
  save: ['Save', '保存'],
  cancel: ['Cancel', '取消'],
  choose: ['Choose an organization', '选择组织'],
  nothingFound: ['Nothing is called “{text}”.', '没有找到“{text}”。'],
} satisfies Record<string, Words>

export const organizationRefusals: Record<OrganizationRefusal, Words> = {
  organizationNameTaken: ['There is one of this kind and name here already.', '此处已有同类同名的组织。'],
  wrongLevel: ['This kind of organization cannot stand there.', '该类型的组织不能设在此处。'],
  movedBelowItself: ['An organization cannot stand below itself.', '不能移到自身之下。'],
  parentClosed: ['That organization is closed.', '该组织已停用。'],
  childrenOpen: ['Close or move what stands below it first.', '请先停用或移走其下的组织。'],
  rootStays: ['The whole cannot be moved or closed.', '最上级组织不能移动或停用。'],
}
