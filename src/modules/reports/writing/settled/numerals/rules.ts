const digits = '零一二三四五六七八九'
const places = ['', '十', '百', '千']

/** Up to 9999. `inside` keeps the zero and the 一 before 十 that a number has further right. */
function upToMyriad(n: number, inside: boolean): string {
  let text = ''
  let gap = false
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(n / 10 ** place) % 10
    if (digit === 0) {
      gap = text !== '' || inside
      continue
    }
    const silent = digit === 1 && place === 1 && text === '' && !inside
    text += (gap && n >= 10 ** place ? '零' : '') + (silent ? '' : digits[digit]) + places[place]
    gap = false
  }
  return text
}

/** 129 → 一百二十九, 10203 → 一万零二百零三, 12 → 十二, 0 → 零; below 10^16. */
export function chineseInteger(n: number): string {
  if (n === 0) return '零'
  let text = ''
  for (const [i, unit] of ['', '万', '亿', '万亿'].entries()) {
    const group = Math.floor(n / 10_000 ** i) % 10_000
    const above = Math.floor(n / 10_000 ** (i + 1)) > 0
    if (group > 0) text = upToMyriad(group, above) + unit + text
    else if (above && text !== '' && !text.startsWith('零')) text = `零${text}`
  }
  return text
}

/** A number as it is written ('732.5') in Chinese: 七百三十二点五. */
export function chineseNumeral(written: string): string {
  const [whole = '0', part] = written.split('.')
  const fraction = part ? `点${[...part].map((digit) => digits[Number(digit)]).join('')}` : ''
  return chineseInteger(Number(whole)) + fraction
}

const small = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']

/**
 * The number in a text with its unit, in words: '9次' → 九次, '2次' → 两次, '62.5%' → 百分之六十二点五. English writes numbers
 * below ten in words and all others in digits.
 */
export function spelledOut(language: 'en' | 'zh-CN', inWords: string): string {
  const found = /^([+−-]?)(\d[\d,]*(?:\.\d+)?)(.*)$/s.exec(inWords)
  if (!found) return inWords
  const [, sign = '', number = '', rest = ''] = found
  if (language === 'en') {
    const word = /^\d$/.test(number) && !sign && !rest.startsWith('%') ? small[Number(number)] : undefined
    return word === undefined ? inWords : word + rest
  }
  const plain = number.replaceAll(',', '')
  const before = sign === '' ? '' : sign === '+' ? '增加' : '减少'
  if (rest.startsWith('%')) return `${before}百分之${chineseNumeral(plain.replace(/\.0+$/, ''))}${rest.slice(1)}`
  // before a unit one says 两, not 二
  return before + (plain === '2' && rest !== '' ? '两' : chineseNumeral(plain)) + rest
}
