import { TemplateHandler } from 'easy-template-x'
import type { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/database.ts'
import { wordType } from '../../../platform/document/template.ts'
import { writeOfficialDocument } from '../../../platform/document/write.ts'
import type { Download } from '../../../platform/endpoint.ts'
import { found, refuse } from '../../../platform/errors.ts'
import { contentOf } from '../../../platform/files.ts'
import { sayIn } from '../../../platform/i18n.ts'
import { dayIn } from '../../../platform/zone.ts'
import { notify } from '../../notices/actions.ts'
import { heldDuty, readDuty } from '../actions.ts'
import type { DutyCard } from '../contract.ts'
import * as duties from '../queries.ts'
import type * as contract from './contract.ts'
import { dutyLetterCame } from './matters.ts'
import { letterTexts } from './messages.ts'
import * as queries from './queries.ts'
import { type Letter, letterDocument, letterRefusal, letterValues } from './rules.ts'

/** In the words of today: what the duty is called and asks may change later, the letter does not. */
export async function issueLetter(
  context: Context,
  { holdingId, language }: z.output<(typeof contract.issueLetter)['input']>,
): Promise<DutyCard> {
  const { tx, me, now } = context
  const holding = found(await duties.holdingById(tx, holdingId))
  const { dutyId } = holding
  const duty = await heldDuty(context, dutyId)
  const today = dayIn(me.timeZone, now)
  refuse(letterRefusal(holding, today))
  const { name, about, organizationName: organization, policyName: policy, section } = duty
  const id = newId()
  await queries.insertLetter(tx, {
    id,
    holdingId,
    language,
    said: JSON.stringify({ duty: name, about, organization, policy, section }),
    templateHash: (await queries.templateInUse(tx))?.fileHash ?? null,
    issuedOn: today,
    issuedBy: found(me.id),
  })
  await notify(context, {
    personIds: [holding.personId],
    matter: dutyLetterCame,
    key: id,
    values: { duty: name, office: organization },
    link: `/duties/${dutyId}`,
  })
  return readDuty(context, { dutyId })
}

/** For whoever sees the duty: the office's own file filled, or the official layout, with who acknowledged it when. */
export async function letterFile(context: Context, { letterId }: { letterId: string }): Promise<Download> {
  const { tx } = context
  const { holdingId, templateHash, ...written } = found(await queries.letterById(tx, letterId))
  const { dutyId, personName: person, seat, fromDate, toDate } = found(await duties.holdingById(tx, holdingId))
  await readDuty(context, { dutyId })
  const letter: Letter = { ...written, person, seat, fromDate, toDate }
  const body = templateHash
    ? await new TemplateHandler().process(await contentOf(templateHash), letterValues(letter))
    : await writeOfficialDocument(letterDocument(letter))
  const title = [written.said.duty, sayIn(written.language, letterTexts.title), person].join(' ')
  return { name: `${title}.docx`, type: wordType, body }
}
