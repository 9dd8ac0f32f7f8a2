import { existsSync } from 'node:fs'
import { Refused } from '../../../../platform/errors.ts'

/** A font file, and the name of the face in it when it is a collection. */
export type Font = { file: string; face?: string }

/** Where systems keep a Chinese face, the first found is taken. */
const places: readonly Font[] = [
  { file: '/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc', face: 'NotoSerifCJKsc-Regular' },
  { file: '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc', face: 'NotoSansCJKsc-Regular' },
  { file: '/usr/share/fonts/noto-cjk/NotoSerifCJK-Regular.ttc', face: 'NotoSerifCJKsc-Regular' },
  { file: '/usr/share/fonts/google-noto-cjk/NotoSansCJK-Regular.ttc', face: 'NotoSansCJKsc-Regular' },
  { file: '/System/Library/Fonts/Supplemental/Songti.ttc', face: 'STSongti-SC-Regular' },
  { file: 'C:\\Windows\\Fonts\\simsun.ttc', face: 'SimSun' },
]

/** A face that has Chinese signs: the one named from outside, or the system's own. */
export function chineseFont(): Font {
  const named = process.env.LINLI_FONT?.trim()
  const font = named ? { file: named } : places.find(({ file }) => existsSync(file))
  if (!font || !existsSync(font.file)) throw new Refused('noChineseFont')
  return font
}
