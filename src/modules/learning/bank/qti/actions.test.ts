import { readFileSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { anyQuestion } from '../../../../../test/questions.ts'
import { town } from '../../../../../test/town.ts'
import type { StoredFile } from '../../../../platform/endpoint.ts'
import { fileStore, keepFilesIn, keptFiles } from '../../../../platform/files.ts'
import { packed } from '../../../../platform/workbook/archive.ts'
import { addQuestion, listQuestions, questionsFile } from '../actions.ts'
import { bringQti } from './actions.ts'
import { manifestXml } from './exporting/rules.ts'

beforeAll(async () => keepFilesIn(fileStore(await mkdtemp(join(tmpdir(), 'linli-qti-')))))

async function stored(bytes: Buffer, name = 'items.zip'): Promise<StoredFile> {
  const saved = await keptFiles().save(
    (async function* () {
      yield bytes
    })(),
    2 ** 28,
  )
  return { ...saved, name }
}
const item = (name: string): Buffer => readFileSync(`test/data/qti/${name}.xml`)
const packageOf = (parts: Record<string, Buffer>, listed = Object.keys(parts)): Promise<Buffer> =>
  packed([
    ['imsmanifest.xml', Buffer.from(manifestXml(listed.map((href, i) => ({ identifier: `i${i}`, href }))))] as const,
    ...Object.entries(parts),
  ])
const all = { q: '', retired: false }

test('a package comes in: each item that can be asked, the others refused by name; the second time nothing is new', async () => {
  const { lina, qian } = await town()
  const names = ['choice-mapped', 'order-partial', 'text-entries', 'match-pairs', 'essay', 'several', 'hotspot']
  const parts = Object.fromEntries(names.map((name) => [`items/${name}.xml`, item(name)]))
  const file = await stored(await packageOf(parts, [...Object.keys(parts), 'items/gone.xml']))
  const tried = await lina.does(bringQti, { file, trial: true })
  expect(await lina.does(listQuestions, { ...all, limit: 50 })).toMatchObject({ total: 0 })
  const outcome = await lina.does(bringQti, { file, trial: false })
  expect(outcome).toEqual(tried)
  expect(outcome.taken.map(({ kind }) => kind)).toEqual(['multiple', 'order', 'fill', 'match', 'text', 'several'])
  expect(outcome.refused).toEqual([
    {
      file: 'items/hotspot.xml',
      title: 'Where is the exit',
      reason: 'qtiInteraction',
      what: 'qti-hotspot-interaction',
    },
    { file: 'items/gone.xml', title: '', reason: 'qtiPartMissing', what: '' },
  ])
  expect(outcome.without).toMatchObject([
    { file: 'items/choice-mapped.xml', left: 'picture', what: '(a newspaper)' },
    { file: 'items/order-partial.xml', left: 'feedback', what: 'qti-feedback-inline' },
    { file: 'items/match-pairs.xml', left: 'formula' },
  ])
  expect(await lina.does(bringQti, { file, trial: false })).toMatchObject({ taken: [], known: { length: 6 } })
  await expect(qian.does(bringQti, { file, trial: false })).rejects.toThrow('notAllowed')
})

test('a passage that an item is about comes with it; what the package does not hold is told', async () => {
  const { lina } = await town()
  const about = { 'items/about.xml': item('about-passage') }
  const packs = { ...about, 'passages/passage.xml': item('passage') }
  const bring = async (parts: Record<string, Buffer>) =>
    lina.does(bringQti, { file: await stored(await packageOf(parts, ['items/about.xml'])), trial: false })
  expect(await bring(packs)).toMatchObject({ taken: [{ kind: 'text' }], without: [] })
  const { questions } = await lina.does(listQuestions, { ...all, limit: 50 })
  expect(questions[0]?.stem).toEqual({
    en: 'A letter\nThe bins are emptied on Tuesdays.\nRead the letter.\nWhy is it written?',
  })
  expect(await bring(about)).toMatchObject({
    taken: [{ kind: 'text' }],
    without: [{ left: 'element', what: 'qti-assessment-stimulus-ref' }],
  })
  const script = Buffer.from('<qti-assessment-stimulus><script>x()</script></qti-assessment-stimulus>')
  const entity = Buffer.from(
    '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><qti-assessment-stimulus>&x;</qti-assessment-stimulus>',
  )
  expect(await bring({ ...about, 'passages/passage.xml': entity })).toMatchObject({
    refused: [{ reason: 'qtiDoctype' }],
  })
  const body = Buffer.from(
    `<qti-assessment-stimulus><qti-stimulus-body>${script}</qti-stimulus-body></qti-assessment-stimulus>`,
  )
  expect(await bring({ ...about, 'passages/passage.xml': body })).toMatchObject({ refused: [{ reason: 'qtiScript' }] })
})

test('what we write as a package another office reads as the same questions', async () => {
  const here = await town()
  for (const question of fc.sample(anyQuestion(), 40)) await here.lina.does(addQuestion, question)
  const { body } = await here.lina.does(questionsFile, { ...all, format: 'qti' as const })
  const file = await stored(body as Buffer)
  const digests = ({ unasked }: Awaited<ReturnType<typeof town>>) =>
    unasked(async ({ tx }) =>
      (await tx.selectFrom('questionVersion').select('digest').execute()).map(({ digest }) => digest).sort(),
    )
  const before = await digests(here)
  expect(await here.lina.does(bringQti, { file, trial: true })).toMatchObject({ taken: [], refused: [] })
  const there = await town()
  expect(await there.lina.does(bringQti, { file, trial: false })).toMatchObject({ known: [], refused: [], without: [] })
  expect(await digests(there)).toEqual(before)
})

test('a hostile file is refused as a whole, and nothing of it is kept', async () => {
  const { lina } = await town()
  const bring = async (bytes: Buffer, name?: string) =>
    lina.does(bringQti, { file: await stored(bytes, name), trial: false })
  const slip = await packageOf({ 'items/a..b.xml': item('essay') })
  const out = Buffer.from(slip.toString('latin1').replaceAll('items/a..b.xml', '../../../a.xml'), 'latin1')
  await expect(bring(out)).rejects.toThrow('qtiSlip')
  await expect(bring(await packageOf({ 'items/a.xml': Buffer.alloc(64 * 2 ** 20, 0x20) }))).rejects.toThrow('qtiBomb')
  await expect(bring(await packed([['items/a.xml', item('essay')]]))).rejects.toThrow('qtiNoManifest')
  await expect(bring(await packageOf({}))).rejects.toThrow('qtiNoItems')
  const broken = await packageOf({ 'items/a.xml': item('essay') }, ['items/%zz.xml', '../../../etc/passwd'])
  expect(await bring(broken)).toMatchObject({ refused: [{ reason: 'qtiPartMissing' }, { reason: 'qtiPartMissing' }] })
  const often = await packageOf({ 'items/a.xml': item('hotspot') }, Array(4000).fill('items/a.xml'))
  expect(await bring(often)).toMatchObject({ refused: { length: 1 } })
  const fetches = item('essay').toString().replace('<p>', '<xi:include href="file:///etc/passwd"/><p>')
  expect(await bring(Buffer.from(fetches), 'a.xml')).toMatchObject({
    refused: [{ reason: 'qtiScript', what: 'include' }],
  })
  await expect(bring(Buffer.from('%PDF-1.7'), 'a.xml')).rejects.toThrow('qtiNotAPackage')
  await expect(bring(Buffer.from('PK\u0003\u0004 no zip'), 'a.zip')).rejects.toThrow('qtiNotAPackage')
  const entity = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><qti-assessment-item>&x;</qti-assessment-item>'
  expect(await bring(Buffer.from(entity), 'a.xml')).toMatchObject({ taken: [], refused: [{ reason: 'qtiDoctype' }] })
  const huge = Buffer.from(`<qti-assessment-item>${' '.repeat(3 * 2 ** 20)}</qti-assessment-item>`)
  expect(await bring(huge, 'a.xml')).toMatchObject({ refused: [{ reason: 'qtiTooLarge' }] })
  expect(await lina.does(listQuestions, { ...all, limit: 50 })).toMatchObject({ total: 0 })
})
