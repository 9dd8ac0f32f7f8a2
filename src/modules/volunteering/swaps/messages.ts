import type { Words } from '../../../platform/i18n.ts'
import type { SwapState } from './contract.ts'
import type { SwapRefusal } from './rules.ts'

export const swapRefusals: Record<SwapRefusal, Words> = {
  notYourPlace: ['You hold no confirmed place there.', '您在该班次没有已确认的名额。'],
  swapWithYourself: ['A swap needs somebody else.', '换班需要另一位志愿者。'],
  notTheirPlace: ['They hold no confirmed place there.', '对方在该班次没有已确认的名额。'],
  swapOpenAlready: ['You have asked somebody about this place already.', '该名额已有一个待处理的换班。'],
  shiftStarted: ['This shift has already begun.', '该班次已开始。'],
  swapOver: ['This swap has ended already.', '该换班已结束。'],
  swapNotAgreed: ['The other person has not agreed yet.', '对方尚未同意。'],
}

export const swapStateWords: Record<SwapState, Words> = {
  asked: ['Waiting for their answer', '待对方答复'],
  agreed: ['Waiting for the leader', '待队长同意'],
  done: ['Swapped', '已换班'],
  declined: ['Declined', '未同意'],
  withdrawn: ['Withdrawn', '已撤回'],
}

export const swapWords = {
  title: ['Waiting for an answer', '待答复'],
  coverFor: ['Can you step in?', '您能补位吗？'],
  until: ['Answer by {when}.', '请在{when}前答复。'],
  stepIn: ['I will come', '我来补位'],
  cannot: ['I cannot', '来不了'],
  yours: ['Waiting for your answer', '待您答复'],
  swapFrom: ['{name} asks you to take over', '{name}请您换班'],
  mySwap: ['You asked {name} to take over', '您请{name}换班'],
  between: ['{from} hands over to {to}', '{from}换给{to}'],
  agree: ['Agree', '同意'],
  decline: ['Decline', '不同意'],
  withdraw: ['Withdraw', '撤回'],
  ask: ['Ask somebody to take over', '请人换班'],
  who: ['Who could take over', '可以接替的人'],
  nobody: ['Nobody of your team is free then.', '您的队友在该时段都没有空。'],
  asked: ['{name} has been asked.', '已向{name}发出换班请求。'],
  of: ['{what}: {title}', '{what}：{title}'],
} satisfies Record<string, Words>
