import type { z } from 'zod'
import type { Context } from '../../../../platform/context.ts'
import { takePicture } from '../../../../platform/document/taken.ts'
import type { Download, StoredFile } from '../../../../platform/endpoint.ts'
import { allow, found, refuse } from '../../../../platform/errors.ts'
import { keptFiles } from '../../../../platform/files.ts'
import { holdFinding } from '../queries.ts'
import { type FindingRefusal, isRecheck, mayWork } from '../rules.ts'
import * as story from '../story/queries.ts'
import { seenFinding } from '../working/actions.ts'
import { actionById } from '../working/queries.ts'
import type * as contract from './contract.ts'

type In<E extends { input: z.ZodType }> = z.output<E['input']>
type One = { proofId: string }

/** What shows that it is done, or how it looks on a re-check: by its owner, or by whoever works there. */
export async function addActionEvidence(context: Context, { actionId, words }: In<typeof contract.addActionEvidence>) {
  const { tx, me, now } = context
  const { findingId } = found(await actionById(tx, actionId))
  await holdFinding(tx, findingId)
  const { finding, actions } = await seenFinding(context, findingId)
  const action = found(actions.find(({ id }) => id === actionId))
  allow(me.id === action.ownerId || mayWork(me, finding.path))
  refuse(action.closedAt ? ('closedAlready' satisfies FindingRefusal) : null)
  const event = { findingId, actionId, kind: 'evidence' as const, byId: me.id, at: now, words }
  const [id] = await story.insertEvents(tx, [event])
  return { id: found(id) }
}

export async function addActionEvidenceFile(context: Context, { proofId, file }: One & { file: StoredFile }) {
  const proof = found(await story.proofById(context.tx, proofId))
  await holdFinding(context.tx, proof.findingId)
  const { finding, actions } = await seenFinding(context, proof.findingId)
  allow(proof.byId === context.me.id)
  const action = found(actions.find(({ id }) => id === proof.actionId))
  refuse(action.closedAt ? ('closedAlready' satisfies FindingRefusal) : null)
  const fileHash = isRecheck(context.me, finding.origin, action) ? (await takePicture(file)).file : file.hash
  const kept = await story.setProofFile(context.tx, proofId, { fileHash, fileName: file.name })
  refuse(kept ? null : ('fileStays' satisfies FindingRefusal))
  return { done: true as const }
}

export async function readActionEvidenceFile(context: Context, { proofId }: One): Promise<Download> {
  const proof = found(await story.proofById(context.tx, proofId))
  await seenFinding(context, proof.findingId)
  const name = found(proof.fileName)
  return { name, type: 'application/octet-stream', body: await keptFiles().read(found(proof.fileHash)) }
}
