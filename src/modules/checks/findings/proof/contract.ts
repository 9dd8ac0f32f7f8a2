import { z } from 'zod'
import { done, download, endpoint, storedFile } from '../../../../platform/endpoint.ts'

export const addActionEvidence = endpoint({
  name: 'addActionEvidence',
  method: 'POST',
  path: '/api/corrective-actions/:actionId/evidence',
  input: z.object({ actionId: z.uuid(), words: z.string().trim().min(1).max(1000) }),
  output: z.object({ id: z.uuid() }),
})

const piece = z.object({ proofId: z.uuid() })

export const addActionEvidenceFile = endpoint({
  name: 'addActionEvidenceFile',
  method: 'POST',
  path: '/api/action-evidence/:proofId/file',
  upload: true,
  input: piece.extend({ file: storedFile }),
  output: done,
})

export const readActionEvidenceFile = endpoint({
  name: 'readActionEvidenceFile',
  method: 'GET',
  path: '/api/action-evidence/:proofId/file',
  input: piece,
  output: download,
})
