import { aboutOf } from './about.ts'
import { beside, standAcross } from './across.ts'
import type { Row } from './cell.ts'
import { contentShare, type Heading, headingText, isNote, isPrivate, likeness, plainHeading } from './headings.ts'
import { type About, isEnough, type SheetColumn, type SheetKind } from './sheet.ts'
import { sampleSize } from './table.ts'
import { narrow, simplified } from './values/text.ts'
import { yearIn } from './years.ts'

/** Headings read as one kind of table: how well they fit, and whether that is enough. */
export type Candidate = {
  kind: SheetKind
  score: number
  headings: Heading[]
  about: About | undefined
  /** Words of its title that speak for the kind. */
  titled: number
  complete: boolean
  sure: boolean
}

/** What stands around the headings. */
export type Around = { sheet: string; lines: readonly Row[]; title: string; year: number | undefined }

/** The kind that the headings of `rows[index]`, in one row or two, fit best. */
export function bestReading(rows: readonly Row[], index: number, kinds: readonly SheetKind[], around: Around) {
  const upper = rows[index] as Row
  const lower = rows[index + 1]
  const readings = [{ texts: Array.from(upper.cells, (c) => [headingText(c)]), height: 1 }]
  const stacked =
    lower?.cells.some((cell, c) => cell?.filled && cell.text === upper.cells[c]?.text) ||
    upper.cells.some((c) => c?.filled)
  if (lower && stacked) {
    const width = Math.max(upper.cells.length, lower.cells.length)
    const both = Array.from({ length: width }, (_, c) => {
      const [a, b] = [headingText(upper.cells[c]), headingText(lower.cells[c])]
      return a === b || b === '' ? [a] : a === '' ? [b] : [b, a + b]
    })
    readings.push({ texts: both, height: 2 })
  }
  const found = readings.flatMap(({ texts, height }) => {
    const sample = rows.slice(index + height, index + height + sampleSize).filter((row) => !isNote(row))
    return kinds.map((kind) => ({ ...readAs(kind, texts, sample, around), height }))
  })
  const ranked = found.filter((c) => c.complete).sort((a, b) => b.score - a.score)
  const [first] = ranked
  if (!first) return undefined
  const rival = ranked.find((other) => other.kind !== first.kind)
  // What its title calls a sign-in sheet, though it names no day, is hardly a roster.
  const strange = kinds.some(
    (kind) => kind !== first.kind && !first.about && kind.about?.words.test(around.title) && first.titled === 0,
  )
  return { ...first, sure: first.sure && !strange && (!rival || first.score - rival.score >= 1) }
}

type Pair = { column: number; key: SheetColumn; score: number; exact: boolean; word: number }

/** Every column that the words of a heading may mean, and what stands below it can be. */
function pairsOf(kind: SheetKind, texts: string[][], sample: readonly Row[]): Pair[] {
  return texts.flatMap((alternatives, column) => {
    if (alternatives.every((text) => text === '' || isPrivate(text))) return []
    const cells = sample.map((row) => row.cells[column])
    return kind.columns.flatMap((key): Pair[] => {
      const word = Math.max(...alternatives.map((text) => likeness(text, key)))
      if (word === 0 || (key.type === 'mark' && word < 1 && alternatives.some((text) => beside.test(text)))) return []
      const content = contentShare(key, cells)
      // Words alone do not make a phone column out of names.
      if (content !== undefined && content < 0.3 && key.type !== 'text' && !(word === 1 && content > 0)) return []
      const exact = word === 1 && (content ?? 1) >= 0.5
      return [{ column, key, score: word * 0.75 + (content ?? 0.6) * 0.25, exact, word }]
    })
  })
}

/** Each column once, the likeliest pair first. */
function likeliest(pairs: readonly Pair[]): Map<number, Pair> {
  const byColumn = new Map<number, Pair>()
  const taken = new Set<string>()
  for (const pair of [...pairs].sort((a, b) => b.score - a.score)) {
    if (byColumn.has(pair.column) || taken.has(pair.key.key)) continue
    byColumn.set(pair.column, pair)
    taken.add(pair.key.key)
  }
  return byColumn
}

function readAs(kind: SheetKind, texts: string[][], sample: readonly Row[], around: Around): Candidate {
  const byColumn = likeliest(pairsOf(kind, texts, sample))
  const mapped = [...byColumn.values()]
  const taken = new Set(mapped.map((pair) => pair.key.key))
  const headings: Heading[] = texts.map((alternatives, column) => {
    const pair = byColumn.get(column)
    return {
      column,
      text: alternatives[0] ?? '',
      key: pair?.key.key ?? null,
      likeness: pair?.score ?? 0,
      isPrivate: alternatives.some(isPrivate),
    }
  })
  const { sheet, lines, title } = around
  const year = around.year ?? yearIn(title)
  const across = standAcross(kind, headings, texts, sample, title, year)
  const about = across ? undefined : aboutOf(kind, lines, sheet, year)
  const plainTitle = simplified(narrow(title)).replace(/ /g, '').toLowerCase()
  const titled = kind.titles.filter((word) => plainTitle.includes(word.toLowerCase().replace(/ /g, ''))).length
  const only = kind.onlyTitled
  const allowed = !only || only.words.some((w) => plainTitle.includes(w)) || only.orColumns.some((c) => taken.has(c))
  const enough = isEnough(kind, { keys: taken, across: across?.by ?? null, about: about !== undefined })
  const required = (pair: Pair) => pair.key.required || kind.needs.some((set) => set.includes(pair.key.key))
  const levels = (pair: Pair) => kind.levels?.includes(pair.key.key)
  const score =
    mapped.reduce((sum, p) => sum + p.score * (p.key.required ? 2 : levels(p) ? 0.7 : 1), 0) +
    Math.min(titled, 2) * 1.5 +
    (across ? Math.min(across.count, 3) * Math.min(1, across.share + 0.3) : 0) +
    (about ? 2 : 0) -
    unread(headings) * 0.3
  return {
    kind,
    score,
    headings,
    about,
    titled,
    // A row whose cells only resemble headings is one of data.
    complete: enough && allowed && mapped.filter((p) => p.word === 1).length * 2 >= mapped.length,
    sure: mapped.filter(required).every((p) => p.exact) && mapped.every((p) => p.exact || p.score >= 0.75),
  }
}

const unread = (headings: Heading[]) =>
  headings.filter(
    (h) =>
      h.text &&
      !h.key &&
      !h.isPrivate &&
      !h.day &&
      !h.across &&
      !/^(?:序号|编号|no|#|备注)$/i.test(plainHeading(h.text)),
  ).length
