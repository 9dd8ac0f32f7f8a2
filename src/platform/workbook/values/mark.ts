import { narrow, type Read, simplified } from './text.ts'

export type Mark = 'attended' | 'late' | 'excused' | 'absent' | 'notExpected'

const words: Record<Mark, string[]> = {
  attended: [
    '√',
    '✓',
    '✔',
    '☑',
    '●',
    '■',
    '出勤',
    '到',
    '已到',
    '出席',
    '参加',
    '签到',
    '在岗',
    '正常',
    '是',
    '有',
    'y',
    'yes',
    'v',
    'p',
    'present',
    'attended',
    '1',
    '✅',
    '勾',
    '已签',
    '已签到',
    '准时',
    '全勤',
    '出',
    '参会',
    '已参加',
    '已参会',
    '线上',
    't',
    'true',
    'ok',
  ],
  late: ['迟到', '晚到', '迟', '早退', '迟到早退', '迟到(计入出勤)', 'late', 'l', '▲', '△'],
  excused: [
    '请假',
    '事假',
    '病假',
    '公假',
    '年假',
    '婚假',
    '产假',
    '丧假',
    '调休',
    '公出',
    '出差',
    '假',
    '请假(事)',
    '请假(病)',
    '休假',
    '丧',
    '公',
    '病',
    '事',
    '探亲假',
    '陪产假',
    '已请假',
    'leave',
    'on leave',
    'off',
    'excused',
    'sick',
    'e',
  ],
  absent: [
    '○',
    '〇',
    'o',
    '0',
    '×',
    '✗',
    '✘',
    'x',
    '缺勤',
    '缺席',
    '缺',
    '旷工',
    '旷会',
    '❌',
    '旷',
    '未签到',
    '未签',
    '未参会',
    '没来',
    'f',
    'false',
    '未到',
    '未参加',
    '否',
    'n',
    'no',
    'absent',
    'a',
  ],
  notExpected: ['/', '\\', '-', '–', '—', '――', '——', '无', '未纳入', '不参加', '非成员', 'n/a', 'na'],
}
const table = new Map(
  Object.entries(words).flatMap(([mark, list]) => list.map((word) => [word, mark as Mark] as const)),
)

export type Legend = Map<string, Mark>

/** What a mark of an attendance sheet says. The sheet's own legend goes before custom. */
export function readMark(text: string, legend?: Legend): Read<Mark> {
  const plain = simplified(narrow(text)).toLowerCase().replace(/ /g, '')
  if (plain === '') return { value: 'notExpected' }
  const found = legend?.get(plain) ?? table.get(plain) ?? table.get(plain.replace(/\(.*\)$/, ''))
  return found ? { value: found } : { problem: 'badMark' }
}

/** `√出勤　○缺勤　请假　/未纳入`, `出勤：√；缺勤：×`: what the line under the table says of its marks. */
export function readLegend(text: string): Legend {
  const legend: Legend = new Map()
  const symbol = '[√✓✔☑●■○〇×✗✘▲△☆★◎/\\\\xXvVoO]'
  const meaning = Object.entries(words).flatMap(([mark, list]) =>
    list.filter((w) => /^\p{L}{1,}$/u.test(w) && w.length > 1).map((w) => [w, mark] as const),
  )
  const narrowed = narrow(text)
  for (const [word, mark] of meaning) {
    const before = new RegExp(`(${symbol})\\s*[:=为表示是代表""“”]*\\s*${word}`).exec(narrowed)
    const after = new RegExp(`${word}\\s*[:=为用打画记]+\\s*["“]?(${symbol})`).exec(narrowed)
    const sign = before?.[1] ?? after?.[1]
    if (sign) legend.set(sign.toLowerCase(), mark as Mark)
  }
  return legend
}
