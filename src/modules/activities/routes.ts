import { route } from '../../platform/route.ts'
import { holdersOf } from '../organizations/rules.ts'
import * as actions from './actions.ts'
import * as attendance from './attendance/actions.ts'
import * as attendanceContract from './attendance/contract.ts'
import * as contract from './contract.ts'
import * as feeds from './feeds/actions.ts'
import * as feedContract from './feeds/contract.ts'
import * as seeing from './seeing/actions.ts'
import * as series from './series/actions.ts'
import * as seriesContract from './series/contract.ts'

const planners = holdersOf('planActivities')

export const routes = [
  route(contract.listActivities, 'signedIn', seeing.listActivities),
  route(contract.searchActivities, 'signedIn', seeing.searchActivities),
  route(contract.myDay, 'signedIn', seeing.myDay),
  route(contract.yearOfActivities, 'signedIn', seeing.yearOfActivities),
  route(contract.getActivity, 'signedIn', seeing.getActivity),
  route(contract.createActivity, planners, actions.createActivity),
  route(contract.changeActivity, planners, actions.changeActivity),
  route(contract.cancelActivity, planners, actions.cancelActivity),
  route(contract.restoreActivity, planners, actions.restoreActivity),
  route(contract.invitePeople, planners, actions.invitePeople),
  route(contract.uninvitePerson, planners, actions.uninvitePerson),
  route(seriesContract.previewSeries, planners, series.previewSeries),
  route(attendanceContract.getSheet, 'signedIn', attendance.getSheet),
  route(attendanceContract.recordAttendance, holdersOf('recordAttendance'), attendance.recordAttendance),
  route(feedContract.listFeeds, 'signedIn', feeds.listFeeds),
  route(feedContract.createFeed, 'signedIn', feeds.createFeed),
  route(feedContract.renewFeed, 'signedIn', feeds.renewFeed),
  route(feedContract.revokeFeed, 'signedIn', feeds.revokeFeed),
  route(feedContract.readFeed, 'anyone', feeds.readFeed),
]
