import { route } from '../../../platform/route.ts'
import { holdersOf } from '../../organizations/rules.ts'
import * as comments from './comments/actions.ts'
import * as comment from './comments/contract.ts'
import * as drafts from './drafts/actions.ts'
import * as draft from './drafts/contract.ts'
import * as history from './history/actions.ts'
import * as past from './history/contract.ts'
import * as pictures from './pictures/actions.ts'
import * as picture from './pictures/contract.ts'
import * as schedules from './schedules/actions.ts'
import * as schedule from './schedules/contract.ts'
import * as templates from './templates/actions.ts'
import * as template from './templates/contract.ts'
import * as updates from './updates/actions.ts'
import * as update from './updates/contract.ts'
import * as versions from './versions/actions.ts'
import * as version from './versions/contract.ts'

const readers = holdersOf('readFigures')
const writers = holdersOf('writeReports')

export const routes = [
  route(draft.listReports, readers, drafts.listReports),
  route(draft.readReport, readers, drafts.readReport),
  route(draft.readSettledReport, readers, drafts.readSettledReport),
  route(draft.createReport, writers, drafts.createReport),
  route(draft.changeReport, writers, drafts.changeReport),
  route(draft.deleteReport, writers, drafts.deleteReport),
  route(draft.bringBackReport, writers, drafts.bringBackReport),
  route(update.readUpdates, readers, updates.readUpdates),
  route(update.addUpdate, writers, updates.addUpdate),
  route(past.readHistory, readers, history.readHistory),
  route(version.listVersions, readers, versions.listVersions),
  route(version.nameVersion, writers, versions.nameVersion),
  route(version.removeVersion, writers, versions.removeVersion),
  route(version.compareMoments, readers, versions.compareMoments),
  route(version.readMoment, readers, versions.readMoment),
  route(comment.listThreads, writers, comments.listThreads),
  route(comment.beginThread, writers, comments.beginThread),
  route(comment.answerThread, writers, comments.answerThread),
  route(comment.resolveThread, writers, comments.resolveThread),
  route(comment.changeComment, writers, comments.changeComment),
  route(comment.deleteComment, writers, comments.deleteComment),
  route(picture.addPicture, writers, pictures.addPicture),
  route(picture.readPicture, readers, pictures.readPicture),
  route(template.listTemplates, writers, templates.listTemplates),
  route(template.saveAsTemplate, writers, templates.saveAsTemplate),
  route(template.renameTemplate, writers, templates.renameTemplate),
  route(template.retireTemplate, writers, templates.retireTemplate),
  route(schedule.listSchedules, writers, schedules.listSchedules),
  route(schedule.setSchedule, writers, schedules.setSchedule),
  route(schedule.endSchedule, writers, schedules.endSchedule),
]
