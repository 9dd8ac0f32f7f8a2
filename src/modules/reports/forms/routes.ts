import { route } from '../../../platform/route.ts'
import { holdersOf } from '../../organizations/rules.ts'
import * as forms from './keeping/actions.ts'
import { bindList, bindPlace } from './keeping/binding/actions.ts'
import * as form from './keeping/contract.ts'
import * as fills from './keeping/fills/actions.ts'
import * as fill from './keeping/fills/contract.ts'
import { sameQuestions } from './keeping/same/actions.ts'
import * as same from './keeping/same/contract.ts'
import * as schedules from './keeping/schedules/actions.ts'
import * as schedule from './keeping/schedules/contract.ts'

const readers = holdersOf('readFigures')
const writers = holdersOf('writeReports')

export const routes = [
  route(form.listForms, readers, forms.listForms),
  route(form.uploadForm, writers, forms.uploadForm),
  route(same.sameQuestions, readers, sameQuestions),
  route(form.readForm, readers, forms.readForm),
  route(form.changeForm, writers, forms.changeForm),
  route(form.retireForm, writers, forms.retireForm),
  route(form.restoreForm, writers, forms.restoreForm),
  route(form.uploadFormVersion, writers, forms.uploadFormVersion),
  route(form.bindPlace, writers, bindPlace),
  route(form.bindList, writers, bindList),
  route(form.formBlank, readers, forms.formBlank),
  route(schedule.readFormSchedule, readers, schedules.readFormSchedule),
  route(schedule.setFormSchedule, writers, schedules.setFormSchedule),
  route(schedule.endFormSchedule, writers, schedules.endFormSchedule),
  route(fill.listFills, readers, fills.listFills),
  route(fill.fillKeptForm, writers, fills.fillKeptForm),
  route(fill.readFill, readers, fills.readFill),
  route(fill.pictureOfFill, readers, fills.pictureOfFill),
  route(fill.filledForm, readers, fills.filledForm),
]
