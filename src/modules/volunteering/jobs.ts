import { task } from '../../platform/jobs.ts'
import { askFurther, askTheNext } from './cover/actions.ts'
import { subscriptions as following } from './following/jobs.ts'
import { subscriptions as leaving } from './leaving/jobs.ts'
import { tasks as skillTasks } from './people/skills/jobs.ts'
import { lapse, lapseOffers } from './signing/moving/actions.ts'
import { subscriptions as telling, tasks as tellingTasks } from './telling/actions.ts'
import { subscriptions as tellingTeams } from './telling/teams/actions.ts'
import { subscriptions as templates } from './templates/jobs.ts'

export const subscriptions = [...leaving, ...telling, ...tellingTeams, ...following, ...templates]

/** When an offer or an ask ends, and in case one was missed, every quarter of an hour. */
export const tasks = [
  task(lapseOffers, lapse, '*/15 * * * *'),
  task(askFurther, askTheNext, '7,22,37,52 * * * *'),
  ...skillTasks,
  ...tellingTasks,
]
