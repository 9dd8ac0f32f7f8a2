import { offsetMinutes } from '../../../platform/zone.ts'

/** May they have a link to this organization's calendar? What is in it is judged again each time it is read. */
export const mayFollow = (paths: readonly string[], organizationPath: string): boolean =>
  paths.some((own) => organizationPath.startsWith(own) || own.startsWith(organizationPath))

const hour = 3_600_000

/** A zone as RFC 5545 wants it: each change of its clock between two instants, written out. */
export function vtimezone(zone: string, from: Date, to: Date): string {
  const changes = [{ at: from, before: offsetMinutes(zone, from), after: offsetMinutes(zone, from) }]
  for (let at = from.getTime(); at < to.getTime(); at += 24 * hour) {
    const before = offsetMinutes(zone, new Date(at))
    const after = offsetMinutes(zone, new Date(at + 24 * hour))
    if (before !== after) changes.push({ at: changeBetween(zone, at, at + 24 * hour), before, after })
  }
  const least = Math.min(...changes.map((one) => one.after))
  const parts = changes.flatMap(({ at, before, after }) => {
    const kind = after > least ? 'DAYLIGHT' : 'STANDARD'
    // The clock as it showed before it changed.
    const shown = new Date(at.getTime() + before * 60_000).toISOString().slice(0, 19).replace(/[-:]/g, '')
    return [
      `BEGIN:${kind}`,
      `DTSTART:${shown}`,
      `TZOFFSETFROM:${offset(before)}`,
      `TZOFFSETTO:${offset(after)}`,
      `END:${kind}`,
    ]
  })
  return ['BEGIN:VTIMEZONE', `TZID:${zone}`, ...parts, 'END:VTIMEZONE'].join('\r\n')
}

function changeBetween(zone: string, from: number, to: number): Date {
  const before = offsetMinutes(zone, new Date(from))
  let [low, high] = [from, to]
  while (high - low > 60_000) {
    const middle = Math.floor((low + high) / 120_000) * 60_000
    if (offsetMinutes(zone, new Date(middle)) === before) low = middle
    else high = middle
  }
  return new Date(high)
}

function offset(minutes: number): string {
  const size = Math.abs(minutes)
  const two = (n: number): string => String(n).padStart(2, '0')
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}${two(size % 60)}`
}
