import type { Words } from '../platform/i18n.ts'

/** The words of the shell and of the building blocks; modules bring their own. */
export const messages = {
  linli: ['Linli', '邻里'],
  skipToContent: ['Skip to the content', '跳到正文'],
  mainPlaces: ['Places in Linli', '主要去处'],
  more: ['More', '更多'],

  today: ['Today', '今天'],
  calendar: ['Calendar', '日历'],
  people: ['People', '人员'],
  organizations: ['Organizations', '组织'],
  groups: ['Groups', '小组'],
  places: ['Places', '场所'],
  reports: ['Reports', '报告'],
  imports: ['Import', '导入'],
  work: ['Work', '工作'],
  administration: ['Administration', '管理'],

  language: ['Language', '语言'],
  english: ['English', 'English'],
  chinese: ['中文', '中文'],
  theme: ['Appearance', '外观'],
  themeLight: ['Light', '浅色'],
  themeDark: ['Dark', '深色'],
  themeAuto: ['As the device', '跟随系统'],
  account: ['Your account', '您的账户'],
  signOut: ['Sign out', '退出登录'],

  loading: ['Loading', '正在载入'],
  retry: ['Try again', '重试'],
  toStart: ['To the start page', '回到今天'],
  noSuchPage: ['There is no page at this address.', '此地址没有页面。'],
  noSuchPageHelp: ['It may have moved, or the link is incomplete.', '页面可能已移动，或链接不完整。'],
  broken: ['This page stopped working.', '本页出了问题。'],
  brokenHelp: [
    'What you saved before is kept. Reload; if it happens again, tell your administrator.',
    '此前保存的内容都在。请重新载入；如再次出现，请告知管理员。',
  ],
  reload: ['Reload', '重新载入'],
  offline: ['No connection to the server.', '连不上服务器。'],
  offlineHelp: [
    'What you saved before is kept; what you were just doing has not been sent.',
    '此前保存的内容都在；刚才的操作尚未发送。',
  ],
  offlineStrip: [
    'You are offline. You can go on reading what is open; changes are sent when you are back online and try again.',
    '您已离线。已打开的内容可以继续看；更改请在恢复联网后重试发送。',
  ],
  keptProblem: ['What you saved before is kept.', '此前保存的内容都在。'],

  undo: ['Undo', '撤销'],
  undone: ['Undone', '已撤销'],
  close: ['Close', '关闭'],
  save: ['Save', '保存'],
  cancel: ['Cancel', '取消'],
  required: ['Fill this in.', '请填写此项。'],
  optional: ['optional', '选填'],
  checkFields: [
    '{count, plural, one {One field needs} other {# fields need}} your attention.',
    '有 {count} 处需要您修改。',
  ],

  selected: ['{count, plural, one {One chosen} other {# chosen}}', '已选 {count} 项'],
  selectAll: ['Choose all', '全选'],
  selectRow: ['Choose {name}', '选择{name}'],
  clearSelection: ['Choose none', '取消选择'],
  showMore: ['Show more', '显示更多'],
  columns: ['Columns', '显示列'],
  tableKeys: ['Arrow keys move between rows.', '方向键可在各行之间移动。'],

  search: ['Search', '搜索'],
  searchHint: [
    'A name, pinyin initials, the end of a phone number, an activity, a place, a report',
    '姓名、拼音首字母、手机尾号、活动、场所或报告',
  ],
  searchNothing: ['Nothing found for “{query}”.', '没有找到“{query}”。'],
  searchNothingHelp: [
    'Try fewer characters, pinyin initials such as “zxm”, or the last four digits of a phone number.',
    '可以少输几个字，或用拼音首字母（如 zxm）、手机号后四位。',
  ],
  searchCommands: ['Commands', '命令'],
  goTo: ['Go to {place}', '前往{place}'],
  switchLanguage: ['Switch to 中文', '切换到 English'],
  searchFound: ['{count, plural, =0 {Nothing found} one {One found} other {# found}}', '找到 {count} 项'],

  showAsTable: ['Show as a table', '以表格显示'],
  showAsChart: ['Show as a picture', '以图显示'],
  yesterday: ['yesterday', '昨天'],
  todayWord: ['today', '今天'],
  tomorrow: ['tomorrow', '明天'],
} satisfies Record<string, Words>
