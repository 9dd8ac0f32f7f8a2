import { subscribe } from '../../../platform/events.ts'
import { forgotten, rowsAbout, takesAlong } from '../../../platform/own-data.ts'
import { yearsOf } from '../record/actions.ts'
import { forget } from './actions.ts'
import { answersBy } from './queries.ts'

const kept = [
  'study_reading',
  'made_up',
  'course_member',
  'course_progress',
  'course_completion',
  'course_exemption',
  'quiz_attempt',
  'quiz_extra',
  'contest_entrant',
  'contest_place',
]

export const subscriptions = [
  subscribe(takesAlong, async (context, { personId, add }) => {
    add(await rowsAbout(context.tx, personId, kept))
    add({ quiz_answer: await answersBy(context.tx, personId) })
    // What a team won stands with the team; here it is theirs as well.
    add({ learning_record: await yearsOf(context, personId) })
  }),
  subscribe(forgotten, (context, { personId }) => forget(context, personId)),
]
