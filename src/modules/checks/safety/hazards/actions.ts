import type { Context } from '../../../../platform/context.ts'
import { found } from '../../../../platform/errors.ts'
import { openPlace, shutPlace } from '../../../places/closing/actions.ts'
import { type FindingNews, findingsOf } from '../../findings/actions.ts'
import type { FoundHazard, History } from '../contract.ts'
import * as queries from '../queries.ts'
import { mayCheck } from '../rules.ts'

type Whole = History['hazards'][number]

/** Hazards as they stand today: what became of each stands with its finding. */
async function whole(context: Context, hazards: readonly queries.HazardOf[]): Promise<Whole[]> {
  const checks = [...new Set(hazards.map(({ checkId }) => checkId))]
  const findings = new Map((await findingsOf(context, 'check', checks)).map((one) => [one.id, one]))
  return hazards.flatMap(({ checkId, questionId, findingId, placeId, placeName, pinX, pinY }) => {
    const finding = findings.get(findingId)
    if (!finding) return []
    const action = finding.actions.find(({ state }) => state !== 'closed') ?? finding.actions[0]
    return [
      {
        checkId,
        questionId,
        findingId,
        words: finding.words,
        grade: finding.grade ?? 'minor',
        place: { id: placeId, name: placeName },
        pin: pinX === null || pinY === null ? null : { x: pinX, y: pinY },
        owner: action?.owner.name ?? null,
        dueOn: action?.dueOn ?? null,
        closedAt: finding.closedAt,
        closedBy: finding.closedBy,
        fault: finding.fault,
        foundAt: finding.raisedAt,
      },
    ]
  })
}

export const foundHazards = async (context: Context, hazards: readonly queries.HazardOf[]): Promise<FoundHazard[]> =>
  (await whole(context, hazards)).map(({ checkId: _, fault: __, foundAt: ___, ...hazard }) => hazard)

export async function hazardHistory(context: Context, { placeId }: { placeId: string }): Promise<History> {
  const place = found(await queries.placeToCheck(context.tx, placeId))
  found(mayCheck(context.me, place.path) || null)
  const hazards = await whole(context, await queries.hazardsIn(context.tx, placeId))
  return {
    place: { id: place.id, name: place.name },
    hazards: hazards.sort((a, b) => +b.foundAt - +a.foundAt || (a.findingId < b.findingId ? -1 : 1)),
  }
}

/** Looked at again and put right: what it had closed is open. */
export async function hazardClosed(context: Context, { findingId, origin }: FindingNews): Promise<void> {
  if (origin === 'check') await openPlace(context, findingId)
}

/** It came back: where there is danger the room is closed again. */
export async function hazardReopened(context: Context, news: FindingNews): Promise<void> {
  const { origin, originId, grade, placeId, findingId } = news
  if (origin !== 'check' || grade !== 'danger' || !placeId) return
  const finding = (await findingsOf(context, 'check', [originId])).find(({ id }) => id === findingId)
  await shutPlace(context, { placeId, sourceId: findingId, reason: found(finding).words })
}
