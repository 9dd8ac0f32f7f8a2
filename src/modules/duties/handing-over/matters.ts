import { matter } from '../../../platform/notice/matter.ts'

export const handOverWaits = matter<{ from: string; to: string }>({
  name: 'handOverWaits',
  words: ['A hand-over waits for my signature', '有工作交接待我签字'],
  title: ['Hand-over from {from} to {to}', '工作交接：{from} → {to}'],
  text: ['Read what is open and sign it.', '请核对未完成事项并签字。'],
  brief: ['A hand-over waits for your signature.', '有一份工作交接待您签字。'],
  channels: ['push', 'email'],
})

export const matters = [handOverWaits]
