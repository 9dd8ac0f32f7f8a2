import type { Context } from '../../../../platform/context.ts'
import { dayIn } from '../../../../platform/zone.ts'
import { findingsOf } from '../../../checks/findings/actions.ts'
import { trainingOf } from '../../../learning/record/actions.ts'
import { holdsOn } from '../../../organizations/people/rules.ts'
import { type Counts, countsBehind } from '../../kept/actions.ts'
import { objectivesOfHolder } from '../../objectives/queries.ts'
import { shown, standings } from '../../objectives/standing/actions.ts'
import type { DossierContent } from '../contract.ts'
import { daysIn } from '../rules.ts'
import * as queries from './queries.ts'

type Asked = { personId: string; year: number; organizationId: string; path: string }

/**
 * What somebody answered for in a year, in words and figures. It reads what its part of the tree has on record, whoever of its
 * few readers asks: the figures are about the same work for each of them.
 */
export async function contentOf(context: Context, asked: Asked): Promise<DossierContent> {
  const { tx, now } = context
  const held = await queries.dutiesHeld(tx, asked)
  return {
    duties: held.map(({ organizationId: _, ...duty }) => ({ ...duty, days: daysIn(asked.year, duty) })),
    objectives: await objectives(asOffice(context, asked), asked),
    findings: await findings(context, asked, held),
    training: await trainingOf(context, asked),
    asOf: now,
  }
}

const asOffice = (context: Context, { organizationId, path }: Asked): Context => ({
  ...context,
  me: { ...context.me, roles: [{ role: 'auditor', organizationId, path }] },
})

/** What reviews that were sent in that year found where they held a duty, or gave them to put right. */
async function findings(
  context: Context,
  asked: Asked,
  held: readonly queries.Held[],
): Promise<DossierContent['findings']> {
  const { timeZone } = context.me
  const reviews = await queries.reviewsSent(context.tx, asked, timeZone)
  const all = await findingsOf(
    context,
    'review',
    reviews.map(({ id }) => id),
  )
  const sentOn = new Map(reviews.map(({ id, sentOn }) => [id, sentOn]))
  return all
    .filter(({ originId, organization, actions }) => {
      const theirs = held.some(
        (one) => one.organizationId === organization.id && holdsOn(one, sentOn.get(originId) ?? ''),
      )
      return theirs || actions.some(({ owner }) => owner.id === asked.personId)
    })
    .map(({ id, words, organization, raisedAt, closedAt, actions }) => ({
      id,
      words,
      organization: organization.name,
      raisedOn: dayIn(timeZone, raisedAt),
      closedOn: closedAt && dayIn(timeZone, closedAt),
      actions: actions.map(({ what, doneAt }) => ({ what, doneOn: doneAt && dayIn(timeZone, doneAt) })),
    }))
}

async function objectives(context: Context, asked: Asked): Promise<DossierContent['objectives']> {
  const passed = new Map((await queries.objectivesPassedOn(context.tx, asked)).map(({ id, onDate }) => [id, onDate]))
  const rows = await objectivesOfHolder(context.tx, { ...asked, others: [...passed.keys()] })
  return (await standings(context, rows)).map((standing) => {
    const { id, title, organization, holder, state, target, figure, confirmed } = shown(context, standing)
    const handedOverOn = holder.id === asked.personId ? null : (passed.get(id) ?? null)
    return {
      id,
      title,
      organization: organization.name,
      state,
      target: target.inWords,
      figure,
      confirmed,
      handedOverOn,
    }
  })
}

/** What its figures were counted from. */
export const countsOf = (context: Context, asked: Asked, { objectives }: DossierContent): Promise<Counts> =>
  countsBehind(
    asOffice(context, asked),
    objectives.flatMap(({ figure }) => figure ?? []),
  )
