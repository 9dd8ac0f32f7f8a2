import { readFile, writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newOffice } from '../../../../../test/imports.ts'
import { declareAllFacts } from '../../../../../test/office.ts'
import type { Context, Role } from '../../../../platform/context.ts'
import { newId } from '../../../../platform/database.ts'
import { indicatorUsers as declaredUsers, declareIndicatorUsers } from '../../../../platform/indicator.ts'
import { changeIndicator, keepIndicator, readIndicator } from '../../../indicators/named/actions.ts'
import type { Content } from '../contract.ts'
import { listForms, readForm, retireForm, uploadForm, uploadFormVersion } from './actions.ts'
import { bindList, bindPlace } from './binding/actions.ts'
import { filledForm, fillKeptForm, listFills, readFill } from './fills/actions.ts'
import { sameQuestions } from './same/actions.ts'
import { indicatorUsers } from './uses/actions.ts'

// reports show indicators in forms, and here in nothing else
let users: ReturnType<typeof declaredUsers> = []
let office: Awaited<ReturnType<typeof newOffice>>
beforeAll(async () => {
  users = declaredUsers()
  declareIndicatorUsers(indicatorUsers)
  declareAllFacts()
  office = await newOffice()
  await office.take(['test/data/office-2023.xlsx'])
})

afterAll(() => declareIndicatorUsers(users))

const as = <T>(role: Role, work: (context: Context) => Promise<T>, at?: { id: string; path: string }): Promise<T> =>
  office.does((context) => {
    const organizationId = at?.id ?? office.rootId
    const held = { role, organizationId, path: at?.path ?? `/${office.rootId}/` }
    return work({ ...context, me: { ...context.me, roles: [held] } })
  })
const upload = async (name: string) => {
  const file = await office.put(`test/data/forms/${name}.xlsx`)
  return as('coordinator', (context) => uploadForm(context, { file }))
}

test('a blank is kept with what it asks, corrected, filled and opened', async () => {
  const form = await upload('year-sheet')
  expect(form).toMatchObject({ name: 'year-sheet', version: 1, mayWrite: true, places: { open: 0, unsure: 0 } })
  expect(form.drawings[0]?.rows.some(({ cells }) => cells.some(({ across }) => across > 1))).toBe(true)
  const place = form.found.find(({ kind, content }) => kind === 'cell' && content.is === 'figure')
  if (!place) throw new Error('no figure')
  const { sheet, cell, blank } = place
  const at = { formId: form.id, version: 1, sheet, cell, blank }
  const hand: Content = { is: 'hand' }
  const corrected = await as('coordinator', (context) => bindPlace(context, { ...at, content: hand }))
  expect(corrected.found.find((own) => own.cell === cell)).toMatchObject({ state: 'hand', confidence: 1 })

  const fill = await as('coordinator', (context) => fillKeptForm(context, { formId: form.id, period: '2023' }))
  expect(fill.cells.find((own) => own.cell === cell)).toMatchObject({ state: 'hand', value: null })
  const opened = fill.cells.find(({ question }) => question)
  expect(opened).toMatchObject({ state: 'filled', question: { scope: office.rootId, period: '2023' } })
  expect(fill.unfilled).toBe(0)
  const fillId = fill.id
  const file = await as('auditor', (context) => filledForm(context, { formId: form.id, fillId }))
  expect(file.name).toMatch(/^year-sheet .*2023.*\.xlsx$/)
  expect(await as('auditor', (context) => listFills(context, { formId: form.id }))).toHaveLength(1)

  // the next form with this label is bound as this one was
  const again = await upload('year-sheet')
  expect(again.found.find((own) => own.cell === cell)).toMatchObject({ state: 'hand', confidence: 0.98 })
  const shared = await as('auditor', sameQuestions)
  expect(shared[0]?.forms.map(({ id }) => id).sort()).toEqual([form.id, again.id].sort())
  await as('coordinator', (context) => retireForm(context, { formId: again.id }))
  const listed = await as('auditor', (context) => listForms(context, { retired: 'no' }))
  expect(listed.map(({ id }) => id)).toEqual([form.id])
})

test('a new blank keeps what asks the same and asks for the rest', async () => {
  const form = await upload('year-sheet')
  const same = await office.put('test/data/forms/year-sheet.xlsx')
  const next = await as('coordinator', (context) => uploadFormVersion(context, { formId: form.id, file: same }))
  expect(next).toMatchObject({ version: 2, places: form.places })
  const other = await office.put('test/data/forms/quarters.xlsx')
  const third = await as('coordinator', (context) => uploadFormVersion(context, { formId: form.id, file: other }))
  expect(third.version).toBe(3)
  expect(third.places.sure).toBe(0)
  expect(third.places.unsure).toBeGreaterThan(0)
  const stale = bindPlaceOf(form.id, 1)
  await expect(as('coordinator', stale)).rejects.toThrow('formChanged')
})

const bindPlaceOf = (formId: string, version: number) => (context: Context) =>
  bindPlace(context, { formId, version, sheet: '', cell: 'A1', blank: null, content: { is: 'hand' } })

test('what is no form is refused and nothing is kept', async () => {
  const before = await as('auditor', (context) => listForms(context, { retired: 'no' }))
  const name = `${office.folder}/blank.xlsx`
  const whole = await readFile('test/data/forms/year-sheet.xlsx')
  await writeFile(name, whole.subarray(0, 3000))
  const cut = await office.put(name)
  await expect(as('coordinator', (context) => uploadForm(context, { file: cut }))).rejects.toThrow('damaged')
  const empty = await office.put(await office.write([{ name: 'Sheet1', rows: [['只有文字']] }]))
  await expect(as('coordinator', (context) => uploadForm(context, { file: empty }))).rejects.toThrow('nothingToFill')
  expect(await as('auditor', (context) => listForms(context, { retired: 'no' }))).toEqual(before)
})

test('a form of the office is not seen from a community, nor filled by those who only read', async () => {
  const form = await upload('team-hours')
  const id = newId()
  const below = { id, path: `/${office.rootId}/${id}/` }
  const formId = form.id
  await expect(as('secretary', (context) => readForm(context, { formId }), below)).rejects.toThrow('notAllowed')
  expect(await as('secretary', (context) => listForms(context, { retired: 'no' }), below)).toEqual([])
  const fill = (context: Context) => fillKeptForm(context, { formId, period: '2023' })
  await expect(as('auditor', fill)).rejects.toThrow('notAllowed')
  const filled = await as('coordinator', fill)
  const read = await as('auditor', (context) => readFill(context, { formId, fillId: filled.id }))
  expect(read.cells.some(({ value }) => value !== null)).toBe(true)
})

test('a place that asks an indicator by its name changes with it, and what was filled before stays', async () => {
  const question = { fact: 'activity', measure: 'count', filter: 'kind=study' }
  const saved = { ...question, nameEn: '', nameZh: '学习场次', noteEn: '', noteZh: '' }
  const indicator = await as('coordinator', (context) => keepIndicator(context, saved))
  const { id } = indicator
  const form = await upload('quarters')
  const place = form.found.find(({ content }) => content.is === 'figure')
  if (!place) throw new Error('no figure')
  const { sheet, cell } = place
  const at = { formId: form.id, version: 1, sheet, cell, blank: null }
  const ask = { ...question, measure: 'none', scope: 'form' as const, period: 'form', indicator: id }
  await as('coordinator', (context) => bindPlace(context, { ...at, content: { is: 'figure', ask, unit: 'plain' } }))
  const filled = async () => {
    const fill = await as('coordinator', (context) => fillKeptForm(context, { formId: form.id, period: '2023' }))
    return { id: fill.id, own: fill.cells.find((one) => one.cell === cell) }
  }
  const before = await filled()
  expect(before.own).toMatchObject({ value: 9, question: { filter: 'kind=study' } })
  expect((await as('auditor', (context) => readIndicator(context, { id }))).uses).toEqual([
    { kind: ['Form', '表单'], title: 'quarters', link: `/forms/${form.id}` },
  ])

  const growth = { ...saved, fact: 'participation', measure: 'minutes', filter: 'kind=service' }
  await as('coordinator', (context) => changeIndicator(context, { ...growth, id, version: 1 }))
  const hours = await filled()
  expect(hours.own).toMatchObject({ value: 732.5, question: { measure: 'minutes' } })
  await as('coordinator', (context) =>
    changeIndicator(context, { ...growth, against: 'yearBefore', as: 'difference', id, version: 2 }),
  )
  const more = await filled()
  expect(more.own).toMatchObject({ value: 732.5, question: { against: 'yearBefore', as: 'difference' } })
  const read = await as('auditor', (context) => readFill(context, { formId: form.id, fillId: before.id }))
  expect(read.cells.find((one) => one.cell === cell)).toEqual(before.own)
  expect((await as('auditor', (context) => readForm(context, { formId: form.id }))).found).toContainEqual(
    expect.objectContaining({ cell, content: expect.objectContaining({ unit: 'hours' }) }),
  )
})

test('what the rows of a list are, in which order, and what its columns hold is said by a person', async () => {
  const form = await upload('team-hours')
  const formId = form.id
  const [list] = form.lists
  const name = form.found.find(({ content }) => content.is === 'record')
  const hours = form.found.find(({ kind, content }) => kind === 'list' && content.is === 'figure')
  if (!list || !name || !hours) throw new Error('no list')
  const column = hours.cell.replace(/\d+$/, '')
  const rows = { formId, version: 1, sheet: name.sheet, cell: name.cell }
  const source = { fact: 'organization', filter: 'kind=team', order: { column, descending: true } }
  const filled = async () => {
    const { cells } = await as('coordinator', (context) => fillKeptForm(context, { formId, period: '2023' }))
    const standing = (at: string) => cells.filter(({ cell }) => cell.replace(/\d+$/, '') === at.replace(/\d+$/, ''))
    return { names: standing(name.cell), hours: standing(hours.cell).map(({ value }) => Number(value)) }
  }
  await as('coordinator', (context) => bindList(context, { ...rows, source }))
  const all = await filled()
  expect(all.hours).toHaveLength(9)
  expect(all.hours).toEqual(all.hours.toSorted((a, b) => b - a))

  const standing = { ...source, filter: 'kind=team&standing=yes', order: null }
  await as('coordinator', (context) => bindList(context, { ...rows, source: standing }))
  expect((await filled()).hours).toHaveLength(6)

  // of activities there is no category, and a field that they have is taken
  const held = { fact: 'activity', filter: 'kind=service', order: null }
  const other = await as('coordinator', (context) => bindList(context, { ...rows, source: held }))
  expect(other.found.find(({ cell }) => cell === name.cell)?.state).toBe('open')
  const at = { formId, version: 1, sheet: name.sheet, cell: name.cell, blank: null }
  await expect(
    as('coordinator', (context) => bindPlace(context, { ...at, content: { is: 'record', name: 'category' } })),
  ).rejects.toThrow('placeStays')
  await as('coordinator', (context) => bindPlace(context, { ...at, content: { is: 'record', name: 'title' } }))
  const activities = await filled()
  expect(activities.names).toHaveLength(64)
  expect(activities.hours.reduce((a, b) => a + b, 0)).toBe(732.5)
})
