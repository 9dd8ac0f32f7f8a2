import { z } from 'zod'
import { day, done, download, endpoint, nothing, storedFile } from '../../../../platform/endpoint.ts'

export const Skill = z.object({
  id: z.uuid(),
  name: z.string(),
  /** counts only once somebody else has confirmed it */
  needsProof: z.boolean(),
  /** how many hold it today, as far as it counts */
  people: z.int(),
})
export type Skill = z.output<typeof Skill>

export const listSkills = endpoint({
  name: 'listSkills',
  method: 'GET',
  path: '/api/skills',
  input: nothing,
  output: z.array(Skill),
})

const SkillFields = z.object({ name: z.string().trim().min(1).max(60), needsProof: z.boolean().default(false) })
const skill = { skillId: z.uuid() }

export const createSkill = endpoint({
  name: 'createSkill',
  method: 'POST',
  path: '/api/skills',
  input: SkillFields,
  output: z.array(Skill),
})

export const changeSkill = endpoint({
  name: 'changeSkill',
  method: 'PUT',
  path: '/api/skills/:skillId',
  input: SkillFields.extend(skill),
  output: z.array(Skill),
})

/** Only while nobody holds it and no shift asks for it. */
export const removeSkill = endpoint({
  name: 'removeSkill',
  method: 'DELETE',
  path: '/api/skills/:skillId',
  input: z.object(skill),
  output: done,
})

/** A skill that somebody holds from its first day up to, and not including, `toDate`; null is open. */
export const Qualification = z.object({
  id: z.uuid(),
  personId: z.uuid(),
  skillId: z.uuid(),
  skillName: z.string(),
  needsProof: z.boolean(),
  fromDate: day,
  toDate: day.nullable(),
  /** The name of the file that proves it. Null also when the reader may not know. */
  proof: z.string().nullable(),
  confirmedBy: z.string().nullable(),
  confirmedAt: z.coerce.date().nullable(),
  mayConfirm: z.boolean(),
})
export type Qualification = z.output<typeof Qualification>

const QualificationFields = z.object({ skillId: z.uuid(), fromDate: day, toDate: day.nullable().default(null) })
const one = { qualificationId: z.uuid() }

export const addQualification = endpoint({
  name: 'addQualification',
  method: 'POST',
  path: '/api/people/:personId/qualifications',
  input: QualificationFields.extend({ personId: z.uuid() }),
  output: Qualification,
})

/** Whoever changes what was confirmed asks for a new confirmation. */
export const changeQualification = endpoint({
  name: 'changeQualification',
  method: 'PUT',
  path: '/api/qualifications/:qualificationId',
  input: QualificationFields.omit({ skillId: true }).extend(one),
  output: Qualification,
})

export const removeQualification = endpoint({
  name: 'removeQualification',
  method: 'DELETE',
  path: '/api/qualifications/:qualificationId',
  input: z.object(one),
  output: done,
})

export const addProof = endpoint({
  name: 'addProof',
  method: 'POST',
  path: '/api/qualifications/:qualificationId/proof',
  upload: true,
  input: z.object({ ...one, file: storedFile }),
  output: Qualification,
})

/** For the person and for those who confirm, and for nobody else. */
export const readProof = endpoint({
  name: 'readProof',
  method: 'GET',
  path: '/api/qualifications/:qualificationId/proof',
  input: z.object(one),
  output: download,
})

/** `onPaper`: there is no file; whoever confirms has held the paper in their hands. */
export const confirmQualification = endpoint({
  name: 'confirmQualification',
  method: 'POST',
  path: '/api/qualifications/:qualificationId/confirm',
  input: z.object({ ...one, onPaper: z.boolean().default(false) }),
  output: Qualification,
})

/** What waits for a second person, where the reader confirms. */
export const qualificationsToConfirm = endpoint({
  name: 'qualificationsToConfirm',
  method: 'GET',
  path: '/api/qualifications/to-confirm',
  input: nothing,
  output: z.array(Qualification.extend({ personName: z.string() })),
})
