import type { Words } from '../../../platform/i18n.ts'

export const certificateWords = {
  name: ['Name', '姓名'],
  period: ['Period', '时段'],
  time: ['Time served', '服务时长'],
  roles: ['Roles', '服务岗位'],
  title: ['Subject', '项目'],
  number: ['Number', '编号'],
  issuedOn: ['Issued on {date}', '颁发日期：{date}'],
  validUntil: ['Valid until {date}', '有效期至 {date}'],
  scan: ['Scan to verify, without signing in', '扫码核验，无需登录'],
  signed: [
    'Digitally signed (Open Badges 3.0). What the page behind this code says is what counts.',
    '已数字签名（Open Badges 3.0），内容以扫码所示页面为准。',
  ],
  revoked: ['REVOKED', '已撤销'],
} satisfies Record<string, Words>
