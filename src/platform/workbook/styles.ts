import { type Archive, limits, pieces } from './archive.ts'
import { readXml } from './xml.ts'

export type NumberKind = 'number' | 'date' | 'time' | 'length'

const builtIn = (id: number): NumberKind | undefined => {
  if ((id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58))
    return 'date'
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || id === 45 || id === 47) return 'time'
  return id === 46 ? 'length' : undefined
}

/** What a number format makes of a number: `yyyy"年"m"月"`, `[$-804]h:mm`, `[h]:mm`, `0.0"小时"`. */
export function kindOfFormat(code: string): NumberKind {
  const first = code.split(';')[0] ?? ''
  if (/\[(h+|m+|s+)\]/i.test(first)) return 'length'
  const bare = first
    .replace(/"[^"]*"/g, '')
    .replace(/\\./g, '')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/_.|\*./g, '')
    .replace(/general/gi, '')
    .replace(/AM\/PM|A\/P|上午\/下午/gi, '')
  if (/[yde]/i.test(bare) || (/m/i.test(bare) && !/[hs]/i.test(bare)))
    return /0\.?0*e[+-]/i.test(bare) ? 'number' : 'date'
  return /[hs]/i.test(bare) ? 'time' : 'number'
}

/** The kind of number that each cell style shows. */
export async function readStyles(archive: Archive, name: string): Promise<NumberKind[]> {
  const formats = new Map<number, string>()
  const kinds: NumberKind[] = []
  let inCells = false
  await readXml(pieces(archive, name, limits.held), {
    open(tag, attributes) {
      if (tag === 'numFmt') formats.set(Number(attributes.numFmtId), attributes.formatCode ?? '')
      if (tag === 'cellXfs') inCells = true
      if (tag === 'xf' && inCells) {
        const id = Number(attributes.numFmtId ?? 0)
        const code = formats.get(id)
        kinds.push(code === undefined ? (builtIn(id) ?? 'number') : kindOfFormat(code))
      }
    },
    close(tag) {
      if (tag === 'cellXfs') inCells = false
    },
  })
  return kinds
}
