import type { Words } from '../../../../platform/i18n.ts'
import type { WayGiven } from './contract.ts'
import type { ConsentRefusal } from './rules.ts'

export const consentRefusals: Record<ConsentRefusal, Words> = {
  helpsOneself: ['Nobody needs consent to act for themselves.', '本人办理无需授权。'],
  consentNotedAlready: ['This consent is noted already.', '这项授权已登记过。'],
}

export const wayWords: Record<WayGiven, Words> = {
  inPerson: ['in person', '当面同意'],
  byPhone: ['by phone', '电话同意'],
  inWriting: ['in writing', '书面同意'],
}

export const consentWords = {
  endIt: ['End', '结束'],
  title: ['Helpers', '代办人'],
  about: ['May sign up and cancel for somebody who agreed to it.', '经本人同意，可代为报名和取消。'],
  helps: ['{helper} may act for {person}', '{helper}可代{person}办理'],
  given: ['agreed {way}; noted by {by}', '{way}，{by}登记'],
  none: ['Nobody acts for them.', '没有代办人。'],
  noneMine: ['Nobody acts for you.', '没有人代您办理。'],
  add: ['Note a helper', '登记代办人'],
  helper: ['Helper', '代办人'],
  how: ['They agreed', '同意方式'],
  end: ['End: {helper} for {person}', '结束：{helper}代{person}办理'],
  ended: ['{helper} no longer acts for {person}.', '{helper}不再代{person}办理。'],
} satisfies Record<string, Words>
