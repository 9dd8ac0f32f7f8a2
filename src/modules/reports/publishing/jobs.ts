import { task } from '../../../platform/jobs.ts'
import { drawPdf, drawPublishedPdf } from './actions.ts'

export const tasks = [task(drawPdf, drawPublishedPdf)]
