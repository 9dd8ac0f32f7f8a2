import {
  type Period,
  parsePeriod,
  periodBefore,
  periodOf,
  periodText,
  yearBefore,
} from '../../../indicators/period/rules.ts'

const part = /^(?:form|year|toDate|month|quarter|Q[1-4]|H[12]|M(?:0[1-9]|1[0-2])(?:-M(?:0[1-9]|1[0-2]))?)$/

/** A period as a form says it, from its own: 'Q1', 'M01-M06', 'toDate', each also ':yearBefore' or ':periodBefore'. */
export function isFormPeriod(text: string): boolean {
  const [own = '', before, more] = text.split(':')
  if (more !== undefined || (before !== undefined && !isEarlier(before))) return false
  return part.test(own) || parsePeriod(own) !== null
}

const isEarlier = (text: string): boolean => text === 'yearBefore' || text === 'periodBefore'

const lastDay = ({ to }: Period): string =>
  new Date(Date.parse(`${to}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)

function partOf(own: string, form: Period): Period | null {
  const year = form.from.slice(0, 4)
  if (own === 'form') return form
  if (own === 'year') return periodOf('year', form.from)
  if (own === 'month') return periodOf('month', lastDay(form))
  if (own === 'quarter') return periodOf('quarter', lastDay(form))
  if (own === 'toDate') return regular({ kind: 'days', from: `${year}-01-01`, to: form.to })
  const months = /^M(\d\d)-M(\d\d)$/.exec(own)
  if (months) {
    const last = parsePeriod(`${year}-${months[2]}`)
    return last && regular({ kind: 'days', from: `${year}-${months[1]}-01`, to: last.to })
  }
  return parsePeriod(own.startsWith('M') ? `${year}-${own.slice(1)}` : `${year}-${own}`) ?? parsePeriod(own)
}

/** Days that are a whole year, half-year, quarter or month are called so. */
function regular(days: Period): Period {
  const same = (['year', 'half', 'quarter', 'month'] as const)
    .map((kind) => periodOf(kind, days.from))
    .find(({ from, to }) => from === days.from && to === days.to)
  return same ?? days
}

/** The period that a part of a form means when the form is filled for `form`; null when it is none (months that end before they begin). */
export function formPeriod(text: string, form: string): string | null {
  const whole = parsePeriod(form)
  const [own = '', before] = text.split(':')
  const period = whole && partOf(own, whole)
  if (!period || period.from >= period.to) return null
  if (before === 'yearBefore') return periodText(yearBefore(period))
  return periodText(before === 'periodBefore' ? periodBefore(period) : period)
}
