import { expect, test } from 'vitest'
import { foldName, searchKey, searchPatterns } from './search.ts'

test.each([
  ['李娜', '李娜', 'ln', 'lina'],
  ['单雄信', 'sxx', 'dxx', 'shanxiongxin'],
  ['长沙市', 'css', 'changshashi', 'zhangshashi'],
  ['重庆市', 'cqs', 'chongqingshi'],
  ['东华门街道', 'dhmjd', 'donghuamenjiedao'],
  ['３号楼', '3hl', '3haolou'],
  ['吕 布', '吕布', 'lvbu'],
])('%s is found by %s', (name, ...words) => {
  for (const word of words) expect(searchKey(name)).toContain(` ${word} `)
})

test('the tail of a phone number finds its holder, the rest of it does not', () => {
  expect(searchKey('李娜', '138 1234 5678')).toBe(' 李娜 lina ln 5678 ')
})

test('many polyphones in one name do not multiply without end', () => {
  expect(searchKey('乐长行朝重都单解盛').split(' ').length).toBeLessThan(20)
})

test('what somebody types is folded as names are', () => {
  expect(foldName('Ｌｉ　Na')).toBe('lina')
  expect(searchPatterns('  ')).toBeNull()
  expect(searchPatterns('50%')).toEqual({ whole: '% 50\\% %', begins: '% 50\\%%', inside: '%50\\%%' })
})

test('a hundred thousand names take two seconds of work to prepare, whatever else the machine does', () => {
  const started = process.threadCpuUsage()
  for (let i = 0; i < 100_000; i++)
    searchKey(String.fromCodePoint(20000 + ((i * 7) % 300), 21000 + ((i * 13) % 900), 22000 + ((i * 31) % 900)))
  const { user, system } = process.threadCpuUsage(started)
  expect((user + system) / 1000).toBeLessThan(2000)
})
