import type { Words } from '../../../platform/i18n.ts'

export const feedMessages = {
  myCalendar: ['My calendar · Linli', '我的日历 · 邻里'],
  title: ['Subscribe to a calendar', '订阅日历'],
  about: [
    'A secret link for the calendar on your phone or computer. It keeps itself up to date. Whoever has the link sees what you may see, without names of people.',
    '供手机或电脑日历使用的私密链接，内容自动更新。持有链接的人可看到您有权看到的安排，但不含人员姓名。',
  ],
  mine: ['What concerns me', '与我有关的安排'],
  ofOrganization: ['{name}', '{name}'],
  makeMine: ['Link to my calendar', '生成我的日历链接'],
  makeFor: ['Link for {name}', '生成{name}的日历链接'],
  forOrganization: ['Another organization’s calendar', '其他组织的日历'],
  fresh: ['Copy the link now: it is shown only this once.', '请现在复制链接，它只显示这一次。'],
  link: ['Secret link', '私密链接'],
  copy: ['Copy', '复制'],
  copied: ['Copied', '已复制'],
  openHere: ['Open in this device’s calendar', '在本机日历中打开'],
  made: ['{who}, {when}', '{who}，{when}'],
  renew: ['New link', '更换链接'],
  revoke: ['Stop', '停用'],
  stopped: ['The link no longer works.', '链接已停用。'],
  none: ['There is no link yet.', '还没有链接。'],
} satisfies Record<string, Words>
