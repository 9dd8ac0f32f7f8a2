import { matter } from '../../../platform/notice/matter.ts'

export const courseDue = matter<{ course: string; due: string }>({
  name: 'courseDue',
  words: ['A required course of mine is due soon', '我的必修课程即将到期'],
  title: ['“{course}” is due by {due}', '“{course}”须于 {due} 前完成'],
  text: ['It is not finished yet. What is left stands on the page Learning.', '课程尚未完成，待完成内容见“学习”页。'],
  brief: ['A required course is due by {due}.', '有必修课程须于 {due} 前完成。'],
  channels: ['push', 'email'],
})

export const courseReopened = matter<{ course: string }>({
  name: 'courseReopened',
  words: ['A course that I had finished is mine to do again', '我已完成的课程须重新完成'],
  title: ['“{course}” is not finished any more', '“{course}”现为未完成'],
  text: [
    'Your attendance at one of its sessions was corrected. What is left stands on the page of the course; a certificate of it does not count any more. If this is wrong, tell whoever keeps the attendance.',
    '其中一次学习的出勤记录已更正。待完成内容见课程页面，已开具的证书随之失效。如有出入，请联系签到登记人。',
  ],
  brief: ['A course is yours to do again.', '有课程须重新完成。'],
  channels: ['push', 'email'],
})

export const matters = [courseDue, courseReopened]
