import { sql } from 'kysely'
import { about } from '../../../platform/changes.ts'
import type { Tx } from '../../../platform/database.ts'
import type { Answers } from '../../checks/checklists/contract.ts'
import type { Figure } from '../../indicators/contract.ts'
import type { Keys } from '../../indicators/keys/contract.ts'
import type { Counts } from '../kept/actions.ts'
import type { SeenToo } from './contract.ts'

const reviews = (tx: Tx) =>
  tx
    .selectFrom('review as r')
    .innerJoin('organization as o', (join) =>
      join.onRef('o.tenantId', '=', 'r.tenantId').onRef('o.id', '=', 'r.organizationId'),
    )
    .innerJoin('person as p', (join) => join.onRef('p.tenantId', '=', 'r.tenantId').onRef('p.id', '=', 'r.reviewerId'))
    .select(['r.id', 'r.organizationId', 'o.name as organizationName', 'o.path', 'r.checklistId', 'r.checklistVersion'])
    .select(['r.period', 'r.plannedOn', 'r.reviewerId', 'p.name as reviewerName', 'r.seen', 'r.sentAt', 'r.finalAt'])
    .select('r.removedAt')
    .select(sql<Answers>`r.answers`.as('answers'))
    .select(sql<SeenToo[]>`r.more`.as('more'))
    .select(sql<unknown>`r.figures`.as('figures'))
    .select(
      sql<number>`(select count(*)::int from review_finding f where f.tenant_id = r.tenant_id and f.review_id = r.id)`.as(
        'findings',
      ),
    )
    .select(
      sql<number>`(select count(f.answer)::int from review_finding f
        where f.tenant_id = r.tenant_id and f.review_id = r.id)`.as('answered'),
    )
export type ReviewOf = Awaited<ReturnType<ReturnType<typeof reviews>['executeTakeFirstOrThrow']>>

export const reviewsOf = (tx: Tx, path?: string): Promise<ReviewOf[]> =>
  reviews(tx)
    .where('r.removedAt', 'is', null)
    .$if(path !== undefined, (query) => query.where(sql<boolean>`starts_with(o.path, ${path})`))
    .orderBy('r.plannedOn', 'desc')
    .orderBy('o.name')
    .orderBy('r.id')
    .limit(300)
    .execute()

export const reviewById = (tx: Tx, id: string): Promise<ReviewOf | undefined> =>
  reviews(tx).where('r.id', '=', id).executeTakeFirst()

/** Final ones of the same part with the same list that were planned for an earlier day. */
export const earlierThan = (tx: Tx, review: ReviewOf, most: number): Promise<ReviewOf[]> =>
  reviews(tx)
    .where('r.organizationId', '=', review.organizationId)
    .where('r.checklistId', '=', review.checklistId)
    .where('r.finalAt', 'is not', null)
    .where('r.plannedOn', '<', review.plannedOn)
    .orderBy('r.plannedOn', 'desc')
    .orderBy('r.id')
    .limit(most)
    .execute()

/** Whoever does it, answers and finishes wait for one another. */
export const holdReview = (tx: Tx, id: string) =>
  tx.selectFrom('review').where('id', '=', id).select('id').forUpdate().executeTakeFirst()

type New = {
  id: string
  organizationId: string
  checklistId: string
  checklistVersion: number
  period: string
  plannedOn: string
  reviewerId: string
  createdAt: Date
}
export const insertReview = (tx: Tx, row: New) => about(tx, [row.id]).insertInto('review').values(row).execute()

export const keepAnswers = (
  tx: Tx,
  id: string,
  { answers, more, seen }: { answers: Answers; more: readonly SeenToo[]; seen: string },
) =>
  about(tx, [])
    .updateTable('review')
    .set({ answers: JSON.stringify(answers), more: JSON.stringify(more), seen })
    .where('id', '=', id)
    .execute()

type Sent = { answers: Answers; figures: Record<string, Figure>; counts: Counts; sentAt: Date }
export const send = (tx: Tx, id: string, { answers, figures, counts, sentAt }: Sent) =>
  about(tx, [id])
    .updateTable('review')
    .set({
      answers: JSON.stringify(answers),
      figures: JSON.stringify(figures),
      counts: JSON.stringify(counts),
      sentAt,
    })
    .where('id', '=', id)
    .execute()

export const settle = (tx: Tx, id: string, change: { finalAt: Date; finalBy: string } | { removedAt: Date | null }) =>
  about(tx, [id]).updateTable('review').set(change).where('id', '=', id).execute()

type Link = { reviewId: string; findingId: string; position: number; question: string | null }
export const insertFindings = async (tx: Tx, links: readonly Link[]): Promise<void> => {
  if (links.length > 0)
    await tx
      .insertInto('reviewFinding')
      .values([...links])
      .execute()
}

export const answersTo = (tx: Tx, reviewId: string) =>
  tx
    .selectFrom('reviewFinding as f')
    .leftJoin('person as p', (join) => join.onRef('p.tenantId', '=', 'f.tenantId').onRef('p.id', '=', 'f.answeredBy'))
    .where('f.reviewId', '=', reviewId)
    .select(['f.findingId', 'f.question', 'f.answer', 'p.name as answeredByName', 'f.answeredAt'])
    .orderBy('f.position')
    .execute()

type Answered = { reviewId: string; findingId: string; answer: string; answeredBy: string; answeredAt: Date }
export const answer = (tx: Tx, { reviewId, findingId, ...answered }: Answered) =>
  about(tx, [])
    .updateTable('reviewFinding')
    .set(answered)
    .where('reviewId', '=', reviewId)
    .where('findingId', '=', findingId)
    .execute()

export async function recordIdsOf(tx: Tx, reviewId: string, question: string): Promise<string[] | null> {
  const row = await tx
    .selectFrom('review')
    .where('id', '=', reviewId)
    .select(sql<Keys | null>`counts -> ${question}::text`.as('keys'))
    .executeTakeFirst()
  return row?.keys?.recordIds ?? null
}

/** Who organizes a part on a day: they hear of what is to be answered there. */
export const answeringPeople = async (tx: Tx, organizationId: string, day: string): Promise<string[]> =>
  (
    await tx
      .selectFrom('membership')
      .where('organizationId', '=', organizationId)
      .where('role', 'in', ['administrator', 'coordinator', 'secretary'])
      .where('fromDate', '<=', day)
      .where(sql<boolean>`(to_date is null or to_date > ${day}::date)`)
      .select('personId')
      .distinct()
      .execute()
  ).map(({ personId }) => personId)
