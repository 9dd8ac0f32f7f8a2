import { beforeAll, expect, test } from 'vitest'
import { town } from '../../../../test/town.ts'
import { NotAllowed, NotFound } from '../../../platform/errors.ts'
import { startingId } from '../../../platform/indicator.ts'
import { createActivity } from '../../activities/actions.ts'
import { createActivity as creating } from '../../activities/contract.ts'
import { figure, figureSeries } from '../../indicators/actions.ts'
import { readIndicator } from '../../indicators/named/actions.ts'
import { bringBackBoard, changeBoard, keepBoard, listBoards, readBoard, removeBoard } from './actions.ts'
import { addCard, bringBackCard, changeCard, orderCards, removeCard } from './cards/actions.ts'
import { startingBoards } from './rules.ts'

let here: Awaited<ReturnType<typeof town>>
beforeAll(async () => {
  here = await town()
  const { peace, pines } = here.organizations
  for (const [hostId, day] of [
    [peace, '2026-02-03'],
    [peace, '2026-03-05'],
    [pines, '2026-03-10'],
  ] as const)
    await here.lina.does(
      createActivity,
      creating.input.parse({
        kind: 'service',
        title: '敬老助餐',
        hostId,
        startsAt: new Date(`${day}T01:00:00Z`),
        endsAt: new Date(`${day}T03:00:00Z`),
      }),
    )
})

const boardOf = (role: string) => startingBoards.find((board) => board.role === role)?.id ?? ''
const services = startingId('serviceActivities')
const whole = { role: null, scopeId: null }

test('each role has its board from the first day; whoever keeps boards for the office sees all of them', async () => {
  const names = async (who: (typeof here)['lina']) => (await who.does(listBoards, {})).map(({ name }) => name[1])
  expect(await names(here.zhao)).toEqual(['服务队一览'])
  expect(await names(here.chen)).toEqual(['服务站一览'])
  expect(await names(here.zhang)).toEqual(['核查要点'])
  expect(await names(here.lina)).toEqual(['街道工作一览', '社区工作一览', '服务站一览', '服务队一览', '核查要点'])
  await expect(here.zhao.does(readBoard, { boardId: boardOf('auditor') })).rejects.toThrow(NotFound)
  await expect(here.hugo.does(removeBoard, { boardId: boardOf('coordinator') })).resolves.toEqual({ done: true })
  expect(await names(here.lina), 'another office').toHaveLength(5)
})

test('a board shows the number that its figure is, in the reader’s own part', async () => {
  const boardId = boardOf('coordinator')
  for (const [who, count] of [
    [here.lina, 3],
    [here.admin, 3],
  ] as const) {
    const { cards } = await who.does(readBoard, { boardId })
    for (const { figure: shown, series, by } of cards) {
      if (!shown) throw new Error('a starting board asks what is counted')
      expect((await who.does(figure, shown.question)).value).toEqual(shown.value)
      if (!by) continue
      const { parts } = await who.does(figureSeries, { ...shown.question, by })
      expect(series?.parts).toEqual(parts)
    }
    expect(cards.find(({ drawn }) => drawn === 'bar')?.figure?.value).toBe(count)
  }
  const mine = await here.wang.does(readBoard, { boardId: boardOf('secretary') })
  expect(mine.cards[0]?.figure).toMatchObject({ value: 2, scope: { name: '和平社区' } })
  expect(mine.cards[0]?.compared?.before.period[1]).toBe('2025年')
  const march = await here.wang.does(readBoard, { boardId: boardOf('secretary'), period: '2026-03' })
  expect(march.cards[0]?.figure?.value).toBe(1)
  const elsewhere = { boardId: boardOf('secretary'), scope: here.organizations.pines }
  await expect(here.wang.does(readBoard, elsewhere)).rejects.toThrow(NotAllowed)
})

test('one that came with Linli becomes the office’s own with the first change; cards come back to their place', async () => {
  const boardId = boardOf('stationManager')
  const ids = async () => (await here.lina.does(readBoard, { boardId })).cards.map(({ id }) => id)
  const before = await ids()
  await expect(here.chen.does(removeCard, { boardId, cardId: before[1] ?? '' })).rejects.toThrow(NotAllowed)
  await here.lina.does(removeCard, { boardId, cardId: before[1] ?? '' })
  expect(await ids()).toEqual(before.filter((_, i) => i !== 1))
  await here.lina.does(bringBackCard, { boardId, cardId: before[1] ?? '' })
  expect(await ids()).toEqual(before)
  const question = { fact: 'activity', measure: 'count', filter: 'kind=service' }
  const { id } = await here.lina.does(addCard, {
    boardId,
    question,
    drawn: 'bar',
    by: 'host',
    period: 'thisYear',
    width: 2,
  })
  const cardIds = [id, ...before]
  await here.lina.does(orderCards, { boardId, cardIds })
  const { cards } = await here.lina.does(readBoard, { boardId })
  expect(cards.map((card) => card.id)).toEqual(cardIds)
  expect(cards[0]).toMatchObject({ by: 'host', width: 2, figure: { value: 3 } })
  await expect(here.lina.does(orderCards, { boardId, cardIds: before })).rejects.toMatchObject({
    reason: 'cardsChangedMeanwhile',
  })
  await here.lina.does(changeBoard, { boardId, name: '服务站一览', role: 'stationManager', scopeId: null })
  expect((await here.chen.does(listBoards, {}))[0]?.name).toEqual(['The station at a glance', '服务站一览'])
  await here.lina.does(removeBoard, { boardId })
  expect(await here.chen.does(listBoards, {})).toEqual([])
  await here.lina.does(bringBackBoard, { boardId })
  expect(await here.chen.does(listBoards, {})).toHaveLength(1)
})

test('a secretary keeps a board of their own community; who changes an indicator is told of it', async () => {
  const { id: boardId, scope } = await here.wang.does(keepBoard, { name: '和平月度', ...whole })
  expect(scope?.name).toBe('和平社区')
  const drawn = { period: 'thisYear', width: 1 } as const
  const question = { indicator: services }
  const { id: cardId } = await here.wang.does(addCard, { boardId, question, drawn: 'heat', ...drawn })
  expect((await here.wang.does(readBoard, { boardId })).cards[0]).toMatchObject({ by: 'day', figure: { value: 2 } })
  await expect(
    here.wang.does(changeCard, { boardId, cardId, drawn: 'line', by: 'host', ...drawn }),
  ).rejects.toMatchObject({ reason: 'lineNeedsTime' })
  await expect(here.qian.does(readBoard, { boardId })).rejects.toThrow(NotFound)
  await expect(here.wang.does(removeBoard, { boardId: boardOf('secretary') })).rejects.toThrow(NotAllowed)
  const { uses } = await here.wang.does(readIndicator, { id: services })
  expect(uses).toContainEqual({ kind: ['Board', '看板'], title: '和平月度', link: `/boards/${boardId}` })
})
