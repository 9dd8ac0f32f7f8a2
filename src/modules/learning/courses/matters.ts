import { matter } from '../../../platform/notice/matter.ts'

export const courseDue = matter<{ course: string; due: string }>({
  name: 'courseDue',
  words: ['A required course of mine is due soon', '我的必修课程即将到期'],
  title: ['“{course}” is due by {due}', '“{course}”须于 {due} 前完成'],
  text: ['It is not finished yet. What is left stands on the page Learning.', '课程尚未完成，待完成内容见“学习”页。'],
  brief: ['A required course is due by {due}.', '有必修课程须于 {due} 前完成。'],
  channels: ['push', 'email'],
})

export const matters = [courseDue]
