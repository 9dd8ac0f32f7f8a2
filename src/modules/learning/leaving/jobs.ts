import { subscribe } from '../../../platform/events.ts'
import { forgotten, rowsAbout, takesAlong } from '../../../platform/own-data.ts'
import { withoutName } from './queries.ts'

const kept = [
  'study_reading',
  'made_up',
  'course_member',
  'course_progress',
  'course_exemption',
  'quiz_attempt',
  'quiz_extra',
  'contest_entrant',
  'contest_place',
]

export const subscriptions = [
  subscribe(takesAlong, async ({ tx }, { personId, add }) => add(await rowsAbout(tx, personId, kept))),
  subscribe(forgotten, ({ tx }, { personId }) => withoutName(tx, personId)),
]
