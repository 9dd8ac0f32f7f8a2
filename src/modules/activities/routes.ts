import { route } from '../../platform/route.ts'
import { holdersOf } from '../organizations/rules.ts'
import * as actions from './actions.ts'
import * as attendance from './attendance/actions.ts'
import * as attendanceContract from './attendance/contract.ts'
import * as contract from './contract.ts'
import * as declining from './declining/actions.ts'
import * as declineContract from './declining/contract.ts'
import * as doors from './doors/actions.ts'
import * as doorContract from './doors/contract.ts'
import * as kiosks from './doors/kiosks/actions.ts'
import * as kioskContract from './doors/kiosks/contract.ts'
import { getDoor } from './doors/standing/actions.ts'
import * as feeds from './feeds/actions.ts'
import * as feedContract from './feeds/contract.ts'
import * as hours from './hours/actions.ts'
import * as hoursContract from './hours/contract.ts'
import * as seeing from './seeing/actions.ts'
import * as series from './series/actions.ts'
import * as seriesContract from './series/contract.ts'

const planners = holdersOf('planActivities')
const recorders = holdersOf('recordAttendance')
const keepers = holdersOf('managePlaces')

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
  route(declineContract.declineActivity, 'signedIn', declining.declineActivity),
  route(declineContract.comeAfterAll, 'signedIn', declining.comeAfterAll),
  route(seriesContract.previewSeries, planners, series.previewSeries),
  route(attendanceContract.getSheet, 'signedIn', attendance.getSheet),
  route(attendanceContract.recordAttendance, recorders, attendance.recordAttendance),
  route(feedContract.listFeeds, 'signedIn', feeds.listFeeds),
  route(feedContract.createFeed, 'signedIn', feeds.createFeed),
  route(feedContract.renewFeed, 'signedIn', feeds.renewFeed),
  route(feedContract.revokeFeed, 'signedIn', feeds.revokeFeed),
  route(feedContract.readFeed, 'anyone', feeds.readFeed),
  route(doorContract.getDoor, recorders, getDoor),
  route(doorContract.atDoor, 'signedIn', doors.atDoor),
  route(doorContract.passDoor, 'signedIn', doors.passDoor),
  route(doorContract.listAtDoor, recorders, doors.listAtDoor),
  route(doorContract.decideDoorEvent, recorders, doors.decideDoorEvent),
  route(doorContract.myCode, 'signedIn', doors.myCode),
  route(kioskContract.listKiosks, keepers, kiosks.listKiosks),
  route(kioskContract.createKiosk, keepers, kiosks.createKiosk),
  route(kioskContract.renewKiosk, keepers, kiosks.renewKiosk),
  route(kioskContract.revokeKiosk, keepers, kiosks.revokeKiosk),
  route(kioskContract.enrolKiosk, 'anyone', kiosks.enrolKiosk),
  route(kioskContract.kioskDay, 'anyone', kiosks.kioskDay),
  route(kioskContract.tellFromKiosk, 'anyone', kiosks.tellFromKiosk),
  route(hoursContract.myHours, 'signedIn', hours.myHours),
  route(hoursContract.hoursOfPerson, recorders, hours.hoursOfPerson),
  route(hoursContract.hoursOfActivity, 'signedIn', hours.hoursOfActivity),
  route(hoursContract.correctHours, 'signedIn', hours.correctHours),
  route(hoursContract.openCorrections, recorders, hours.openCorrections),
  route(hoursContract.decideHours, recorders, hours.decideHours),
]
