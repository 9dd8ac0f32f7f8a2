import { expect, test } from 'vitest'
import { newOffice } from '../../../../test/imports.ts'
import { town } from '../../../../test/town.ts'
import { declareSheets } from '../../../platform/workbook/sheet.ts'
import {
  addChecklist,
  bringBackChecklist,
  changeChecklist,
  listChecklists,
  retireChecklist,
  seeChecklist,
} from './actions.ts'
import { Content } from './contract.ts'
import { sheets } from './sheets.ts'

const fire = Content.parse({
  sections: [
    {
      id: 's1',
      title: '消防',
      questions: [
        { id: 'exit', kind: 'yesNo', text: '安全出口畅通', critical: true, grade: 'danger' },
        { id: 'why', kind: 'photo', text: '拍下堵塞处', when: { id: 'exit', is: ['no'] } },
      ],
    },
  ],
})
const all = { retired: false }

test('a checklist is written, changed in a version of its own, taken out of use and brought back', async () => {
  const { lina, wang, xiaoyu } = await town()
  const { id: checklistId } = await lina.does(addChecklist, { name: '消防检查', use: 'safety', content: fire })
  const changed = { checklistId, name: '消防检查', content: fire }
  await expect(lina.does(changeChecklist, changed)).rejects.toThrow('checklistUnchanged')
  await expect(lina.does(addChecklist, { name: '消防检查', use: 'safety', content: fire })).rejects.toThrow(
    'checklistNameTaken',
  )
  const stricter = { ...fire, enough: 90 }
  expect(await lina.does(changeChecklist, { ...changed, content: stricter })).toMatchObject({
    version: 2,
    changedBy: '李娜',
    questions: 2,
  })
  expect(await lina.does(seeChecklist, { checklistId, version: 1 })).toMatchObject({ content: { enough: 0 } })
  const { versions } = await lina.does(seeChecklist, { checklistId })
  expect(versions.map(({ number }) => number)).toEqual([2, 1])
  const upsideDown = {
    ...fire,
    sections: fire.sections.map((one) => ({ ...one, questions: one.questions.toReversed() })),
  }
  await expect(lina.does(changeChecklist, { ...changed, content: upsideDown })).rejects.toThrow('askedTooLate')
  expect(await wang.does(listChecklists, { ...all, use: 'safety' as const })).toMatchObject({
    checklists: [{ name: '消防检查', questions: 2 }],
    mayKeep: false,
  })
  await expect(wang.does(changeChecklist, { ...changed, content: fire })).rejects.toThrow('notAllowed')
  await expect(xiaoyu.does(listChecklists, all)).rejects.toThrow('notAllowed')
  await lina.does(retireChecklist, { checklistId })
  expect((await lina.does(listChecklists, all)).checklists).toEqual([])
  await lina.does(bringBackChecklist, { checklistId })
  expect((await lina.does(listChecklists, all)).checklists).toHaveLength(1)
})

test('the office’s sheet becomes a checklist: merged cells hold for their rows, and what cannot be read is said by row', async () => {
  const office = await newOffice()
  declareSheets(sheets)
  const path = await office.write([
    {
      name: 'Sheet1',
      merges: ['A1:I1', 'B3:B5', 'B6:B12'],
      rows: [
        ['养老服务站安全检查表'],
        ['序号', '检查\n项目', '检查内容及要求', '检查方式', '合格标准', '分 值', '一票否决', '隐患等级', '适用条件'],
        [1, '消防', '安全出口是否畅通', '是否', '是', 10, '是', '重大', ''],
        [2, '', '堵塞物', '拍照', '', '', '', '', '第1题=否'],
        [3, '', '灭火器压力', '读数', '1.0～1.4 MPa', 5, '', '较大', ''],
        [4, '食堂', '冷藏温度', '', '0-8℃', 5, '否', '一般', ''],
        [5, '', '有无过期食品', '有无', '无', 10, '√', '重大', ''],
        [6, '', '', '是否', '', 5, '', '', ''],
        [7, '', '台面卫生', '打分', '3', '5分', '', '', ''],
        [8, '', '油烟机', '凭感觉', '', 5, '', '', ''],
        [9, '', '燃气报警', '是否', '', '很多', '', '', ''],
        [10, '', '留样', '是否', '', 5, '', '', '第99题=否'],
      ],
    },
  ])
  const tried = await office.take([path], { trial: true })
  const outcome = await office.take([path])
  expect({ ...tried, id: outcome.id }).toEqual(outcome)
  expect(outcome.tables.map(({ kind }) => kind)).toEqual(['checklist'])
  expect(outcome.refused.map(({ row, reason, column }) => [row, reason, column])).toEqual([
    [8, 'askedMissing', 2],
    [10, 'askedKindUnclear', 3],
    [11, 'weightUnclear', 5],
    [12, 'conditionUnclear', 8],
  ])
  expect(outcome.records.checklist).toEqual({ created: 1, updated: 0, unchanged: 0 })
  const [list] = await office.does(({ tx }) =>
    tx
      .selectFrom('checklistVersion as v')
      .innerJoin('checklist as c', 'c.id', 'v.checklistId')
      .select(['c.name', 'c.use', 'v.content'])
      .execute(),
  )
  expect(list).toMatchObject({ name: '养老服务站安全检查表', use: 'safety' })
  const { sections } = Content.parse(list?.content)
  expect(sections.map(({ title, questions }) => [title, questions.length])).toEqual([
    ['消防', 3],
    ['食堂', 3],
  ])
  expect(sections.flatMap(({ questions }) => questions)).toMatchObject([
    { kind: 'yesNo', good: 'yes', weight: 10, critical: true, grade: 'danger' },
    { kind: 'photo', when: { id: 'q1', is: ['no'] } },
    { kind: 'measure', from: 1, to: 1.4, unit: 'MPa', grade: 'major' },
    { kind: 'measure', from: 0, to: 8, unit: '℃', critical: false },
    { kind: 'yesNo', good: 'no', critical: true },
    { kind: 'score', most: 5, least: 3, weight: 5 },
  ])
  expect(await office.take([path])).toMatchObject({ records: { checklist: { created: 0, unchanged: 1 } } })
})

test('forms that are filled in by hand are read for what they ask: their empty columns, headers and signatures are none of it', async () => {
  const read = async (rows: (string | number)[][]) => {
    const office = await newOffice()
    const { refused } = await office.take([await office.write([{ name: 'Sheet1', rows }])])
    expect(refused).toEqual([])
    const [list] = await office.does(({ tx }) =>
      tx
        .selectFrom('checklistVersion as v')
        .innerJoin('checklist as c', 'c.id', 'v.checklistId')
        .select(['c.name', 'v.content'])
        .execute(),
    )
    const { sections } = Content.parse(list?.content)
    return [list?.name, ...sections.map(({ title, questions }) => [title, ...questions.map(({ text }) => text)])]
  }
  expect(
    await read([
      ['社区消防安全检查记录表'],
      ['被检查单位：和平社区', '', '检查日期：2026年3月2日'],
      ['序号', '检查项目', '检查内容', '检查结果（合格/不合格）', '存在问题', '整改措施'],
      [1, '疏散通道', '安全出口保持畅通', '', '', ''],
      [2, '', '疏散指示标志完好', '', '', ''],
      [3, '消防设施', '灭火器在有效期内', '', '', ''],
      ['检查人签字：', '', '', '负责人签字：'],
    ]),
  ).toEqual([
    '社区消防安全检查记录表',
    ['疏散通道', '安全出口保持畅通', '疏散指示标志完好'],
    ['消防设施', '灭火器在有效期内'],
  ])
  expect(
    await read([
      ['每日巡查检查表'],
      ['检查内容', '检查结果', '备注'],
      ['燃气阀门已关闭', '', ''],
      ['检查人员是否持证', '', ''],
      ['检查人：', '', ''],
    ]),
  ).toEqual(['每日巡查检查表', ['', '燃气阀门已关闭', '检查人员是否持证']])
  expect(
    await read([
      ['食堂卫生检查表'],
      ['序号', '检查项目', '检查结果', '备注'],
      [1, '地面清洁', '', ''],
      [2, '餐具消毒', '', ''],
    ]),
  ).toEqual(['食堂卫生检查表', ['', '地面清洁', '餐具消毒']])
  expect(
    await read([
      ['Fire safety inspection'],
      ['No.', 'Area', 'Check item', 'Yes', 'No', 'N/A', 'Remarks'],
      [1, 'Kitchen', 'Extinguisher in date', '', '', '', ''],
      [2, '', 'Exit free', '', '', '', ''],
    ]),
  ).toEqual(['Fire safety inspection', ['Kitchen', 'Extinguisher in date', 'Exit free']])
})
