import { z } from 'zod'
import { day, done, download, endpoint, storedFile } from '../../../platform/endpoint.ts'
import { onHolidayChoices } from '../../activities/series/rules.ts'
import { Floor } from '../../places/contract.ts'
import { Answers, Content } from '../checklists/contract.ts'
import { Grade } from '../findings/contract.ts'

const named = z.object({ id: z.uuid(), name: z.string() })
export const checkStates = ['late', 'due', 'ahead', 'done'] as const

/** A check of one of the office's own stations or rooms; no other place is ever checked. */
const CheckLine = z.object({
  id: z.uuid(),
  checklist: named,
  place: named,
  /** the station around a room */
  station: z.string().nullable(),
  plannedOn: day,
  dueOn: day,
  state: z.enum(checkStates),
  doneAt: z.coerce.date().nullable(),
  doneBy: z.string().nullable(),
  percent: z.number().nullable(),
  passed: z.boolean().nullable(),
})
export type CheckLine = z.output<typeof CheckLine>

/** Where on the picture of the floor, from its left and its top, each of 1. */
export const Pin = z.object({ x: z.number().min(0).max(1), y: z.number().min(0).max(1) })
export type Pin = z.output<typeof Pin>

const mark = z.string().max(40)
export const Hazard = z.object({
  questionId: mark,
  grade: Grade,
  words: z.string().trim().max(500).default(''),
  /** the place that was checked, or a room in it */
  placeId: z.uuid(),
  pin: Pin.nullable().default(null),
  ownerId: z.uuid(),
  dueOn: day,
})
export type Hazard = z.output<typeof Hazard>

export const FoundHazard = z.object({
  questionId: z.string(),
  findingId: z.uuid(),
  words: z.string(),
  grade: Grade,
  place: named,
  pin: Pin.nullable(),
  owner: z.string().nullable(),
  dueOn: day.nullable(),
  closedAt: z.coerce.date().nullable(),
  closedBy: z.string().nullable(),
})
export type FoundHazard = z.output<typeof FoundHazard>

const Photo = z.object({ id: z.uuid(), questionId: z.string().nullable(), arrived: z.boolean() })

export const Check = CheckLine.extend({
  version: z.int(),
  content: Content,
  /** the place itself and the rooms in it, on whose floors one can point */
  rooms: z.array(named.extend({ floor: Floor.nullable() })),
  /** who may answer for what is not in order */
  people: z.array(named),
  answers: Answers.nullable(),
  hazards: z.array(FoundHazard),
  photos: z.array(Photo),
  mayDo: z.boolean(),
})
export type Check = z.output<typeof Check>

const one = z.object({ checkId: z.uuid() })

export const listChecks = endpoint({
  name: 'listChecks',
  method: 'GET',
  path: '/api/safety-checks',
  input: z.object({
    state: z.enum(['open', 'done']).default('open'),
    placeId: z.uuid().optional(),
    offset: z.coerce.number().int().min(0).default(0),
  }),
  output: z.object({ checks: z.array(CheckLine), more: z.boolean(), mayPlan: z.boolean() }),
})

/** One that nobody planned, today. */
export const startCheck = endpoint({
  name: 'startCheck',
  method: 'POST',
  path: '/api/safety-checks',
  input: z.object({ checklistId: z.uuid(), placeId: z.uuid() }),
  output: z.object({ id: z.uuid() }),
})

export const seeCheck = endpoint({
  name: 'seeCheck',
  method: 'GET',
  path: '/api/safety-checks/:checkId',
  input: one,
  output: Check,
})

/** Whole, once: what comes again under the same key is the same. Photos are named here and come by themselves, in any order. */
export const handInCheck = endpoint({
  name: 'handInCheck',
  method: 'POST',
  path: '/api/safety-checks/:checkId/answers',
  input: one.extend({
    key: z.uuid(),
    version: z.int().min(1).max(100_000),
    answers: Answers,
    hazards: z.array(Hazard).max(200).default([]),
    photos: z
      .array(z.object({ id: z.uuid(), questionId: mark.nullable().default(null) }))
      .max(100)
      .default([]),
    doneAt: z.coerce.date(),
  }),
  output: done,
})
export type HandIn = z.output<(typeof handInCheck)['input']>

/** The phone gives each photo its id: the same one sent again is the same photo. */
export const addCheckPhoto = endpoint({
  name: 'addCheckPhoto',
  method: 'POST',
  path: '/api/safety-checks/:checkId/photos/:shotId',
  input: one.extend({ shotId: z.uuid(), file: storedFile }),
  upload: true,
  output: done,
})

export const readCheckPhoto = endpoint({
  name: 'readCheckPhoto',
  method: 'GET',
  path: '/api/safety-checks/:checkId/photos/:shotId',
  input: one.extend({ shotId: z.uuid() }),
  output: download,
})

export const printCheck = endpoint({
  name: 'printCheck',
  method: 'GET',
  path: '/api/safety-checks/:checkId/print',
  input: one,
  output: download,
})

/** What was found in a station and its rooms, by room and by kind of fault, the latest first. */
export const hazardHistory = endpoint({
  name: 'hazardHistory',
  method: 'GET',
  path: '/api/places/:placeId/hazards',
  input: z.object({ placeId: z.uuid() }),
  output: z.object({
    place: named,
    hazards: z.array(FoundHazard.extend({ checkId: z.uuid(), fault: z.string().nullable(), foundAt: z.coerce.date() })),
  }),
})
export type History = z.output<(typeof hazardHistory)['output']>

const CheckPlan = z.object({
  id: z.uuid(),
  checklist: named,
  place: named,
  rule: z.string(),
  firstDate: day,
  onHoliday: z.enum(onHolidayChoices),
  days: z.int(),
  next: day.nullable(),
  mayChange: z.boolean(),
})
export type CheckPlan = z.output<typeof CheckPlan>

export const listCheckPlans = endpoint({
  name: 'listCheckPlans',
  method: 'GET',
  path: '/api/check-plans',
  input: z.object({}),
  output: z.array(CheckPlan),
})

export const planChecks = endpoint({
  name: 'planChecks',
  method: 'POST',
  path: '/api/check-plans',
  input: z.object({
    checklistId: z.uuid(),
    placeId: z.uuid(),
    rule: z.string().max(200),
    firstDate: day,
    onHoliday: z.enum(onHolidayChoices).default('nextWorkday'),
    days: z.int().min(0).max(60).default(2),
  }),
  output: z.object({ id: z.uuid() }),
})

/** What it planned for days to come falls away; what was done stays. */
export const endCheckPlan = endpoint({
  name: 'endCheckPlan',
  method: 'POST',
  path: '/api/check-plans/:checkPlanId/end',
  input: z.object({ checkPlanId: z.uuid() }),
  output: done,
})
