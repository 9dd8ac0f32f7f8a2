import type { Words } from '../../../../platform/i18n.ts'
import type { ApartRefusal } from './rules.ts'

export const apartRefusals: Record<ApartRefusal, Words> = {
  apartFromOneself: ['Choose two different people.', '请选择不同的两个人。'],
  apartAlready: ['These two are kept apart already.', '这两人已在名单上。'],
}

export const apartWords = {
  title: ['Not together', '不安排在一起'],
  about: ['Only coordinators see this list.', '此名单仅街道干部和管理员可见。'],
  none: ['Nobody is kept apart.', '目前没有需要分开安排的人员。'],
  one: ['Person', '人员'],
  other: ['Not together with', '不与谁一起'],
  reason: ['Reason (in a few words)', '原因（简要填写）'],
  add: ['Keep two people apart', '分开安排两人'],
  remove: ['Let {one} and {other} serve together', '允许{one}与{other}一起服务'],
  removed: ['{one} and {other} may serve together again.', '{one}与{other}可以一起服务了。'],
  pair: ['{one} and {other}', '{one}与{other}'],
} satisfies Record<string, Words>
