import { z } from 'zod'
import { day, done, download, endpoint, nothing, secret } from '../../../platform/endpoint.ts'
import { Figure, Records, Said } from '../../indicators/contract.ts'
import { TrainingOfYear } from '../../learning/record/contract.ts'
import { Seat } from '../contract.ts'
import { State } from '../objectives/contract.ts'

const named = z.object({ id: z.uuid(), name: z.string() })

/** `own` is what the holder writes; on each of the others they may comment. */
export const parts = ['duties', 'objectives', 'findings', 'training', 'own'] as const
export const Part = z.enum(parts)
export type Part = z.output<typeof Part>

export const DossierContent = z.object({
  /** Each stretch of the year in which they held a duty or stood in. */
  duties: z.array(
    named.extend({ organization: z.string(), seat: Seat, fromDate: day, toDate: day.nullable(), days: z.int() }),
  ),
  objectives: z.array(
    z.object({
      id: z.uuid(),
      title: z.string(),
      organization: z.string(),
      state: State,
      target: Said,
      /** Null: confirmed pieces of evidence are counted instead. */
      figure: Figure.nullable(),
      confirmed: z.int(),
      /** It was another's from this day on. */
      handedOverOn: day.nullable(),
    }),
  ),
  /** What reviews of that year found in what they answered for, and how it was put right. */
  findings: z.array(
    z.object({
      id: z.uuid(),
      words: z.string(),
      organization: z.string(),
      raisedOn: day,
      closedOn: day.nullable(),
      actions: z.array(z.object({ what: z.string(), doneOn: day.nullable() })),
    }),
  ),
  training: TrainingOfYear,
  asOf: z.coerce.date(),
})
export type DossierContent = z.output<typeof DossierContent>

const Texts = z.partialRecord(Part, z.string())
export type Texts = z.output<typeof Texts>

export const DossierCard = z.object({
  id: z.uuid(),
  holder: named,
  organization: named,
  year: z.int(),
  commentBy: day,
  eraseOn: day,
  reviewers: z.array(named),
  handedInAt: z.coerce.date().nullable(),
  closedAt: z.coerce.date().nullable(),
})
export type DossierCard = z.output<typeof DossierCard>

export const Dossier = DossierCard.extend({
  closedBy: z.string().nullable(),
  /** As it stands now, or as it was when it was closed. */
  content: DossierContent,
  texts: Texts,
  mayWrite: z.boolean(),
  mayClose: z.boolean(),
})
export type Dossier = z.output<typeof Dossier>

const one = z.object({ dossierId: z.uuid() })

/** The reader's own, and those that they review. */
export const listDossiers = endpoint({
  name: 'listDossiers',
  method: 'GET',
  path: '/api/dossiers',
  input: nothing,
  output: z.object({ dossiers: z.array(DossierCard), mayOpen: z.boolean() }),
})

export const readDossier = endpoint({
  name: 'readDossier',
  method: 'GET',
  path: '/api/dossiers/:dossierId',
  input: one,
  output: Dossier,
})

/** Whoever opens one and is not named does not see it. */
export const openDossier = endpoint({
  name: 'openDossier',
  method: 'POST',
  path: '/api/dossiers',
  input: z.object({
    personId: z.uuid(),
    organizationId: z.uuid(),
    year: z.coerce.number().int().min(2000).max(2200),
    reviewerIds: z.array(z.uuid()).min(1).max(5),
    commentBy: day,
    /** Then it is erased, closed or not. */
    eraseOn: day,
  }),
  output: z.object({ id: z.uuid(), maySee: z.boolean() }),
})

/** By the holder; without words it says nothing any more. What is said here is in no log. */
export const writePart = endpoint({
  name: 'writePart',
  method: 'PUT',
  path: '/api/dossiers/:dossierId/parts/:part',
  input: one.extend({ part: Part, words: secret(z.string().trim().max(5000)) }),
  output: done,
})

/** By the holder: they have nothing to add, or have something to add after all. */
export const handInDossier = endpoint({
  name: 'handInDossier',
  method: 'PUT',
  path: '/api/dossiers/:dossierId/handed-in',
  input: one.extend({ handedIn: z.boolean() }),
  output: done,
})

/** By a reviewer; from then on it stays as it is. */
export const closeDossier = endpoint({
  name: 'closeDossier',
  method: 'POST',
  path: '/api/dossiers/:dossierId/closing',
  input: one,
  output: done,
})

/** The records that a figure of a closed one was counted from, as they stand today. */
export const dossierRecords = endpoint({
  name: 'dossierRecords',
  method: 'GET',
  path: '/api/dossiers/:dossierId/records',
  input: one.extend({
    question: z.string().max(3000),
    limit: z.coerce.number().int().min(1).max(200).default(20),
  }),
  output: Records.extend({ missing: z.int() }),
})

/** In the layout of an official document. */
export const dossierFile = endpoint({
  name: 'dossierFile',
  method: 'GET',
  path: '/api/dossiers/:dossierId/file',
  input: one,
  output: download,
})
