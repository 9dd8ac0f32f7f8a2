import type { Ask, Unit } from '../contract.ts'

type Asked = Pick<Ask, 'measure' | 'as' | 'against'>
type Kind = 'time' | 'share' | 'number'

const times = new Set(['minutes', 'minutesEach', 'medianMinutes'])
const shares = new Set(['attendance', 'fillRate', 'noShowRate'])

export function kindOf({ measure, as, against }: Asked): Kind {
  if (against && as === 'growth') return 'share'
  return times.has(measure) ? 'time' : shares.has(measure) ? 'share' : 'number'
}

/** How a figure is usually written in a form. */
const usual: Record<Kind, Unit> = { time: 'hours', share: 'percent', number: 'plain' }

/** The unit that stays when something else is asked, if it still means anything. */
export const unitAfter = (before: Asked, unit: Unit, asked: Asked): Unit =>
  kindOf(before) === kindOf(asked) ? unit : usual[kindOf(asked)]
