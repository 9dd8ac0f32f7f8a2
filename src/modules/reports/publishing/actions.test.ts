import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { sql } from 'kysely'
import pg from 'pg'
import { beforeAll, expect, test } from 'vitest'
import { ownerAddress } from '../../../../test/fresh-database.ts'
import { type Somebody, town } from '../../../../test/town.ts'
import { newId } from '../../../platform/database.ts'
import { contentOf, fileStore, keepFilesIn } from '../../../platform/files.ts'
import { asTenant } from '../../../platform/tenancy.ts'
import { packed } from '../../../platform/workbook/archive.ts'
import { createActivity } from '../../activities/actions.ts'
import { recordAttendance } from '../../activities/attendance/actions.ts'
import type { SheetEntry } from '../../activities/attendance/contract.ts'
import { createReport } from '../writing/drafts/actions.ts'
import { openPublished, publishedForEverybody, publishedReport, publishedReportFile, publishReport } from './actions.ts'
import { differenceRecords, publishedDifferences, publishedRecords } from './differences/actions.ts'
import { partsOf } from './files/marking/actions.ts'
import { filesOf } from './queries.ts'
import { verifyReport } from './verifying/actions.ts'

beforeAll(async () => keepFilesIn(fileStore(await mkdtemp(join(tmpdir(), 'linli-published-')))))

const study = (measure: string) => ({ fact: 'participation', measure, filter: 'kind=study' })
const chip = (question: object) => ({ type: 'figure', attrs: { question } })
const document = {
  type: 'doc',
  content: [
    { type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: '学习情况' }] },
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: '应到' },
        chip(study('expected')),
        { type: 'text', text: '，实到' },
        chip(study('attended')),
        { type: 'text', text: '。' },
      ],
    },
  ],
}

const mark = (who: Somebody, status: SheetEntry['status']): SheetEntry => ({
  personId: who.id,
  status,
  minutes: null,
  note: null,
  at: new Date('2026-04-15T04:00:00Z'),
  seen: null,
})

/** One study session in March with all three present, and a report of March with two figures, signed by Li Na. */
async function written() {
  const here = await town()
  const { lina, wang, qian, organizations, studyGroup } = here
  const { id: activityId } = await lina.does(createActivity, {
    kind: 'study',
    title: '集中学习',
    topic: null,
    description: null,
    hostId: organizations.willow,
    placeId: null,
    groupId: studyGroup,
    teamIds: [],
    equipmentIds: [],
    startsAt: new Date('2026-03-18T01:00:00Z'),
    endsAt: new Date('2026-03-18T03:00:00Z'),
    series: null,
  })
  const marked = (...entries: SheetEntry[]) => lina.does(recordAttendance, { activityId, entries })
  await marked(mark(lina, 'attended'), mark(wang, 'attended'), mark(qian, 'attended'))
  const templateId = newId()
  await asTenant(here.db, here.tenantId, (tx) =>
    tx
      .insertInto('reportTemplate')
      .values({
        id: templateId,
        organizationId: organizations.willow,
        name: '月报',
        title: '月报',
        language: 'zh-CN',
        document: JSON.stringify(document),
        createdBy: lina.id,
        changedAt: new Date('2026-04-01T00:00:00Z'),
      })
      .execute(),
  )
  const report = await lina.does(createReport, {
    organizationId: organizations.willow,
    period: '2026-03',
    language: 'zh-CN',
    title: '{scope}{period}工作报告',
    template: null,
    templateId,
    campaign: '',
  })
  return { ...here, reportId: report.id, marked }
}

const published = async () => {
  const here = await written()
  const { id: publishedId } = await here.lina.does(publishReport, { reportId: here.reportId })
  return { ...here, publishedId }
}

test('a later correction never changes what was published; it is said, and which record made it', async () => {
  const { lina, wang, marked, publishedId } = await published()
  const before = await lina.does(publishedReport, { publishedId })
  expect(before.settled.blocks[1]).toMatchObject({
    runs: [{ text: '应到' }, { text: '3人次' }, { text: '，实到' }, { text: '3人次' }, { text: '。' }],
  })
  expect(await lina.does(publishedDifferences, { publishedId })).toEqual([])
  await marked(mark(wang, 'excused'))
  expect(await lina.does(publishedReport, { publishedId })).toEqual(before)
  const [difference, ...more] = await lina.does(publishedDifferences, { publishedId })
  expect(more).toEqual([])
  expect(difference).toMatchObject({
    before: { value: 3, records: 3 },
    now: { value: 2, records: 2 },
    written: ['−1', '−1人次'],
  })
  const question = difference?.question ?? ''
  expect(await lina.does(differenceRecords, { publishedId, question })).toMatchObject({
    added: 0,
    removed: 1,
    changed: 0,
    records: [{ fate: 'removed', row: { cells: { person: '王建国', status: 'excused' } } }],
  })
  expect(await lina.does(publishedRecords, { publishedId, question, offset: 0, limit: 20 })).toMatchObject({
    total: 3,
    missing: 0,
  })
  await marked(mark(wang, 'attended'))
  expect(await lina.does(publishedDifferences, { publishedId })).toEqual([])
})

test('whatever is corrected afterwards, then and what changed together give what is counted now', async () => {
  const { lina, wang, qian, marked, publishedId } = await published()
  const sealed = JSON.stringify((await lina.does(publishedReport, { publishedId })).settled)
  const people = [lina, wang, qian]
  const corrections = fc.array(
    fc.record({ who: fc.nat(2), status: fc.constantFrom('attended', 'late', 'excused', 'absent', null) }),
    { minLength: 1, maxLength: 4 },
  )
  await fc.assert(
    fc.asyncProperty(corrections, async (all) => {
      for (const { who, status } of all) await marked(mark(people[who] as Somebody, status as SheetEntry['status']))
      expect(JSON.stringify((await lina.does(publishedReport, { publishedId })).settled)).toBe(sealed)
      for (const { question, before, now } of await lina.does(publishedDifferences, { publishedId })) {
        const { added, removed } = await lina.does(differenceRecords, { publishedId, question })
        expect(before.records + added - removed).toBe(now.records)
      }
    }),
    { numRuns: 15 },
  )
})

test('the program itself cannot change or remove what was published', async () => {
  const { db, tenantId, publishedId } = await published()
  for (const change of [
    sql`update published_report set title = 'another' where id = ${publishedId}`,
    sql`update published_count set value = 5`,
    sql`delete from published_file`,
    sql`delete from published_report`,
  ])
    await expect(asTenant(db, tenantId, (tx) => change.execute(tx))).rejects.toThrow(/permission denied/)
})

const fileOf = async ({ db, tenantId, publishedId }: Awaited<ReturnType<typeof published>>, kind: string) => {
  const files = await asTenant(db, tenantId, (tx) => filesOf(tx, publishedId))
  const file = files.find((one) => one.kind === kind)
  if (!file) throw new Error(`there is no ${kind}`)
  return contentOf(file.hash)
}

test('a file that was handed out is genuine; a changed copy is told with its line, a stranger’s is unknown', async () => {
  const here = await published()
  const { zhang, publishedId } = here
  const verify = (content: Buffer) => zhang.does(verifyReport, { content })
  for (const kind of ['docx', 'xlsx'])
    expect(await verify(await fileOf(here, kind))).toMatchObject({
      verdict: 'genuine',
      report: { id: publishedId, kind },
    })
  const parts = await partsOf(await fileOf(here, 'docx'))
  const text = String(parts.get('word/document.xml'))
  parts.set('word/document.xml', Buffer.from(text.replace('实到', '缺席')))
  expect(await verify(await packed(parts))).toMatchObject({
    verdict: 'altered',
    reason: 'file',
    report: { id: publishedId },
    lines: [{ was: '应到3人次，实到3人次。', is: '应到3人次，缺席3人次。' }],
  })
  parts.set('word/document.xml', Buffer.from(text))
  expect(await verify(await packed(parts))).toMatchObject({ verdict: 'altered', lines: [] })
  expect(await verify(Buffer.from('a stranger’s'))).toMatchObject({ verdict: 'unknown', report: null })
  expect(await verify(Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(50)]))).toMatchObject({
    verdict: 'unknown',
  })
})

test('when the office’s own record was altered behind the program’s back, the file says so', async () => {
  const here = await published()
  const docx = await fileOf(here, 'docx')
  const owner = new pg.Client({ connectionString: await ownerAddress() })
  await owner.connect()
  await owner.query('update published_count set value = 4 where published_id = $1', [here.publishedId])
  await owner.end()
  expect(await here.zhang.does(verifyReport, { content: docx })).toMatchObject({ verdict: 'altered', reason: 'record' })
})

test('everybody reads what was opened to them, and no small number of people; nobody reads what was not', async () => {
  const { lina, unasked, publishedId } = await published()
  const read = () => unasked((context) => publishedForEverybody(context, publishedId))
  expect(await read()).toBeNull()
  await lina.does(openPublished, { publishedId, open: true })
  const found = await read()
  expect(found?.settled.blocks[1]).toMatchObject({
    runs: [{ text: '应到' }, { text: '<5' }, { text: '，实到' }, { text: '<5' }, { text: '。' }],
  })
  expect(found?.settled.figures).toEqual({})
  expect(await unasked((context) => publishedForEverybody(context, 'nowhere'))).toBeNull()
})

test('who does not sign does not publish; who reads figures elsewhere does not read it', async () => {
  const { wang, qian, lina, zhang, xiaoyu, reportId } = await written()
  await expect(wang.does(publishReport, { reportId })).rejects.toThrow('notAllowed')
  const { id: publishedId, number } = await lina.does(publishReport, { reportId })
  expect(number).toBe(1)
  expect(await lina.does(publishReport, { reportId })).toMatchObject({ number: 2 })
  expect(await zhang.does(publishedReport, { publishedId })).toMatchObject({ number: 1, latest: 2, mayOpen: false })
  for (const other of [qian, xiaoyu])
    await expect(other.does(publishedReportFile, { publishedId, kind: 'docx' })).rejects.toThrow('notAllowed')
  await expect(zhang.does(openPublished, { publishedId, open: true })).rejects.toThrow('notAllowed')
  expect(await lina.does(openPublished, { publishedId, open: true })).toMatchObject({ open: true })
})
