import type { Unit } from '../contract.ts'
import type { Style } from '../package/styles/rules.ts'

const places = (value: number, digits: number): number => Number(value.toFixed(digits))

/** A figure's value in the unit that the form asks for. Only what a cell's format does not round is rounded here. */
export function inUnit(value: number, unit: Unit, style?: Style): number {
  const fine = style === undefined || style.decimals === null
  if (unit === 'hours') return places(value / 60, fine ? 2 : 10)
  if (unit === 'days') return places(value / 480, fine ? 2 : 10)
  if (unit === 'percent') return places(value * 100, fine ? 1 : 8)
  if (unit === 'tenThousands') return places(value / 10_000, fine ? 4 : 10)
  return unit === 'fraction' ? places(value, 10) : places(value, fine && unit === 'plain' ? 2 : 10)
}

/** The same in the middle of a sentence: a share as per cent, hours with at most one decimal. */
export function inSentence(value: number, unit: Unit, after: string): string {
  if (unit === 'percent' || unit === 'fraction') {
    const share = String(places(value * 100, 1))
    return /^\s*[%％]/.test(after) || /^\s*per\s?cent/i.test(after) ? share : `${share}%`
  }
  return String(places(inUnit(value, unit), unit === 'hours' ? 1 : 2))
}

const epoch = Date.UTC(1899, 11, 30)

/** A day or a moment on the wall as a workbook counts it. */
export function serialOf(iso: string, from1904: boolean): number {
  const [day = '', time = '00:00'] = iso.split('T')
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  const days = (Date.parse(`${day}T00:00:00Z`) - epoch) / 86_400_000 - (from1904 ? 1462 : 0)
  return days + (hours * 60 + minutes) / 1440
}

/** Does a format of dates show a time of day? */
export const showsTime = (code: string): boolean => /h/i.test(code.replace(/"[^"]*"/g, ''))
