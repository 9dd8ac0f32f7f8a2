import type { Words } from '../../../platform/i18n.ts'
import type { ComparedSection } from './contract.ts'
import type { PolicyRefusal } from './rules.ts'

export const policyRefusals: Record<PolicyRefusal, Words> = {
  nothingWritten: ['There is no draft to publish. Write one first.', '没有可发布的草稿，请先撰写。'],
  inForceBeforeLast: [
    'The last version comes into force later than this one would. Choose a later day.',
    '施行日期早于上一版本，请选择更晚的日期。',
  ],
  notAskedToRead: ['You are not asked to read this policy.', '该制度未要求您阅读。'],
  newerVersion: [
    'A newer version has been published meanwhile. Open the page again and read that one.',
    '期间已发布新版本，请刷新页面后阅读新版本。',
  ],
}

export const fateWords: Record<ComparedSection['as'], Words> = {
  kept: ['unchanged', '未变'],
  changed: ['changed', '有修改'],
  added: ['added', '新增'],
  removed: ['removed', '删去'],
}

export const policyWords = {
  policies: ['Policies', '制度'],
  about: [
    'The rules of the office with their versions, and who has read them.',
    '单位的制度与历次版本，以及阅读情况。',
  ],
  none: ['No policy is written down yet.', '还没有制度。'],
  toRead: ['For me to read', '待我阅读'],
  all: ['All policies', '全部制度'],
  add: ['New policy', '新建制度'],
  name: ['Name', '名称'],
  organization: ['Part', '单位'],
  keep: ['Keep', '保存'],
  rename: ['Rename', '改名'],
  remove: ['Remove', '移除'],
  removed: ['“{name}” was removed.', '已移除“{name}”。'],
  notPublished: ['Not published yet', '尚未发布'],
  version: ['Version {n}', '第 {n} 版'],
  inForce: ['in force from {day}', '自 {day} 起施行'],
  published: ['{name} published it on {day}', '{name}于 {day} 发布'],
  read: ['I have read it', '我已阅读'],
  readOn: ['You read it on {day}.', '您已于 {day} 阅读。'],
  askedOn: ['You have been asked to read it since {day}.', '自 {day} 起请您阅读。'],
  unread: ['not read yet', '尚未阅读'],
  tally: ['{read} of {asked} have read it', '应读 {asked} 人，已读 {read} 人'],
  write: ['Write a version', '撰写新版本'],
  goOn: ['Go on writing', '继续撰写'],
  text: ['Text', '正文'],
  textHelp: [
    'Write it, or paste it as a whole. A line like “Article 3. Purpose”, “# Purpose” or “3. Purpose” begins a section.',
    '可直接撰写或整篇粘贴。“第三条”“第一章 总则”“一、目的”等开头的行自成一节。',
  ],
  sectionsFound: ['{n, plural, one {# section} other {# sections}}', '共 {n} 节'],
  inForceFrom: ['In force from', '施行日期'],
  keepDraft: ['Keep the draft', '保存草稿'],
  publish: ['Publish version {n}', '发布第 {n} 版'],
  draft: ['Draft', '草稿'],
  draftAbout: [
    'Only those who keep policies see it. Published, it cannot be changed any more.',
    '仅制度管理人员可见。发布后不可再改。',
  ],
  versions: ['Versions', '历次版本'],
  compare: ['What changed since version {n}', '与第 {n} 版对照'],
  compared: ['Version {was} beside version {is}', '第 {was} 版与第 {is} 版对照'],
  same: ['Nothing changed in the text.', '正文没有变化。'],
  unchanged: ['{n, plural, one {# section is} other {# sections are}} unchanged', '{n} 节未变'],
  back: ['Back to the text', '返回正文'],
  untitled: ['(without a heading)', '（无标题）'],
  audience: ['Who is asked to read it', '阅读对象'],
  nobodyAsked: ['Nobody is asked to read it yet.', '还没有阅读对象。'],
  changeAudience: ['Change', '修改'],
  ask: ['Ask them', '确定阅读对象'],
  waiting: ['Not read yet', '尚未阅读'],
  waitingSince: ['asked on {asked}', '{asked} 起请其阅读'],
  reminded: ['reminded on {day}', '{day} 已提醒'],
  more: ['and {n} more', '另有 {n} 人'],
  duties: ['Duties that come from it', '由此产生的职责'],
  from: ['From policy', '制度依据'],
  noPolicy: ['none', '无'],
  section: ['Section', '条款'],
  wholePolicy: ['the whole', '全文'],
  gone: ['a section that is in it no longer', '已删去的条款'],
} satisfies Record<string, Words>
