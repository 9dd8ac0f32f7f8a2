import { pinyin } from 'pinyin-pro'

/**
 * What a name is found by, prepared once when it is written: the name itself, its whole pinyin (first, in its
 * likeliest reading: lists are ordered by it), its initials, and the last four digits of a phone number, each between
 * spaces: ' 李娜 lina ln 5678 '. A hundred thousand of them are read through in some 15 ms, so no index is kept.
 */
export function searchKey(name: string, phone?: string | null): string {
  const said = foldName(name)
  const words = new Set([said])
  const readings = readingsOf(said)
  for (const reading of readings) words.add(reading.join(''))
  for (const reading of readings) words.add(reading.map((syllable) => [...syllable][0]).join(''))
  const tail = phone?.replace(/\D/g, '').slice(-4)
  if (tail) words.add(tail)
  return ` ${[...words].filter((word) => word !== '').join(' ')} `
}

/** What somebody types, in the form in which names are kept; empty when there is nothing to search for. */
export const foldName = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s'’·•・]+/g, '')

/** Patterns for LIKE over a prepared text, from the best to the loosest: the whole word, its beginning, anywhere. */
export function searchPatterns(text: string): { whole: string; begins: string; inside: string } | null {
  const folded = foldName(text).replace(/[\\%_]/g, '\\$&')
  if (folded === '') return null
  const begins = `% ${folded}%`
  // One letter stands somewhere in almost every name.
  return { whole: `% ${folded} %`, begins, inside: /^[a-z\d]$/.test(folded) ? begins : `%${folded}%` }
}

// A character is read once. Whole-phrase reading costs twenty times more, and a person's name is no phrase.
const readings = new Map<string, readonly string[]>()
const atMost = 6

/** Every way to say a name that somebody may type: most names have one. */
function readingsOf(name: string): string[][] {
  let all: string[][] = [[]]
  for (const [index, character] of [...name].entries()) {
    const own = index === 0 ? surnameReadings(character) : readingsOfCharacter(character)
    const more = all.length * own.length <= atMost ? own : own.slice(0, 1)
    all = more.flatMap((syllable) => all.map((before) => [...before, syllable]))
  }
  return all
}

function readingsOfCharacter(character: string): readonly string[] {
  let known = readings.get(character)
  if (!known) {
    known = [...new Set([...(polyphones[character] ?? []), pinyin(character, { toneType: 'none', v: true })])]
    readings.set(character, known)
  }
  return known
}

/** 单 at the head of a name is Shan; the everyday Dan finds it too. */
function surnameReadings(character: string): readonly string[] {
  const key = `^${character}`
  let known = readings.get(key)
  if (!known) {
    const surname = pinyin(character, { toneType: 'none', v: true, surname: 'head' })
    known = [...new Set([surname, ...readingsOfCharacter(character)])]
    readings.set(key, known)
  }
  return known
}

/** Characters that names and places really use with more than one sound. */
const polyphones: Record<string, string[]> = Object.fromEntries(
  (
    '乐le,yue 长chang,zhang 行xing,hang 朝chao,zhao 重zhong,chong 都du,dou 单dan,shan 解jie,xie 盛sheng,cheng 茜qian,xi ' +
    '柏bai,bo 藏zang,cang 曾zeng,ceng 翟zhai,di 厦xia,sha 传chuan,zhuan 宿su,xiu 谷gu,yu 六liu,lu 调diao,tiao ' +
    '查cha,zha 朴pu,piao 盖gai,ge 仇chou,qiu 种zhong,chong 参can,shen 降xiang,jiang ' +
    '晟sheng,cheng 昱yu 贾jia,gu 覃qin,tan 隗wei,kui 尉wei,yu 缪miao,mou 卜bu,bo 哈ha ' +
    '铅qian,yan 蔚wei,yu 番pan,fan 莞guan,wan 涡guo,wo 堡bao,bu,pu 埔pu,bu 泊po,bo 圩wei,xu'
  )
    .split(' ')
    .map((entry) => [[...entry][0] as string, [...entry].slice(1).join('').split(',')]),
)
