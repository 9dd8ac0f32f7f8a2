import { createHash, randomBytes } from 'node:crypto'
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import { Temporal } from 'temporal-polyfill'
import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/database.ts'
import type { Download } from '../../../platform/endpoint.ts'
import { allow, found } from '../../../platform/errors.ts'
import { sayIn } from '../../../platform/i18n.ts'
import { organizationNamed, rolesOf } from '../../organizations/actions.ts'
import { can, pathsOf } from '../../organizations/rules.ts'
import type { ActivityKind } from '../contract.ts'
import { activityKindWords } from '../messages.ts'
import { readerOf } from '../seeing/actions.ts'
import type { Feed, FreshFeed } from './contract.ts'
import { feedMessages } from './messages.ts'
import * as queries from './queries.ts'
import { mayFollow, vtimezone } from './rules.ts'

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()

type Row = NonNullable<Awaited<ReturnType<typeof queries.feedById>>>
const feedOf = ({ id, organizationId, organizationName, createdBy, createdAt }: Row): Feed => ({
  id,
  organizationId,
  organizationName,
  createdBy,
  createdAt,
})

export async function listFeeds({ tx, me }: Context): Promise<Feed[]> {
  return (await queries.feedsOf(tx, me.id, pathsOf(me, 'organize'))).map(feedOf)
}

export async function createFeed(
  context: Context,
  { organizationId }: { organizationId: string | null },
): Promise<FreshFeed> {
  if (organizationId) {
    const { path } = await organizationNamed(context, organizationId)
    allow(
      mayFollow(
        context.me.roles.map((held) => held.path),
        path,
      ),
    )
  }
  return makeFeed(context, organizationId)
}

export async function renewFeed(context: Context, { feedId }: { feedId: string }): Promise<FreshFeed> {
  const feed = await manageable(context, feedId)
  // A link speaks with the rights of whoever made it: nobody else makes a new one in their name.
  allow(feed.createdById === context.me.id)
  await queries.revoke(context.tx, feedId, context.now)
  return makeFeed(context, feed.organizationId)
}

export async function revokeFeed(context: Context, { feedId }: { feedId: string }): Promise<{ done: true }> {
  await manageable(context, feedId)
  await queries.revoke(context.tx, feedId, context.now)
  return { done: true }
}

async function makeFeed({ tx, me, now }: Context, organizationId: string | null): Promise<FreshFeed> {
  const token = randomBytes(32).toString('hex')
  const id = newId()
  await queries.insertFeed(tx, {
    id,
    tokenHash: hashOf(token),
    personId: organizationId ? null : found(me.id),
    organizationId,
    createdBy: me.id,
    createdAt: now,
  })
  return { ...feedOf(found(await queries.feedById(tx, id))), address: `/calendar/${token}.ics` }
}

async function manageable({ tx, me }: Context, feedId: string): Promise<Row> {
  const feed = found(await queries.feedById(tx, feedId))
  const theirs = feed.organizationPath !== null && can(me, 'organize', feed.organizationPath)
  found(feed.createdById === me.id || theirs || null)
  return feed
}

const year = 366 * 86_400_000

/** The calendar behind a link, with what its maker may see today. */
export async function readFeed(context: Context, { file }: { file: string }): Promise<Download> {
  const { tx, me, now } = context
  const feed = found(await queries.feedByToken(tx, hashOf(file.slice(0, 64))))
  const makerId = found(feed.personId ?? feed.createdById)
  const maker = { ...me, id: makerId, roles: await rolesOf(tx, makerId, now) }
  const span = { from: new Date(now.getTime() - year), to: new Date(now.getTime() + year) }
  const reader = readerOf({ me: maker })
  const entries = await queries.entries(tx, reader, span, feed.organizationPath)
  const body = written(context, feed.organizationName, entries)
  return {
    name: 'linli.ics',
    type: 'text/calendar; charset=utf-8',
    inline: true,
    body,
    etag: createHash('sha256').update(body).digest('base64url'),
  }
}

type Entry = Awaited<ReturnType<typeof queries.entries>>[number]
function written({ me, now }: Context, organizationName: string | null, entries: Entry[]): string {
  const zone = me.timeZone
  const at = (date: Date) => Temporal.Instant.fromEpochMilliseconds(date.getTime()).toZonedDateTimeISO(zone)
  // Whole years, so that the same activities are the same file all year long.
  const from = new Date(Date.UTC(now.getUTCFullYear() - 2, 0, 1))
  const to = new Date(Date.UTC(now.getUTCFullYear() + 2, 0, 1))
  const calendar = ical({
    name: organizationName ?? sayIn(me.language, feedMessages.myCalendar),
    prodId: { company: 'Linli', product: 'Linli', language: me.language === 'en' ? 'EN' : 'ZH' },
    method: ICalCalendarMethod.PUBLISH,
    timezone: { name: zone, generator: () => vtimezone(zone, from, to) },
    ttl: 3600,
  })
  for (const one of entries) {
    const kind = sayIn(me.language, activityKindWords[one.kind as ActivityKind])
    const event = calendar.createEvent({
      id: `${one.id}@linli`,
      sequence: one.sequence,
      stamp: one.changedAt,
      lastModified: one.changedAt,
      start: at(one.startsAt),
      end: at(one.endsAt),
      timezone: zone,
      summary: one.title,
      description: [`${kind} · ${one.hostName}`, one.topic].filter(Boolean).join('\n'),
      status: one.cancelledAt ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    })
    const place = [one.placeName, one.address].filter(Boolean).join(' · ')
    if (place) event.location(place)
  }
  return calendar.toString()
}
