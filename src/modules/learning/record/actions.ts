import type { Context } from '../../../platform/context.ts'
import type { Download } from '../../../platform/endpoint.ts'
import { found, refuse } from '../../../platform/errors.ts'
import { addDays, dayIn, instantOf } from '../../../platform/zone.ts'
import { issueCredential, listCredentials } from '../../credentials/actions.ts'
import type { CredentialKind, NewCredential } from '../../credentials/contract.ts'
import { knownPerson } from '../../organizations/people/actions.ts'
import { monthsLater } from '../courses/rules.ts'
import type { MyRecord, RecordedYear, TrainingOfYear } from './contract.ts'
import { printRecord } from './printing/actions.ts'
import * as queries from './queries.ts'
import { askedCourse, byYear, prizeTitle } from './rules.ts'

type Certified = { kind: CredentialKind; title: string; toDate: string; organizationId: string }

type Certificate = { credentialId: string | null; revoked: string | null }

/** A certificate says what it is about and the day on which that was done. One that was revoked does not stand, nor does it give way to another, unless the thing was done anew since. */
async function certificates(context: Context, personId: string) {
  const all = await listCredentials(context, { personId })
  return ({ kind, title, toDate, organizationId }: Certified, since: Date | null = null): Certificate => {
    const own = all.filter(
      (one) =>
        one.kind === kind && one.title === title && one.toDate === toDate && one.organizationId === organizationId,
    )
    const standing = own.find(({ revokedAt }) => revokedAt === null)
    const gone = own.find(({ revokedAt }) => revokedAt !== null && (since === null || revokedAt >= since))
    return {
      credentialId: standing?.id ?? null,
      revoked: standing || !gone ? null : (gone.revokeReason ?? ''),
    }
  }
}

const ofCourse = ({ name, doneOn, organizationId }: queries.DoneCourse): Certified => ({
  kind: 'course',
  title: name,
  toDate: doneOn,
  organizationId,
})
const ofPrize = (contest: queries.SatContest): Certified => ({
  kind: 'contest',
  title: prizeTitle(contest),
  toDate: contest.day,
  organizationId: contest.organizationId,
})

export async function yearsOf(context: Context, personId: string): Promise<RecordedYear[]> {
  const { tx, me } = context
  const credentialOf = await certificates(context, personId)
  const courses = (await queries.coursesDoneBy(tx, personId)).map((course) => {
    const { courseId, name, organizationName, doneOn, notedAt } = course
    return { courseId, name, organizationName, doneOn, ...credentialOf(ofCourse(course), notedAt) }
  })
  const contests = (await queries.contestsOf(tx, personId, me.timeZone)).map((contest) => {
    const { organizationId: _, from: __, ...shown } = contest
    const none = { credentialId: null, revoked: null }
    return { ...shown, ...(contest.prize ? credentialOf(ofPrize(contest)) : none) }
  })
  const sessions = await queries.sessionsOf(tx, personId, me.timeZone)
  const quizzes = await queries.quizzesPassedBy(tx, personId, me.timeZone)
  return byYear({ sessions, courses, quizzes, contests })
}

export async function myRecord(context: Context): Promise<MyRecord> {
  const personId = found(context.me.id)
  const { name } = await knownPerson(context, personId)
  return { name, years: await yearsOf(context, personId) }
}

export async function recordFile(context: Context): Promise<Download> {
  const record = await myRecord(context)
  const { language, timeZone } = context.me
  const body = await printRecord(record, { language, timeZone, now: context.now })
  return { name: `${record.name}.pdf`, type: 'application/pdf', body, inline: true }
}

/** Of the same thing somebody has one certificate. */
async function certify(
  context: Context,
  certified: Certified,
  more: Pick<NewCredential, 'personId' | 'expiresAt'> & { from: string; since?: Date },
) {
  const { personId, from, since = null, expiresAt = null } = more
  const there = (await certificates(context, personId))(certified, since)
  if (there.credentialId) return { credentialId: there.credentialId }
  refuse(there.revoked === null ? null : 'certificateRevoked')
  const { toDate: to, ...rest } = certified
  const { id } = await issueCredential(context, { ...rest, personId, period: { from, to }, expiresAt })
  return { credentialId: id }
}

export async function certifyCourse(context: Context, { courseId }: { courseId: string }) {
  const { tx, me } = context
  const personId = found(me.id)
  found(await queries.holdMember(tx, courseId, personId))
  const course = (await queries.coursesDoneBy(tx, personId)).find((one) => one.courseId === courseId)
  refuse(course ? null : 'courseNotDone')
  const { enteredOn, doneOn, renewMonths, notedAt } = found(course)
  const [from = doneOn] = [enteredOn, doneOn].sort()
  const expiresAt = renewMonths === null ? null : instantOf(monthsLater(doneOn, renewMonths), '00:00', me.timeZone)
  return certify(context, ofCourse(found(course)), { personId, from, since: notedAt, expiresAt })
}

export async function certifyPrize(context: Context, { contestId }: { contestId: string }) {
  const { tx, me } = context
  const personId = found(me.id)
  found(await queries.holdEntrant(tx, contestId, personId))
  const contest = (await queries.contestsOf(tx, personId, me.timeZone)).find((one) => one.contestId === contestId)
  refuse(contest?.prize ? null : 'noPrize')
  const won = found(contest)
  return certify(context, ofPrize(won), { personId, from: won.from })
}

/** What somebody had to learn in a year and did, as it stood at its end, or stands today; whoever asks knows who may read it. */
export async function trainingOf(
  { tx, me, now }: Context,
  { personId, year }: { personId: string; year: number },
): Promise<TrainingOfYear> {
  const [from, to] = [`${year}-01-01`, `${year + 1}-01-01`]
  const day = [dayIn(me.timeZone, now), addDays(to, -1)].sort()[0] ?? from
  const courses = (await queries.coursesAskedOf(tx, personId, { from, to })).map((course) => askedCourse(course, day))
  const sessions = await queries.sessionsOf(tx, personId, me.timeZone)
  const all = byYear({ sessions, courses: [], quizzes: [], contests: [] })
  const { attended, madeUp, minutes } = all.find((one) => one.year === year) ?? { attended: 0, madeUp: 0, minutes: 0 }
  return { courses, sessions: { attended, madeUp, minutes } }
}
