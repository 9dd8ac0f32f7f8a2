import type { z } from 'zod'
import type { Context } from '../../../../platform/context.ts'
import { found } from '../../../../platform/errors.ts'
import { searchPatterns } from '../../../../platform/search.ts'
import { dayIn } from '../../../../platform/zone.ts'
import { organizationNamed } from '../../../organizations/actions.ts'
import { pathsOf } from '../../../organizations/rules.ts'
import { shownAction, shownFinding, withActions } from '../actions.ts'
import type { ActionRow, Finding, FindingCard } from '../contract.ts'
import * as queries from '../queries.ts'
import { isRecheck, mayDo, mayWork } from '../rules.ts'
import { type EventOf, storyOf } from '../story/queries.ts'
import { seenFinding } from '../working/actions.ts'
import { type ActionOf, actionsById } from '../working/queries.ts'
import type * as contract from './contract.ts'
import { listedActions } from './queries.ts'

type In<E extends { input: z.ZodType }> = z.output<E['input']>
type Out<E extends { output: z.ZodType }> = z.output<E['output']>
const page = 50

/** The parts of the tree in which the reader sees what is not in order; of one organization, what of them is there or below. */
async function partsSeen(context: Context, organizationId: string | undefined): Promise<string[]> {
  const seen = pathsOf(context.me, 'readFigures')
  if (!organizationId) return seen
  const { path } = await organizationNamed(context, organizationId)
  return seen.some((own) => path.startsWith(own)) ? [path] : seen.filter((own) => own.startsWith(path))
}

export async function listActions(
  context: Context,
  { whose, organizationId, offset, ...asked }: In<typeof contract.listActions>,
): Promise<Out<typeof contract.listActions>> {
  const { tx, me, now } = context
  const today = dayIn(me.timeZone, now)
  const mine = whose === 'mine'
  const paths = mine ? null : await partsSeen(context, organizationId)
  const ownerId = mine ? found(me.id) : null
  const listed = await listedActions(tx, { ...asked, ownerId, paths, today }, { limit: page + 1, offset })
  const unassigned =
    paths && offset === 0 && asked.state === 'open' ? await queries.findingsWithoutAction(tx, paths, asked) : []
  return {
    rows: await rowsOf(context, listed.slice(0, page)),
    more: listed.length > page,
    unassigned: unassigned.map(shownFinding),
  }
}

async function rowsOf(
  { tx, me, now }: Context,
  listed: readonly { id: string; findingId: string }[],
): Promise<ActionRow[]> {
  const today = dayIn(me.timeZone, now)
  const byId = <T extends { id: string }>(all: readonly T[]) => new Map(all.map((one) => [one.id, one]))
  const actions = byId(
    await actionsById(
      tx,
      listed.map(({ id }) => id),
    ),
  )
  const findings = byId(
    await queries.findingsById(
      tx,
      listed.map(({ findingId }) => findingId),
    ),
  )
  return listed.map(({ id, findingId }) => ({
    ...shownAction(found(actions.get(id)), today),
    finding: shownFinding(found(findings.get(findingId))),
  }))
}

export async function readFinding(context: Context, { findingId }: { findingId: string }): Promise<FindingCard> {
  const { tx, me, now } = context
  const { finding, actions } = await seenFinding(context, findingId)
  const today = dayIn(me.timeZone, now)
  return {
    ...shownFinding(finding),
    actions: actions.map((action) => ({
      ...shownAction(action, today),
      may: mayDo(me, finding.path, action, today),
    })),
    story: (await storyOf(tx, findingId)).map((event) => ({
      id: event.id,
      actionId: event.actionId,
      kind: event.kind,
      by: event.byName,
      at: event.at,
      words: event.words,
      dueOn: event.dueOn,
      owner: event.ownerName,
      fileName: event.fileName,
      takes: takes(context, event, finding, actions),
    })),
    mayWork: mayWork(me, finding.path) && finding.closedAt === null,
  }
}

/** Their own evidence takes one file, as long as its action is not closed. */
function takes(
  { me }: Context,
  { kind, fileName, byId, actionId }: EventOf,
  { origin }: queries.FindingOf,
  actions: readonly ActionOf[],
): FindingCard['story'][number]['takes'] {
  const action = actions.find(({ id }) => id === actionId)
  if (kind !== 'evidence' || fileName || byId !== me.id || !action || action.closedAt) return null
  return isRecheck(me, origin, action) ? 'picture' : 'file'
}

export async function searchFindings(
  { tx, me }: Context,
  { q, limit }: In<typeof contract.searchFindings>,
): Promise<Out<typeof contract.searchFindings>> {
  const seen = { paths: pathsOf(me, 'readFigures'), ownerId: me.id }
  const patterns = searchPatterns(q)
  if (!patterns) return []
  const rows = await queries.findingsSaying(tx, patterns.inside, seen)
  return rows.slice(-limit).reverse().map(shownFinding)
}

/** What is not in order at an organization and below, as far as the asker sees it, the oldest first. */
export const openFindings = async (context: Context, organizationId: string): Promise<Finding[]> =>
  withActions(context, await queries.openFindings(context.tx, await partsSeen(context, organizationId)))
