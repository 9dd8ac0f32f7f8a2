import type { Values, Words } from '../../../../platform/i18n.ts'
import type { Dossier, Part } from '../contract.ts'
import { dossierWords as words } from '../messages.ts'

export type Sums = Record<Exclude<Part, 'own'>, readonly [Words, Values]>

/** Each part in one sentence; page and file say the same. Counts of work alone: nothing is added up to a mark. */
export function sumsOf({ holder, year, content }: Pick<Dossier, 'holder' | 'year' | 'content'>): Sums {
  const { duties, objectives, findings, training } = content
  const seats = (wanted: string) => new Set(duties.flatMap(({ id, seat }) => (seat === wanted ? id : []))).size
  const states = (wanted: string) => objectives.filter(({ state }) => state === wanted).length
  const courses = (wanted: string) => training.courses.filter(({ state }) => state === wanted).length
  const { attended, madeUp, minutes } = training.sessions
  return {
    duties:
      duties.length === 0
        ? [words.noDuties, {}]
        : [
            words.dutiesSum,
            { name: holder.name, year: String(year), holds: seats('holder'), deputizes: seats('deputy') },
          ],
    objectives:
      objectives.length === 0
        ? [words.noObjectives, {}]
        : [
            words.objectivesSum,
            {
              all: objectives.length,
              met: states('met'),
              onTrack: states('onTrack'),
              atRisk: states('atRisk'),
              late: states('late'),
            },
          ],
    findings:
      findings.length === 0
        ? [words.noFindings, {}]
        : [
            words.findingsSum,
            { all: findings.length, closed: findings.filter(({ closedOn }) => closedOn !== null).length },
          ],
    training:
      training.courses.length + attended + madeUp === 0
        ? [words.noTraining, {}]
        : [
            words.trainingSum,
            {
              asked: training.courses.length,
              done: courses('done'),
              exempt: courses('exempt'),
              sessions: attended,
              hours: Math.round(minutes / 6) / 10,
              madeUp,
            },
          ],
  }
}
