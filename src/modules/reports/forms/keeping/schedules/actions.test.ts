import { createReadStream } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { town } from '../../../../../../test/town.ts'
import { fileStore, keepFilesIn } from '../../../../../platform/files.ts'
import { perform } from '../../../../../platform/perform.ts'
import { listNotices } from '../../../../notices/inbox/actions.ts'
import { retireForm, uploadForm } from '../actions.ts'
import { bindPlace } from '../binding/actions.ts'
import { listFills, readFill } from '../fills/actions.ts'
import { endFormSchedule, fillDueForm, fillDueForms, readFormSchedule, setFormSchedule } from './actions.ts'

/** A Wednesday. */
const wednesday = '2026-04-15T01:00:00Z'
const onMay = (day: string, time = '08:00') => `2026-05-${day}T${time}:00+08:00`

async function atTown() {
  const there = await town()
  const store = fileStore(await mkdtemp(join(tmpdir(), 'linli-forms-')))
  keepFilesIn(store)
  const file = {
    ...(await store.save(createReadStream('test/data/forms/year-sheet.xlsx'), 2 ** 20)),
    name: '月报.xlsx',
  }
  const form = await there.lina.does(uploadForm, { file })
  const asked: { name: string; tenantId: string } = { name: 'fillDueForms', tenantId: there.tenantId }
  /** What the clock asks for, and does at once; as often as it was asked. */
  const clock = (when: string) =>
    perform(there.platform, { ...asked, now: new Date(when) }, async (context) => {
      const due: { scheduleId: string; period: string }[] = []
      await fillDueForms({ ...context, enqueue: async (_, payload) => void due.push(payload as never) })
      for (const one of due) await fillDueForm(context, one)
    })
  const filled = () => there.lina.does(listFills, { formId: form.id })
  return { ...there, form, clock, filled, formId: form.id }
}

test('a form with a rhythm fills itself for the month before on its first working day, once, and tells whoever is named', async () => {
  const { lina, form, formId, clock, filled } = await atTown()
  const [place] = form.found.filter(({ kind, content }) => kind === 'cell' && content.is === 'figure')
  if (!place) throw new Error('no figure')
  const { sheet, cell } = place
  await lina.does(bindPlace, { formId, version: 1, sheet, cell, blank: null, content: { is: 'unknown' } })
  const set = await lina.at(wednesday).does(setFormSchedule, { formId, rhythm: 'month', personId: lina.id })
  expect(set).toMatchObject({ person: { id: lina.id }, mayFill: true })
  const { on } = set.next
  expect(set.next.period).toBe('2026-04')
  await clock(wednesday)
  await clock(`${on}T07:59:00+08:00`)
  expect(await filled()).toEqual([])
  await Promise.all([clock(`${on}T08:00:00+08:00`), clock(`${on}T08:00:00+08:00`)])
  await clock(onMay('20'))
  const [fill, ...more] = await filled()
  expect(more).toEqual([])
  expect(fill).toMatchObject({ period: '2026-04', unfilled: 1, filledBy: { id: lina.id } })
  const { notices } = await lina.at(onMay('21')).does(listNotices, { show: 'all' })
  const told = notices.find(({ link }) => link === `/forms/${formId}/fills/${fill?.id}`)
  expect(told?.title).toContain('月报')
  expect(told?.text).toContain(place.label)
  expect((await lina.does(readFill, { formId, fillId: fill?.id ?? '' })).cells.length).toBeGreaterThan(3)
})

test('nothing is made up for from before, nor after it was stopped or the form put aside', async () => {
  const { lina, formId, clock, filled } = await atTown()
  await lina.at(onMay('20')).does(setFormSchedule, { formId, rhythm: 'month', personId: lina.id })
  await clock(onMay('21'))
  expect(await filled()).toEqual([])
  await lina.does(retireForm, { formId })
  await clock('2026-06-10T08:00:00+08:00')
  expect(await filled()).toEqual([])
  await expect(lina.does(setFormSchedule, { formId, rhythm: 'year', personId: lina.id })).rejects.toThrow('formRetired')
  await lina.does(endFormSchedule, { formId })
  expect(await lina.does(readFormSchedule, { formId })).toEqual({ schedule: null })
})

test('who may not fill the form is not named, and it is only changed by those who write there', async () => {
  const { lina, qian, zhao, formId } = await atTown()
  const wanted = { formId, rhythm: 'quarter' } as const
  await expect(lina.does(setFormSchedule, { ...wanted, personId: zhao.id })).rejects.toThrow('mayNotFill')
  await expect(qian.does(setFormSchedule, { ...wanted, personId: qian.id })).rejects.toThrow('notAllowed')
  await lina.does(setFormSchedule, { ...wanted, personId: lina.id })
  const again = await lina.does(setFormSchedule, { ...wanted, rhythm: 'year', personId: lina.id })
  expect(again).toMatchObject({ rhythm: 'year', next: { period: '2026' } })
})
