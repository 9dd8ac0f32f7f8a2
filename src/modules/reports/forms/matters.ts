import { matter } from '../../../platform/notice/matter.ts'

export const formFilled = matter<{
  form: string
  period: { words: readonly [string, string] }
  empty: number
  which: string
  more: number
}>({
  name: 'formFilled',
  words: ['A form has filled itself', '表单已自动填写'],
  title: ['{form} is filled for {period}', '{form}已填好{period}的数据'],
  text: [
    '{empty, plural, =0 {Every place is filled.} one {One place could not be filled: {which}.} other {# places could not be filled: {which}{more, plural, =0 {} other { and # more}}.}} Look through it and send it on.',
    '{empty, plural, =0 {所有位置均已填写。} other {有 # 处未能填写：{which}{more, plural, =0 {} other {等}}。}}请查看后报送。',
  ],
  brief: ['A form has filled itself.', '有一份表单已自动填写。'],
  channels: ['push', 'email'],
})

export const matters = [formFilled]
