import type { ComparedLine } from '../../contract.ts'

/** Where nobody writes: the last private plane, a place for each letter of sixteen bits. */
const plane = 0x10_0000

/** A letter that equals no other while two texts are compared, even where both say the same. */
export const marked = (letter: string): string => String.fromCodePoint(plane + letter.charCodeAt(0))

const plain = (text: string): string =>
  text.replaceAll(/[\u{100000}-\u{10FFFF}]/gu, (one) => String.fromCharCode((one.codePointAt(0) ?? 0) - plane))

/** What was compared, with its letters as they are. */
export const unmarked = (line: ComparedLine): ComparedLine => ({
  ...line,
  under: plain(line.under),
  runs: line.runs.map(({ as, piece }) => ({
    as,
    piece: piece.type === 'text' ? { ...piece, text: plain(piece.text) } : piece,
  })),
})
