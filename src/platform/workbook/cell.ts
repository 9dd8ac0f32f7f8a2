/** What stands in one cell, already freed of how the program stored it. */
export type Cell =
  | { kind: 'text'; text: string; filled?: true }
  | { kind: 'number'; number: number; text: string; filled?: true }
  /** `iso` is a day, or a day with a time of day: 2023-03-05, 2023-03-05T09:30 */
  | { kind: 'date'; iso: string; text: string; filled?: true }
  /** A time of day, or (`length`) a span such as [h]:mm. */
  | { kind: 'time'; minutes: number; length: boolean; text: string; filled?: true }
  | { kind: 'boolean'; value: boolean; text: string; filled?: true }
  | { kind: 'error'; text: string; filled?: true }

/** Cells by column, from 0; a hole is an empty cell. `filled` marks what a merged cell says for those under it. */
export type Row = { number: number; hidden: boolean; cells: (Cell | undefined)[] }

/** The most columns that are read; beyond them stands nothing that an office keeps. */
export const maxColumns = 1024

export const textOf = (cell: Cell | undefined): string => cell?.text ?? ''

export function columnLetters(column: number): string {
  let rest = column + 1
  let letters = ''
  while (rest > 0) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
    rest = Math.floor((rest - 1) / 26)
  }
  return letters
}

/** `B12` → column 1, row 12. Undefined when it is no reference. */
export function parseReference(reference: string): { column: number; row: number } | undefined {
  const match = /^\$?([A-Za-z]{1,3})\$?(\d{1,8})$/.exec(reference)
  if (!match?.[1] || !match[2]) return undefined
  let column = 0
  for (const letter of match[1].toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64
  return { column: column - 1, row: Number(match[2]) }
}

const day = 86_400_000
const pad = (n: number) => String(n).padStart(2, '0')

/** Excel's day number, which believes in 29 February 1900; with `from1904`, the old Macintosh count. */
export function isoOfSerial(serial: number, from1904: boolean): string | undefined {
  const counted = from1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial
  if (!(counted >= 0 && counted < 2_958_466)) return undefined
  const minutes = Math.round(counted * 1440)
  const at = new Date(Date.UTC(1899, 11, 30) + Math.floor(minutes / 1440) * day)
  const date = at.toISOString().slice(0, 10)
  const rest = minutes % 1440
  return rest === 0 ? date : `${date}T${pad(Math.floor(rest / 60))}:${pad(rest % 60)}`
}

/** A number as a person typed it: no binary dust, no exponent. */
export function textOfNumber(value: number): string {
  const clean = Number(value.toPrecision(15))
  return Number.isInteger(clean) && Math.abs(clean) < 1e21 ? clean.toFixed(0) : String(clean)
}

/** The texts of a row, each once. */
export const distinctTexts = (row: Row): string[] => [
  ...new Set(row.cells.filter((cell) => cell !== undefined).map((cell) => cell.text.trim())),
]

/** The row as if only the columns from `left` to `right` were there. */
export const within = (row: Row, left: number, right: number): Row => ({
  ...row,
  cells: row.cells.slice(0, right + 1).map((cell, column) => (column < left ? undefined : cell)),
})
