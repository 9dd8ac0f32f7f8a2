import { subscribe } from '../../../platform/events.ts'
import { forgotten, rowsAbout, takesAlong } from '../../../platform/own-data.ts'
import { leaveShifts } from './actions.ts'

const kept = [
  'signup',
  'qualification',
  'minor',
  'volunteer',
  'availability',
  'cover_ask',
  'team_request',
  'helper_consent',
]

export const subscriptions = [
  subscribe(takesAlong, async ({ tx }, { personId, add }) => add(await rowsAbout(tx, personId, kept))),
  subscribe(forgotten, leaveShifts),
]
