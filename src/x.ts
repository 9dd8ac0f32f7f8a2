import { writeFileSync } from 'node:fs'
import { writeOfficialDocument } from './modules/reports/document/actions.ts'
import { facesIn, facesMissing, pdfOf } from './platform/office.ts'

const docx = await writeOfficialDocument({
  language: 'zh-CN',
  title: ['柳林街道2023年工作报告'],
  blocks: [
    { kind: 'heading', level: 1, text: '总体情况' },
    { kind: 'paragraph', runs: [{ text: '全年共9次 ABC' }] },
  ],
  attachments: [],
})
const pdf = await pdfOf(docx)
writeFileSync('/tmp/h/x.pdf', pdf)
writeFileSync('/tmp/h/x.docx', docx)
console.log(facesIn(pdf), await facesMissing(['仿宋_GB2312', 'Noto Sans CJK SC', '黑体']))
