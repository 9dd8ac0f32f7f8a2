import type { Context } from '../../../platform/context.ts'
import type { Download } from '../../../platform/endpoint.ts'
import { found, refuse } from '../../../platform/errors.ts'
import { instantOf } from '../../../platform/zone.ts'
import { issueCredential, listCredentials } from '../../credentials/actions.ts'
import { knownPerson } from '../../organizations/people/actions.ts'
import { monthsLater } from '../courses/rules.ts'
import type { MyRecord, RecordedCourse } from './contract.ts'
import { printRecord } from './printing/actions.ts'
import * as queries from './queries.ts'
import { byYear } from './rules.ts'

/** A course's certificate says its name and the day on which it was done. */
async function certificates(context: Context, personId: string) {
  const all = await listCredentials(context, { personId })
  return (course: queries.DoneCourse): string | null =>
    all.find(
      ({ kind, title, toDate, organizationId, revokedAt }) =>
        kind === 'course' &&
        title === course.name &&
        toDate === course.doneOn &&
        organizationId === course.organizationId &&
        revokedAt === null,
    )?.id ?? null
}

export async function myRecord(context: Context): Promise<MyRecord> {
  const { tx, me } = context
  const personId = found(me.id)
  const { name } = await knownPerson(context, personId)
  const credentialOf = await certificates(context, personId)
  const courses = (await queries.coursesDoneBy(tx, personId)).map((course): RecordedCourse => {
    const { courseId, organizationName, doneOn } = course
    return { courseId, name: course.name, organizationName, doneOn, credentialId: credentialOf(course) }
  })
  return { name, years: byYear(await queries.sessionsOf(tx, personId, me.timeZone), courses) }
}

export async function recordFile(context: Context): Promise<Download> {
  const record = await myRecord(context)
  const { language, timeZone } = context.me
  const body = await printRecord(record, { language, timeZone, now: context.now })
  return { name: `${record.name}.pdf`, type: 'application/pdf', body, inline: true }
}

export async function certifyCourse(context: Context, { courseId }: { courseId: string }) {
  const { tx, me } = context
  const personId = found(me.id)
  found(await queries.holdMember(tx, courseId, personId))
  const course = (await queries.coursesDoneBy(tx, personId)).find((one) => one.courseId === courseId)
  refuse(course ? null : 'courseNotDone')
  const { organizationId, name, enteredOn, doneOn, renewMonths } = found(course)
  const there = (await certificates(context, personId))(found(course))
  if (there) return { credentialId: there }
  const [from = doneOn] = [enteredOn, doneOn].sort()
  const until = renewMonths === null ? null : instantOf(monthsLater(doneOn, renewMonths), '00:00', me.timeZone)
  const { id } = await issueCredential(context, {
    personId,
    organizationId,
    kind: 'course',
    title: name,
    period: { from, to: doneOn },
    expiresAt: until,
  })
  return { credentialId: id }
}
