import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Document, Packer, Paragraph } from 'docx'
import { beforeAll, expect, test } from 'vitest'
import { town } from '../../../../test/town.ts'
import { paragraphsOf } from '../../../platform/document/template.ts'
import type { Download, StoredFile } from '../../../platform/endpoint.ts'
import { fileStore, keepFilesIn, keptFiles } from '../../../platform/files.ts'
import { acknowledgeDuty, changeDuty, createDuty, endHolding, giveDuty, readDuty } from '../actions.ts'
import { issueLetter, letterFile } from './actions.ts'
import { addLetterTemplate, readLetterTemplate, removeLetterTemplate } from './template/actions.ts'

beforeAll(async () => keepFilesIn(fileStore(await mkdtemp(join(tmpdir(), 'linli-letters-')))))

const stored = async (bytes: Uint8Array): Promise<StoredFile> => {
  const pieces = async function* () {
    yield bytes
  }
  return { ...(await keptFiles().save(pieces(), 2 ** 24)), name: '职责书.docx' }
}
const wordFile = async (...lines: string[]) =>
  stored(await Packer.toBuffer(new Document({ sections: [{ children: lines.map((line) => new Paragraph(line)) }] })))
const textOf = async ({ body }: Download) =>
  (await paragraphsOf(keptFiles().path((await stored(body as Uint8Array)).hash))).map(({ text }) => text).join('\n')

/** Chen Jing answers for fire safety from February on. */
async function given() {
  const here = await town()
  const { wang, chen, organizations } = here
  const fields = { name: '消防安全', about: '每月检查一次\n保管钥匙', fromDate: '2026-01-01', toDate: null }
  const source = { policyId: null, sectionKey: null }
  const organizationId = organizations.peace
  const { id: dutyId } = await wang.does(createDuty, { organizationId, ...fields, ...source })
  const held = { dutyId, personId: chen.id, seat: 'holder' as const, fromDate: '2026-02-01' }
  const { holder } = await wang.does(giveDuty, held)
  const holdingId = holder?.id ?? ''
  const letter = async () => (await wang.does(readDuty, { dutyId })).holder
  return { ...here, dutyId, holdingId, letter, change: { dutyId, ...fields, ...source } }
}

test('a letter says what the duty was when it was issued, and who acknowledged it when', async () => {
  const { wang, chen, qian, holdingId, letter, change } = await given()
  await chen.does(acknowledgeDuty, { holdingId })
  await expect(qian.does(issueLetter, { holdingId, language: 'zh-CN' })).rejects.toThrow('notFound')
  await wang.does(issueLetter, { holdingId, language: 'zh-CN' })
  expect(await letter()).toMatchObject({
    acknowledged: false,
    letter: { issuedOn: '2026-04-15', acknowledgedOn: null },
  })
  const letterId = (await letter())?.letter?.id ?? ''
  await wang.does(changeDuty, { ...change, about: '每周检查一次' })
  const before = await textOf(await chen.does(letterFile, { letterId }))
  expect(before).toContain('自2026年2月1日起，由您担任和平社区“消防安全”责任人。')
  expect(before).toContain('每月检查一次\n保管钥匙\n尚未签收。')
  await chen.at('2026-04-16').does(acknowledgeDuty, { holdingId })
  expect(await letter()).toMatchObject({ acknowledged: true, letter: { acknowledgedOn: '2026-04-16' } })
  expect(await textOf(await wang.does(letterFile, { letterId }))).toContain('陈静已于2026年4月16日签收。')
  await expect(qian.does(letterFile, { letterId })).rejects.toThrow('notFound')
  await wang.does(issueLetter, { holdingId, language: 'en' })
  expect((await letter())?.letter?.id).not.toBe(letterId)
  expect(await letter()).toMatchObject({ acknowledged: false })
  await wang.does(endHolding, { holdingId, toDate: '2026-04-10' })
  await expect(wang.does(issueLetter, { holdingId, language: 'en' })).rejects.toThrow('heldNoLonger')
})

test('the office’s own file is checked when it is brought, is filled, and stays with the letters that it was used for', async () => {
  const { lina, wang, chen, holdingId, letter } = await given()
  const wrong = await lina.does(addLetterTemplate, { file: await wordFile('{姓名}', '{工资}') })
  expect(wrong).toMatchObject({ kept: null, faults: [{ fault: 'unknown', tag: '工资', number: 2 }] })
  expect(await lina.does(readLetterTemplate, {})).toMatchObject({ template: null })
  const file = await wordFile('兹任命{姓名}为{duty}{角色}，自{起始日期}起。', '签收：{签收人} {签收日期}')
  await expect(wang.does(addLetterTemplate, { file })).rejects.toThrow('notAllowed')
  const { kept } = await lina.does(addLetterTemplate, { file })
  await wang.does(issueLetter, { holdingId, language: 'zh-CN' })
  await lina.does(removeLetterTemplate, { letterTemplateId: kept?.id ?? '' })
  await chen.does(acknowledgeDuty, { holdingId })
  const letterId = (await letter())?.letter?.id ?? ''
  expect(await textOf(await wang.does(letterFile, { letterId }))).toBe(
    '兹任命陈静为消防安全责任人，自2026年2月1日起。\n签收：陈静 2026年4月15日',
  )
})
