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
