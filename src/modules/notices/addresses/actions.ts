import type { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/database.ts'
import { found, Refused, refuse } from '../../../platform/errors.ts'
import type { Language } from '../../../platform/i18n.ts'
import { job } from '../../../platform/jobs.ts'
import { hashOfLink } from '../../../platform/link.ts'
import { addressRefusal } from '../../../platform/notice/outgoing.ts'
import { carriers, linkFor } from '../carriers/actions.ts'
import { confirmationLetter } from '../carrying/letter/actions.ts'
import { confirmationRefusal, confirmHours, mostDevices, mostMailboxes, nextTry } from '../rules.ts'
import type * as contract from './contract.ts'
import * as queries from './queries.ts'

type Input<E extends { input: z.ZodType }> = z.output<E['input']>
type Asked = { addressId: string; language: Language; tries: number }

/** What the clock sends once the mailbox is kept. */
export const confirmationToSend = job<Asked>('sendConfirmation')

export const addressesOf = (tx: Tx, personId: string) => queries.addresses(tx, personId)

export async function addMailbox(context: Context, { email }: Input<typeof contract.addMailbox>) {
  const { tx, me, now } = context
  const personId = found(me.id)
  if (!carriers().mail) throw new Refused('mailNotSetUp')
  const mine = (await queries.addresses(tx, personId)).filter(({ kind }) => kind === 'email')
  const known = mine.find(({ address }) => address === email)
  if (known?.confirmedAt) return { id: known.id }
  if (!known && mine.length >= mostMailboxes) throw new Refused('tooManyMailboxes', { most: mostMailboxes })
  const id = await queries.upsertAddress(tx, { personId, kind: 'email', address: email, keys: null, label: null }, now)
  await askToConfirm(context, personId, id)
  return { id }
}

export async function confirmAgain(context: Context, { addressId }: Input<typeof contract.confirmAgain>) {
  const personId = found(context.me.id)
  const address = found(await queries.addressById(context.tx, addressId))
  if (address.personId !== personId || address.kind !== 'email') found(null)
  if (!address.confirmedAt) await askToConfirm(context, personId, addressId)
  return { done: true as const }
}

const confirmLink = (tenantId: string, id: string, sentAt: Date): string =>
  linkFor(tenantId, 'confirm', id, String(sentAt.getTime()))

async function askToConfirm({ tx, me, now, enqueue }: Context, personId: string, id: string): Promise<void> {
  if (!carriers().mail) throw new Refused('mailNotSetUp')
  refuse(confirmationRefusal(await queries.lastConfirmation(tx, personId), now))
  await queries.setLastConfirmation(tx, personId, now)
  await queries.setLinks(tx, id, {
    confirmHash: hashOfLink(confirmLink(me.tenantId, id, now)),
    unsubscribeHash: hashOfLink(linkFor(me.tenantId, 'unsubscribe', id)),
    confirmSentAt: now,
  })
  await enqueue(confirmationToSend, { addressId: id, language: me.language, tries: 0 })
}

/** The letter with the link; what does not arrive is tried again as long as the link is good. */
export async function sendConfirmation(context: Context, { addressId, language, tries }: Asked): Promise<void> {
  const { tx, me, now, enqueue } = context
  const address = await queries.addressById(tx, addressId)
  const { mail } = carriers()
  if (!address?.confirmHash || !address.confirmSentAt || !mail) return
  const link = confirmLink(me.tenantId, addressId, address.confirmSentAt)
  const path = `/notices/mailbox/${link}`
  const outcome = await mail.send(
    await confirmationLetter(context, {
      to: address.address,
      id: `${addressId}.${address.confirmSentAt.getTime()}`,
      path,
      language,
    }),
  )
  if (outcome.ok) return void (await queries.setFailed(tx, addressId, { failedAt: null, failure: null, status: null }))
  await queries.setFailed(tx, addressId, { failedAt: now, failure: outcome.failure, status: outcome.status ?? null })
  const next = outcome.lasting ? null : nextTry(tries + 1, address.confirmSentAt, now)
  if (next) await enqueue(confirmationToSend, { addressId, language, tries: tries + 1 }, { at: next })
}

export async function addDevice({ tx, me, now }: Context, input: Input<typeof contract.addDevice>) {
  const personId = found(me.id)
  const { endpoint, p256dh, auth, label } = input
  refuse(addressRefusal(endpoint, carriers().allowPrivate))
  const devices = (await queries.addresses(tx, personId)).filter(({ kind }) => kind === 'push')
  const known = devices.some(({ address }) => address === endpoint)
  // The oldest makes room: a browser that was set up anew has left its former address behind.
  const [oldest] = devices
  if (!known && oldest && devices.length >= mostDevices) await queries.remove(tx, oldest.id)
  await queries.removeFromOthers(tx, personId, endpoint)
  const id = await queries.upsertAddress(
    tx,
    { personId, kind: 'push', address: endpoint, keys: { p256dh, auth }, label },
    now,
  )
  await queries.setConfirmed(tx, id, now)
  return { id }
}

export async function removeAddress({ tx, me }: Context, { addressId }: Input<typeof contract.removeAddress>) {
  found((await queries.removeOf(tx, found(me.id), addressId)) || null)
  return { done: true as const }
}

/** Whose mailbox a link opens, or null when it is none of ours or too old. */
export async function mailboxToConfirm({ tx, now }: Context, { token }: { token: string }) {
  const address = await queries.addressByConfirmation(tx, hashOfLink(token))
  const sentAt = address?.confirmSentAt
  if (!address || !sentAt || now.getTime() - sentAt.getTime() > confirmHours * 3600_000) return null
  return { id: address.id, address: address.address }
}

export async function confirmMailbox(context: Context, { token }: { token: string }) {
  const address = await mailboxToConfirm(context, { token })
  if (address) await queries.setConfirmed(context.tx, address.id, context.now)
  return address
}

export const mailboxToLeave = async ({ tx }: Context, { token }: { token: string }) =>
  (await queries.addressByUnsubscribing(tx, hashOfLink(token))) ?? null

export const removeMailbox = ({ tx }: Context, { id }: { id: string }) => queries.remove(tx, id)
