import type { Cell } from '../cell.ts'
import { narrow, type Read, simplified, withDigits } from './text.ts'

export type Unit = 'hours' | 'minutes'

const hours = '(?:个)?(?:小时|钟头|hours?|hrs?|h|时)'
const minutes = '(?:分钟|分|minutes?|mins?|m)'

/** How long something took, in whole minutes. A bare number is in the column's unit. */
export function readLength(cell: Cell, unit: Unit = 'hours'): Read<number> {
  if (cell.kind === 'time') return within(cell.minutes)
  if (cell.kind === 'number') return within(unit === 'hours' ? cell.number * 60 : cell.number)
  if (cell.kind !== 'text') return { problem: cell.kind === 'error' ? 'cellError' : 'badLength' }
  const plain = withDigits(simplified(narrow(cell.text)))
    .replace(/^[约共计合]+|左右$|\/人$/g, '')
    .replace(/\s+/g, '')
    .toLowerCase()
  if (/^(半天|一?整?天|1天|半日)$/.test(plain)) return { problem: 'halfDayUnclear' }
  const clock = /^(\d{1,3}):(\d{2})$/.exec(plain)
  if (clock) return Number(clock[2]) < 60 ? within(Number(clock[1]) * 60 + Number(clock[2])) : { problem: 'badLength' }
  if (/^\d*\.?\d+$/.test(plain)) return within(Number(plain) * (unit === 'hours' ? 60 : 1))
  if (/^半(个)?(小时|钟头)$/.test(plain)) return within(30)
  const half = new RegExp(`^(\\d+)(?:个半(?:小时|钟头)|${hours}半)$`).exec(plain)
  if (half) return within(Number(half[1]) * 60 + 30)
  const both = new RegExp(`^(?:(\\d*\\.?\\d+)${hours})?(?:零|又)?(?:(\\d*\\.?\\d+)${minutes}?)?$`).exec(plain)
  if (both?.[1] || (both?.[2] && new RegExp(`${minutes}$`).test(plain)))
    return within(Number(both[1] ?? 0) * 60 + Number(both[2] ?? 0))
  return { problem: 'badLength' }
}

function within(value: number): Read<number> {
  const whole = Math.round(value)
  return value >= 0 && whole <= 1440 && Math.abs(value - whole) < 0.51 ? { value: whole } : { problem: 'badLength' }
}
