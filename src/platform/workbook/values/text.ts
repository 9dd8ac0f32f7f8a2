/** Why one cell cannot be read. The words stand in `../messages.ts`. */
export type ValueProblem =
  | 'missing'
  | 'tooLong'
  | 'badName'
  | 'severalPeople'
  | 'badPhone'
  | 'badDate'
  | 'impossibleDate'
  | 'yearUnknown'
  | 'monthUnclear'
  | 'dayOrMonth'
  | 'severalDays'
  | 'badTime'
  | 'endsBeforeItStarts'
  | 'badLength'
  | 'halfDayUnclear'
  | 'badNumber'
  | 'badMark'
  | 'badChoice'
  | 'cellError'

export type Read<T> = { value: T } | { problem: ValueProblem }

/** Full-width digits, letters and marks become narrow, every kind of space a space, invisible characters go. */
export const narrow = (text: string): string =>
  text
    .replace(/[\uFF01-\uFF5E]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/[\u200B-\u200F\u2060\uFEFF\u00AD]/g, '')
    .replace(/[\s\u3000\u00A0]+/g, ' ')
    .trim()

export const han = '\\p{Script=Han}〇'
const onlyHan = new RegExp(`^[${han}·•‧ ]+$`, 'u')

const traditional =
  '聯絡電話屬區職務動時間點單辦開結類種隊員繫號碼機會議參與簽長組織稱題內個備註負責領級編場報鎮鄉縣處狀態請遲滿學習專續錄記訓講課設業紀節慶義診眾團體樓廳園館廣門總計說實應觀訪檢問評歲齡證屆選際費額數項條從離調轉閉兩鐘週禮'
const plain =
  '联络电话属区职务动时间点单办开结类种队员系号码机会议参与签长组织称题内个备注负责领级编场报镇乡县处状态请迟满学习专续录记训讲课设业纪节庆义诊众团体楼厅园馆广门总计说实应观访检问评岁龄证届选际费额数项条从离调转闭两钟周礼'
const simple = new Map([...traditional].map((char, i) => [char, [...plain][i] ?? char]))

/** The words of tables and times in simplified characters; names are never rewritten. */
export const simplified = (text: string): string =>
  /\p{Script=Han}/u.test(text) ? Array.from(text, (char) => simple.get(char) ?? char).join('') : text

/** A title, a place, an organization: as written, without the spaces that only align it. */
export function readText(text: string, most = 300): Read<string> {
  const plain = text
    .replace(/[\u200B-\u200F\u2060\uFEFF\u00AD]/g, '')
    .replace(/[\s\u3000\u00A0]+/g, ' ')
    .trim()
  return plain.length > most ? { problem: 'tooLong' } : { value: plain }
}

/** `罗　勇国` is 罗勇国 spread out to align with longer names; in a Latin name the space belongs to it. */
export function readName(text: string): Read<string> {
  const plain = narrow(text)
  const name = onlyHan.test(plain) ? plain.replace(/ /g, '').replace(/[•‧]/g, '·') : plain
  if (name.length > 60) return { problem: 'tooLong' }
  return /\p{L}/u.test(name) && !/\d{3}/.test(name) ? { value: name } : { problem: 'badName' }
}

const chineseDigits = '〇一二三四五六七八九'

/** `二〇二三`, `十二`, `二十一`, `两` as a number, or undefined. */
export function chineseNumber(text: string): number | undefined {
  const plain = text.replace(/[零○Ｏ]/g, '〇').replace(/两/g, '二')
  if (/^[〇一二三四五六七八九]+$/.test(plain)) return Number([...plain].map((c) => chineseDigits.indexOf(c)).join(''))
  const tens = /^([一二三四五六七八九])?十([一二三四五六七八九])?$/.exec(plain)
  if (!tens) return undefined
  return (tens[1] ? chineseDigits.indexOf(tens[1]) : 1) * 10 + (tens[2] ? chineseDigits.indexOf(tens[2]) : 0)
}

/** Writes the numerals of a date or a time with digits; words around them stay. */
export const withDigits = (text: string): string =>
  text.replace(/[〇零○一二三四五六七八九十两]+(?=\s*(?:年|月|日|号|时|点|分|个|小时|刻))/g, (run) =>
    String(chineseNumber(run) ?? run),
  )
