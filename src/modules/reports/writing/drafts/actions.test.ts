import { expect, test } from 'vitest'
import { town } from '../../../../../test/town.ts'
import { listTemplates, renameTemplate, retireTemplate, saveAsTemplate } from '../templates/actions.ts'
import {
  bringBackReport,
  changeReport,
  createReport,
  deleteReport,
  draftOf,
  listReports,
  readReport,
  readSettledReport,
} from './actions.ts'

const begun = (organizationId: string) => ({
  organizationId,
  period: '2026-03',
  language: 'zh-CN' as const,
  title: '{scope}{period}工作报告',
  template: null,
  templateId: null,
  campaign: '',
})

test('a report is begun, renamed, deleted and brought back', async () => {
  const { lina, organizations } = await town()
  const report = await lina.does(createReport, begun(organizations.willow))
  expect(report).toMatchObject({ title: '柳荫街道2026年3月工作报告', signer: { name: lina.name }, mayWrite: true })
  const reportId = report.id
  const changed = await lina.does(changeReport, { reportId, title: '{period}月报', period: '2026-04', signerId: null })
  expect(changed).toMatchObject({ title: '2026年4月月报', signer: null, writtenTitle: '{period}月报' })
  expect(await lina.does(readSettledReport, { reportId })).toMatchObject({
    title: ['2026年4月月报'],
    period: '2026-04',
  })
  expect((await lina.does(listReports, { search: '月报' })).map(({ id }) => id)).toEqual([reportId])
  await lina.does(deleteReport, { reportId })
  expect(await lina.does(listReports, { search: '' })).toEqual([])
  await expect(lina.does(changeReport, { reportId, title: '另一份', period: '2026', signerId: null })).rejects.toThrow(
    'reportDeleted',
  )
  await lina.does(bringBackReport, { reportId })
  expect(await lina.does(listReports, { search: '' })).toHaveLength(1)
})

test('a secretary writes for their own community, and reads no report of another or of the office', async () => {
  const { lina, qian, organizations } = await town()
  const own = await qian.does(createReport, begun(organizations.pines))
  const office = await lina.does(createReport, begun(organizations.willow))
  await expect(qian.does(createReport, begun(organizations.willow))).rejects.toThrow('notAllowed')
  await expect(qian.does(readReport, { reportId: office.id })).rejects.toThrow('notAllowed')
  await expect(qian.does(deleteReport, { reportId: office.id })).rejects.toThrow('notAllowed')
  expect((await qian.does(listReports, { search: '' })).map(({ id }) => id)).toEqual([own.id])
  expect(await lina.does(listReports, { search: '' })).toHaveLength(2)
})

test('only who may write there signs there', async () => {
  const { lina, qian, zhao, organizations } = await town()
  const { id: reportId, ...report } = await lina.does(createReport, begun(organizations.pines))
  const fields = { reportId, title: report.writtenTitle, period: report.period }
  expect(await lina.does(changeReport, { ...fields, signerId: qian.id })).toMatchObject({ signer: { id: qian.id } })
  await expect(lina.does(changeReport, { ...fields, signerId: zhao.id })).rejects.toThrow('signerMayNotSign')
})

test('a report becomes the office’s template; another begins with it, until it is retired', async () => {
  const { lina, qian, organizations } = await town()
  const { id: reportId } = await lina.does(createReport, begun(organizations.willow))
  const template = await lina.does(saveAsTemplate, { reportId, name: '月报' })
  expect(await qian.does(listTemplates, {})).toMatchObject([{ name: '月报', mayChange: false }])
  const made = await qian.does(createReport, { ...begun(organizations.pines), templateId: template.id })
  const { document } = await qian.does(draftOf, { reportId: made.id })
  expect(document).toEqual((await lina.does(draftOf, { reportId })).document)
  await expect(qian.does(retireTemplate, { templateId: template.id })).rejects.toThrow('notAllowed')
  await lina.does(renameTemplate, { templateId: template.id, name: '工作月报' })
  await lina.does(saveAsTemplate, { reportId, name: '工作月报', templateId: template.id })
  await lina.does(retireTemplate, { templateId: template.id })
  expect(await lina.does(listTemplates, {})).toEqual([])
  await expect(qian.does(createReport, { ...begun(organizations.pines), templateId: template.id })).rejects.toThrow(
    'notFound',
  )
})
