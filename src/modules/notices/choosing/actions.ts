import { createHash } from 'node:crypto'
import type { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { found } from '../../../platform/errors.ts'
import { type Language, sayIn } from '../../../platform/i18n.ts'
import { type Channel, declaredMatters, type Matter, matterNamed } from '../../../platform/notice/matter.ts'
import type { Failure } from '../../../platform/notice/outcome.ts'
import { addressesOf } from '../addresses/actions.ts'
import { carriers } from '../carriers/actions.ts'
import { usualQuiet, waysOf } from '../rules.ts'
import type * as contract from './contract.ts'
import * as queries from './queries.ts'

type Input<E extends { input: z.ZodType }> = z.output<E['input']>

export async function readChoices({ tx, me }: Context): Promise<z.input<(typeof contract.readChoices)['output']>> {
  const personId = found(me.id)
  const wish = await queries.wish(tx, personId)
  const chosen = new Map((await queries.choices(tx, personId)).map((one) => [one.matter, one.channels]))
  const { push, mail } = carriers()
  return {
    matters: declaredMatters().map((matter) => ({
      matter: matter.name,
      label: sayIn(me.language, matter.words),
      channels: [...waysOf(matter, chosen.get(matter.name))],
    })),
    quiet: wish ? between(wish.quietFrom, wish.quietTo) : usualQuiet,
    language: (wish?.language ?? null) as Language | null,
    addresses: (await addressesOf(tx, personId)).map(({ kind, address, label, confirmedAt, failure, ...one }) => ({
      ...one,
      kind: kind as 'push' | 'email',
      name: kind === 'email' ? address : (label ?? ''),
      mark: createHash('sha256').update(address).digest('hex'),
      confirmed: confirmedAt !== null,
      failure: failure as Failure | null,
    })),
    pushKey: push.publicKey,
    mail: mail !== null,
    suggestedEmail: await queries.emailOf(tx, personId),
  }
}

const between = (from: string | null, to: string | null) =>
  from && to ? { from: from.slice(0, 5), to: to.slice(0, 5) } : null

export async function chooseWays({ tx, me }: Context, { matter, channels }: Input<typeof contract.chooseWays>) {
  await queries.upsertChoice(tx, found(me.id), found(matterNamed(matter)).name, [...new Set(channels)])
  return { done: true as const }
}

export async function setWishes({ tx, me }: Context, { quiet, language }: Input<typeof contract.setWishes>) {
  const wish = { quietFrom: quiet?.from ?? null, quietTo: quiet?.to ?? null, language }
  await queries.upsertWish(tx, found(me.id), wish)
  return { done: true as const }
}

/** One way less for one matter; the others stay as they are. */
export async function leaveMatter(
  { tx }: Context,
  { personId, matter, channel }: { personId: string; matter: Matter; channel: Channel },
): Promise<void> {
  const chosen = (await queries.choices(tx, personId)).find((one) => one.matter === matter.name)?.channels
  const left = waysOf(matter, chosen).filter((way) => way !== channel)
  await queries.upsertChoice(tx, personId, matter.name, [...left])
}
