import type { Context } from '../../../../platform/context.ts'
import { type Language, sayIn } from '../../../../platform/i18n.ts'
import type { Letter } from '../../../../platform/notice/mail.ts'
import { fullAddress, linkFor } from '../../carriers/actions.ts'
import { letterWords as words } from '../../messages.ts'
import { officeName } from '../queries.ts'

type About = {
  id: string
  address: { id: string; address: string }
  notice: { link: string | null; matter: string }
  brief: string
  language: Language
}

/** Plain text, readable on any phone: what it is, where to read on, and how to end it. */
export async function letterAbout(
  { tx, me }: Context,
  { id, address, notice, brief, language }: About,
): Promise<Letter> {
  const office = await officeName(tx, me.tenantId)
  const unsubscribe = fullAddress(`/notices/mail/${linkFor(me.tenantId, 'unsubscribe', address.id)}/${notice.matter}`)
  const link = fullAddress(notice.link ?? '/notices')
  return {
    to: address.address,
    id,
    language,
    unsubscribe,
    subject: sayIn(language, words.subject, { brief, office }),
    text: [
      brief,
      link,
      sayIn(language, words.foot, { office }),
      `${sayIn(language, words.unsubscribe)} ${unsubscribe}`,
      '',
    ].join('\n\n'),
  }
}

export async function confirmationLetter(
  { tx, me }: Context,
  { to, id, path, language }: { to: string; id: string; path: string; language: Language },
): Promise<Letter> {
  const office = await officeName(tx, me.tenantId)
  const text = [sayIn(language, words.confirm, { office }), fullAddress(path), sayIn(language, words.notYou), '']
  return { to, id, language, subject: sayIn(language, words.confirmSubject, { office }), text: text.join('\n\n') }
}
