import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'

/** A question as it stands in an address: `figure=activity.count 2023 kind=study`. */
export type AskedFigure = {
  fact: string
  measure: string
  period: string
  filter?: string | undefined
  scope?: string | undefined
}

export const figureText = ({ fact, measure, period, filter, scope }: AskedFigure): string =>
  [`${fact}.${measure}`, period, scope ?? '', filter ?? ''].join(' ').trimEnd()

/** Null when an address was cut off or typed wrong. */
export function readFigure(text: string): AskedFigure | null {
  const [name = '', period = '', scope = '', ...filter] = text.split(' ')
  const [fact, measure] = name.split('.')
  if (!fact || !measure || !period) return null
  return { fact, measure, period, scope: scope || undefined, filter: filter.join(' ') || undefined }
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
