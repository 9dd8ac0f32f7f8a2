import { task } from '../../platform/jobs.ts'
import { askFurther, askTheNext } from './cover/actions.ts'
import { tasks as skillTasks } from './people/skills/jobs.ts'
import { lapse, lapseOffers } from './signing/moving/actions.ts'
import { tasks as tellingTasks } from './telling/actions.ts'

export { subscriptions } from './telling/actions.ts'

/** When an offer or an ask ends, and in case one was missed, every quarter of an hour. */
export const tasks = [
  task(lapseOffers, lapse, '*/15 * * * *'),
  task(askFurther, askTheNext, '7,22,37,52 * * * *'),
  ...skillTasks,
  ...tellingTasks,
]
