import type { Words } from '../../../platform/i18n.ts'

export const verifyWords = {
  title: ['Verify a certificate', '核验证书'],
  about: [
    'Choose the file of a certificate (.json, or the .pdf that was printed), or scan the code on the paper.',
    '请选择证书文件（.json，或打印用的 .pdf），也可扫描纸面上的二维码。',
  ],
  file: ['File of the certificate', '证书文件'],
  submit: ['Verify', '核验'],
  kept: ['The file is looked at and not kept.', '文件仅用于核验，不会保存。'],
  none: ['No file was chosen.', '尚未选择文件。'],
  genuineAbout: [
    'Signed by {issuer}, unchanged since, on its record and valid today.',
    '由{issuer}签署，此后未经改动，该单位有记录，今日有效。',
  ],
  intactAbout: [
    'Nothing was changed since it was signed. Whether the key really belongs to “{issuer}” cannot be checked from here: ask there.',
    '自签署以来未经改动。但密钥是否确属“{issuer}”，此处无从核实，请向对方查询。',
  ],
  refusedAbout: ['Do not rely on it. The reasons:', '请勿采信，原因如下：'],
  says: ['What the certificate says', '证书内容'],
  saysRefused: ['What it claims', '其所声称的内容'],
  issuer: ['Issuer', '颁发者'],
  person: ['Name', '姓名'],
  name: ['Certificate', '证书'],
  narrative: ['In words', '说明'],
  time: ['Time', '时长'],
  roles: ['Roles', '岗位'],
  period: ['Period', '时段'],
  valid: ['Valid', '有效期'],
  from: ['from {from}', '自 {from} 起'],
  fromTo: ['{from} to {to}', '{from} 至 {to}'],
  compare: ['Compare this with the paper: what stands here is what counts.', '请与纸面对照，以此处所示为准。'],
  download: ['The signed file', '签名文件'],
} satisfies Record<string, Words>
