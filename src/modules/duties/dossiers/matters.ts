import { matter } from '../../../platform/notice/matter.ts'

export const dossierOpened = matter<{ name: string; year: string; office: string }>({
  name: 'dossierOpened',
  words: ['A yearly dossier of mine, or for me to review, was opened', '有年度履职档案待我填写或审阅'],
  title: ['Yearly dossier {year}: {name}', '{year}年度履职档案：{name}'],
  text: [
    'It is about the work in {office}, and read by the person and the named reviewers alone. Who it is about writes a part and comments on the rest.',
    '档案记录在{office}的履职情况，仅本人和指定审阅人可见。请本人撰写陈述并对各部分提出意见。',
  ],
  brief: ['A yearly dossier was opened.', '有一份年度履职档案已建立。'],
  channels: ['push', 'email'],
})

export const matters = [dossierOpened]
