import type { z } from 'zod'
import type { Context } from '../../../../platform/context.ts'
import { writeOfficialDocument } from '../../../../platform/document/write.ts'
import type { Download } from '../../../../platform/endpoint.ts'
import { keptFiles } from '../../../../platform/files.ts'
import { getSheet } from '../../../activities/attendance/actions.ts'
import { cameStates } from '../../../activities/rules.ts'
import { organizationNamed } from '../../../organizations/actions.ts'
import type * as contract from '../contract.ts'
import type { Meeting } from '../contract.ts'
import * as queries from '../queries.ts'
import { readMeeting } from '../seeing/actions.ts'
import { minutesOf } from './rules.ts'

const largest = 20 * 2 ** 20
const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** Minutes name who was there, whoever reads them: whoever keeps attendance has written it down. */
async function presentAt(context: Context, { activityId, host }: Meeting): Promise<string[]> {
  const { path } = await organizationNamed(context, host.id)
  const roles = [...context.me.roles, { role: 'auditor' as const, organizationId: host.id, path }]
  const { rows } = await getSheet({ ...context, me: { ...context.me, roles } }, { activityId })
  return rows.filter(({ status }) => status !== null && cameStates.includes(status)).map(({ name }) => name)
}

async function written(context: Context, meeting: Meeting, language: 'en' | 'zh-CN'): Promise<Buffer> {
  const present = await presentAt(context, meeting)
  return writeOfficialDocument(minutesOf(meeting, present, { language, timeZone: context.me.timeZone }))
}

/** The file that the chair confirmed, in the chair's language. */
export async function keepMinutes(context: Context, meeting: Meeting): Promise<string> {
  const bytes = await written(context, meeting, context.me.language)
  const { hash } = await keptFiles().save(
    (async function* () {
      yield bytes
    })(),
    largest,
  )
  return hash
}

export async function minutesFile(
  context: Context,
  { activityId, language }: z.output<(typeof contract.minutesFile)['input']>,
): Promise<Download> {
  const meeting = await readMeeting(context, { activityId })
  const kept = await queries.meetingOf(context.tx, activityId)
  const name = `${meeting.title}.docx`
  if (kept?.fileHash) return { name, type, body: await keptFiles().read(kept.fileHash) }
  return { name, type, body: await written(context, meeting, language) }
}
