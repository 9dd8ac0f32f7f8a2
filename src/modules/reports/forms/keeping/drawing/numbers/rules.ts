import { showsTime } from '../../../filling/rules.ts'
import type { Style } from '../../../package/styles/rules.ts'

const epoch = Date.UTC(1899, 11, 30)

/** A number as its cell's format shows it: shares, days, so many decimals. */
export function shownNumber(value: number, { kind, code, decimals }: Style, from1904: boolean): string {
  if (kind === 'percent') return `${(value * 100).toFixed(decimals ?? 0)}%`
  if (kind === 'date' || kind === 'time') {
    const moment = new Date(epoch + Math.round((value + (from1904 ? 1462 : 0)) * 1440) * 60_000).toISOString()
    return showsTime(code) ? moment.slice(0, 16).replace('T', ' ') : moment.slice(0, 10)
  }
  return decimals === null ? String(Number(value.toPrecision(10))) : value.toFixed(decimals)
}
