import type { Words } from '../../../../platform/i18n.ts'

/** Why a place of a form is taken for what it is. */
export const reasons = {
  read: ['“{label}” says what is counted.', '按“{label}”的字面识别。'],
  withTitle: ['From “{label}” together with the title and heads.', '按“{label}”并结合标题与表头识别。'],
  titled: ['“{label}” names activities that bear this name.', '“{label}”中的词与活动名称相符。'],
  partly: ['From “{label}”; not understood: {unread}', '按“{label}”识别，其中“{unread}”未能识别。'],
  taught: ['As “{label}” was bound in an earlier form.', '沿用以往表单中“{label}”的设置。'],
  hand: ['“{label}” is left to whoever fills it in by hand.', '“{label}”留待手工填写。'],
  word: ['“{label}” asks for a word, not for a figure.', '“{label}”要填的是文字，不是数字。'],
  unknown: ['No words in “{label}” name anything on record.', '“{label}”中没有可识别的内容。'],
  list: ['A list: a row for each of its {rows}.', '清单：每条{rows}一行。'],
  listUnknown: ['A list whose rows are not known.', '清单，但无法判断每行是什么。'],
  sentence: ['A sentence with {count} blanks.', '含 {count} 处空白的句子。'],
} satisfies Record<string, Words>

/** What each row of a list is. */
export const rowWords: Record<string, Words> = {
  activity: ['activities', '活动'],
  study: ['study sessions', '集中学习'],
  service: ['services', '志愿服务'],
  training: ['training courses', '培训'],
  meeting: ['meetings', '会议'],
  event: ['events', '群众活动'],
  visit: ['check visits', '走访'],
  member: ['members of study groups', '学习小组成员'],
  volunteer: ['people who served', '参与服务者'],
  person: ['people', '人员'],
  team: ['teams', '服务队'],
  community: ['communities', '社区'],
  partner: ['partners', '共建单位'],
  station: ['stations', '服务站点'],
}
