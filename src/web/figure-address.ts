import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'

/** A question as it stands in an address: `figure=activity.count 2023  kind=study`. */
export type AskedFigure = {
  fact: string
  measure: string
  period: string
  filter?: string | undefined
  scope?: string | undefined
  against?: (typeof earlier)[number] | undefined
  as?: (typeof changes)[number] | undefined
}
const earlier = ['yearBefore', 'periodBefore'] as const
const changes = ['difference', 'growth'] as const

/** A change has the earlier period behind its measure: `activity.count.yearBefore.growth 2023`. */
export const figureText = ({ fact, measure, against, as, period, filter, scope }: AskedFigure): string => {
  const name = [fact, measure, ...(against ? [against, as ?? 'difference'] : [])].join('.')
  return [name, period, scope ?? '', filter ?? ''].join(' ').trimEnd()
}

/** Null when an address was cut off or typed wrong. */
export function readFigure(text: string): AskedFigure | null {
  const [name = '', period = '', scope = '', ...filter] = text.split(' ')
  const [fact, measure, before, change] = name.split('.')
  if (!fact || !measure || !period) return null
  const against = earlier.find((one) => one === before)
  const as = against && changes.find((one) => one === change)
  return { fact, measure, period, scope: scope || undefined, filter: filter.join(' ') || undefined, against, as }
}

/** Opens the one panel that shows what is behind a number, on whatever page; it stays in the address. */
export function useOpenFigure(): (question: AskedFigure | null) => void {
  const navigate = useNavigate()
  return useCallback(
    (question) => {
      const figure = question ? figureText(question) : undefined
      void navigate({
        to: '.',
        search: ((now: Record<string, unknown>) => ({ ...now, figure })) as never,
        replace: !question,
        resetScroll: false,
      })
    },
    [navigate],
  )
}

/** Whatever figure the address says is open. */
export function useOpenedFigure(): AskedFigure | null {
  const { figure } = useSearch({ strict: false }) as { figure?: string }
  return figure ? readFigure(figure) : null
}
