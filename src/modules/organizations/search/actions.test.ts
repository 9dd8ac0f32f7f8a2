import { expect, test } from 'vitest'
import { town } from '../../../../test/town.ts'
import { search } from './actions.ts'

const names = (hits: { name: string }[]) => hits.map(({ name }) => name)

test.each([
  ['李娜', ['李娜', '李娜']],
  ['ln', ['李娜', '李娜']],
  ['wangjianguo', ['王建国']],
  ['wjg', ['王建国']],
  ['0036', ['林小雨']],
  ['小雨', ['林小雨']],
  ['hp', ['和平社区', '和平服务站']],
  ['柳荫', ['柳荫街道', '柳荫科普队']],
  ['没有这个人', []],
  ['  ', []],
])('%s finds %j', async (q, expected) => {
  const { lina } = await town()
  expect(names(await lina.does(search, { q, limit: 12 }))).toEqual(expected)
})

test('people are found where the reader may see them, organizations by everybody', async () => {
  const { xiaoyu, wang, hugo } = await town()
  expect(names(await xiaoyu.does(search, { q: '李娜', limit: 12 }))).toEqual([])
  expect(names(await xiaoyu.does(search, { q: '青松', limit: 12 }))).toEqual(['青松社区', '青松服务站'])
  expect(names(await wang.does(search, { q: '李娜', limit: 12 }))).toEqual([])
  expect(names(await hugo.does(search, { q: '和平', limit: 12 }))).toEqual([])
})

test('an organization is shown with what it stands below', async () => {
  const { lina } = await town()
  const [hit] = await lina.does(search, { q: 'hpfwz', kind: 'organization', limit: 1 })
  expect(hit).toMatchObject({ kind: 'organization', above: ['柳荫街道', '和平社区'] })
})
