import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { newOffice } from '../../../../test/imports.ts'
import type { SheetPlan } from '../../../../test/workbook.ts'
import { asTenant } from '../../../platform/tenancy.ts'

const tree: SheetPlan = {
  name: '组织架构',
  rows: [
    ['青松镇组织架构'],
    ['镇街', '村（社区）', '站点'],
    ['青松镇', '东风社区', '东风服务站'],
    [null, null, '向阳驿站'],
    [null, '西湖社区', null],
    ['制表：孙七'],
  ],
  merges: ['A1:C1', 'A3:A5'],
}
const people: SheetPlan = {
  name: '左右两栏',
  rows: [
    ['通讯录', null, null, null, '通讯录'],
    ['姓名', '联系方式', '所在社区', null, '姓名', '联系方式', '所在社区'],
    ['张伟 13800000001', null, '东风社区', null, '李娜（法律）', '13800000002', '西湖社区'],
    ['王 芳', '１３８０００００００3', '东风社区'],
  ],
}
const names = `select name from person order by name collate "C"`
const attended = `select n.name, a.title, x.status from participation x join person n on n.id = x.person_id
  join activity a on a.id = x.activity_id order by a.starts_at, n.name collate "C"`

type Office = Awaited<ReturnType<typeof newOffice>>
const ask = (office: Office, query: string) =>
  asTenant(office.db, office.tenantId, async (tx) => (await sql.raw(query).execute(tx)).rows)

/** Takes a workbook twice: the second time nothing may change. */
async function twice(sheets: SheetPlan[], query: string) {
  const office = await newOffice()
  const path = await office.write(sheets)
  const first = await office.take([path])
  const rows = await ask(office, query)
  const again = await office.take([path])
  expect([again.created, again.updated]).toEqual([0, 0])
  expect(await ask(office, query)).toEqual(rows)
  return { ...first, rows, office }
}

describe('tables of other shapes', () => {
  test('a tree in columns, tables side by side, numbers and remarks beside names', async () => {
    const { rows, refused, warnings } = await twice(
      [tree, people],
      `select o.name, o.kind, p.name as parent from organization o left join organization p on p.id = o.parent_id
        order by length(o.path), o.name collate "C"`,
    )
    expect(refused).toEqual([])
    expect(rows).toEqual([
      { name: '青松镇', kind: 'subdistrict', parent: null },
      { name: '东风社区', kind: 'community', parent: '青松镇' },
      { name: '西湖社区', kind: 'community', parent: '青松镇' },
      { name: '东风服务站', kind: 'station', parent: '东风社区' },
      { name: '向阳驿站', kind: 'station', parent: '东风社区' },
    ])
    expect(warnings.map((w) => [w.reason, w.values.note])).toContainEqual(['besideName', '法律'])
  })

  test('the office is shown by the name that its workbook gives it', async () => {
    const { rows } = await twice([tree, people], 'select name from tenant where id = current_tenant()')
    expect(rows).toEqual([{ name: '青松镇' }])
  })

  test('people side by side with a number in the cell of the name', async () => {
    const { rows } = await twice([tree, people], 'select name, phone from person order by phone')
    expect(rows).toEqual([
      { name: '张伟', phone: '13800000001' },
      { name: '李娜', phone: '13800000002' },
      { name: '王芳', phone: '13800000003' },
    ])
  })

  test('an activity’s own sign-in sheet in two columns: made when it is not on record, and only who signed', async () => {
    const { rows, refused, warnings } = await twice(
      [
        tree,
        people,
        {
          name: '签到',
          rows: [
            ['“清洁家园”活动签到表'],
            ['活动主题：清洁家园　活动时间：2023年3月5日上午9:00-11:00'],
            ['地点', '广场', '主持人', '孙七'],
            ['序号', '姓名', '签名', '序号', '姓名', '签名'],
            [1, '张伟', '张伟', 3, '王芳', '√'],
            [2, '李娜', null, null, null, null],
          ],
          merges: ['A1:F1', 'A2:F2'],
        },
      ],
      attended,
    )
    expect(refused).toEqual([])
    expect(rows).toEqual([
      { name: '张伟', title: '清洁家园', status: 'attended' },
      { name: '王芳', title: '清洁家园', status: 'attended' },
    ])
    expect(warnings.map((w) => [w.reason, w.values.name ?? w.values.title])).toEqual(
      expect.arrayContaining([
        ['notSigned', '李娜'],
        ['activityMade', '清洁家园'],
      ]),
    )
  })

  test('months, sessions and people across; a list of marks', async () => {
    const held = (title: string, day: string, kind: string) => [title, day, '9:00-11:00', '青松镇', kind]
    const { rows, refused, warnings } = await twice(
      [
        tree,
        people,
        {
          name: '台账',
          rows: [
            ['主题', '日期', '时间', '主办单位', '类别'],
            held('第一次学习', '2023-03-05', '集中学习'),
            held('第二次学习', '2023-04-02', '集中学习'),
            held('三月例会', '2023-03-08', '会议'),
            held('消防演练', '2023-05-08', '培训'),
          ],
        },
        { name: '例会考勤', rows: [['2023年'], ['姓名', '2月', '3月'], ['张伟', '√', '√'], ['李娜', null, '病假']] },
        {
          name: '学习考勤',
          rows: [
            ['姓名', '第1次', '第2次'],
            ['张伟', '√', '×'],
            ['王芳', '√', '√'],
          ],
        },
        {
          name: '学习到会',
          rows: [
            ['日期', '张伟', '李娜'],
            ['2023-3-5', '√', '请假'],
            ['2023-4-2', '×', '√'],
          ],
        },
        {
          name: '签到',
          rows: [
            ['活动', '日期', '姓名', '是否到会'],
            ['消防演练', '2023.5.8', '王芳', '是'],
          ],
        },
      ],
      attended,
    )
    expect(refused).toEqual([])
    expect(rows).toEqual([
      { name: '张伟', title: '第一次学习', status: 'attended' },
      { name: '李娜', title: '第一次学习', status: 'excused' },
      { name: '王芳', title: '第一次学习', status: 'attended' },
      { name: '张伟', title: '三月例会', status: 'attended' },
      { name: '李娜', title: '三月例会', status: 'excused' },
      { name: '张伟', title: '第二次学习', status: 'absent' },
      { name: '李娜', title: '第二次学习', status: 'attended' },
      { name: '王芳', title: '第二次学习', status: 'attended' },
      { name: '王芳', title: '消防演练', status: 'attended' },
    ])
    expect(warnings.map((w) => [w.reason, w.values.month])).toContainEqual(['noActivityIn', '2023-02'])
  })

  const byMonth: SheetPlan = {
    name: '时长',
    rows: [
      ['2023年志愿服务时长统计（单位：小时）'],
      ['姓名', '上半年', null, '合计'],
      [null, '1月', '2月', null],
      ['张伟', 2, 1.5, 3.5],
      ['李娜、王芳', 0, '90分钟', 1.5],
      ['小计', 2, 4.5, 6.5],
    ],
    merges: ['A2:A3', 'B2:C2', 'D2:D3'],
  }
  const minutes = `select n.name, a.title, x.minutes from participation x join person n on n.id = x.person_id
    join activity a on a.id = x.activity_id order by a.starts_at, n.name collate "C"`

  test('hours summed by month: asked, and left out beside the hours themselves', async () => {
    const { rows, refused, tables } = await twice([tree, people, byMonth], minutes)
    expect(refused).toEqual([])
    expect(tables.at(-1)?.asked).toBe('sums')
    expect(rows).toEqual([
      { name: '张伟', title: '1月志愿服务', minutes: 120 },
      { name: '张伟', title: '2月志愿服务', minutes: 90 },
      { name: '李娜', title: '2月志愿服务', minutes: 90 },
      { name: '王芳', title: '2月志愿服务', minutes: 90 },
    ])
    const list = {
      name: '明细',
      rows: [
        ['姓名', '活动名称', '日期', '工时'],
        ['张伟', '义诊', '2023-1-8', 2],
      ],
    }
    const both = await twice([tree, people, byMonth, list], minutes)
    expect(both.rows).toEqual([{ name: '张伟', title: '义诊', minutes: 120 }])
    expect(both.warnings.map((w) => [w.sheet, w.reason])).toContainEqual(['时长', 'sumsNotTaken'])
  })

  test('people whom only hours name are made where their reader says, and nowhere else', async () => {
    const office = await newOffice()
    const list = {
      name: '时长',
      rows: [
        ['姓名', '电话', '活动名称', '日期', '工时'],
        ['张伟', '13800000001', '义诊', '2023-1-8', 2],
        ['张伟', null, '义剪', '2023-2-8', 1],
        ['李娜', null, '义诊', '2023-1-8', 2],
        ['赵敏', '13800000004', '义诊', '2023-1-8', 2],
        ['赵敏', '13800000005', '义诊', '2023-1-8', 2],
        ['赵敏', null, '义剪', '2023-2-8', 2],
      ],
    }
    const path = await office.write([tree, list])
    const asked = await office.take([path], { trial: true })
    expect(asked.refused.map((row) => row.reason)).toEqual(Array(6).fill('unknownPerson'))
    const { id, tables } = await office.open(path)
    const choice = { kind: 'hours', year: null, columns: null, peopleIn: '西湖社区' }
    await office.map(id, [{ number: tables.length - 1, ...choice }])
    const { outcome } = await office.carry(id)
    expect(outcome?.refused.map((row) => [row.row, row.reason])).toEqual([[7, 'ambiguousPerson']])
    expect(outcome?.warnings.filter((w) => w.reason === 'personMade').map((w) => w.values.name)).toEqual([
      '张伟',
      '李娜',
      '赵敏',
      '赵敏',
    ])
    expect(await ask(office, names)).toEqual([{ name: '张伟' }, { name: '李娜' }, { name: '赵敏' }, { name: '赵敏' }])
    const again = await office.take([path])
    expect([again.created, again.updated]).toEqual([0, 0])
  })

  test('a reader says whether days or months come first', async () => {
    const office = await newOffice()
    const path = await office.write([
      tree,
      {
        name: 'Events',
        rows: [
          ['Date', 'Time', 'What', 'Organiser'],
          ['05/06/2023', '9:00-10:00', 'Reading', '东风社区'],
        ],
      },
    ])
    const { id, tables } = await office.open(path)
    expect(tables[1]).toMatchObject({ asked: 'order', dayFirst: null })
    await office.map(id, [{ number: 1, kind: 'activities', year: null, columns: null, dayFirst: true }])
    const { outcome } = await office.carry(id)
    expect(outcome?.refused).toEqual([])
    expect(await ask(office, `select to_char(starts_at, 'YYYY-MM-DD') as day from activity`)).toEqual([
      { day: '2023-06-05' },
    ])
  })

  test('a sign-in sheet whose year nobody names is left out until it is said', async () => {
    const office = await newOffice()
    const path = await office.write([
      tree,
      people,
      {
        name: '3月5日义诊签到',
        rows: [
          ['姓名', '单位'],
          ['张伟', '东风社区'],
        ],
      },
    ])
    const { id, tables } = await office.open(path)
    expect(tables.at(-1)).toMatchObject({ kind: 'attendance', asked: 'year' })
    const tried = await office.carry(id, true)
    expect(tried.outcome?.warnings.map((w) => w.reason)).toContain('yearNotSaid')
    await office.map(id, [{ number: tables.length - 1, kind: 'attendance', year: 2023, columns: null }])
    await office.carry(id)
    expect(await ask(office, attended)).toEqual([{ name: '张伟', title: '义诊', status: 'attended' }])
  })

  test('sums beside the marks of an attendance sheet; a sheet for each community; an English X', async () => {
    const own = (community: string, name: string, phone: string): SheetPlan => ({
      name: community,
      rows: [
        ['姓名', '电话', '岗位'],
        [name, phone, '社工'],
      ],
    })
    const { rows, refused, office } = await twice(
      [
        tree,
        own('东风社区', '张伟', '13800000001'),
        own('西湖', '李娜', '13800000002'),
        {
          name: '活动',
          rows: [
            ['东风社区2023年活动'],
            ['主题', '日期', '时间', '类别'],
            ['第一次学习', '2023-03-05', '9:00-11:00', '集中学习'],
            ['第二次学习', '2023-04-02', '9:00-11:00', '集中学习'],
          ],
        },
        {
          name: '学习出勤',
          rows: [
            ['姓名', '社区', '3月5日', '4月2日', '出勤次数', '出勤率'],
            ['张伟', '东风', '√', '√', 2, '100%'],
            ['李娜', '西湖', '√', '事', 1, '50%'],
            ['实到人数', null, 2, 1],
          ],
        },
        {
          name: 'Study attendance 2023',
          rows: [
            ['Name', '5 Mar', '2 Apr'],
            ['张伟', 'X', null],
            ['李娜', 'X', null],
          ],
        },
      ],
      attended,
    )
    expect(refused).toEqual([])
    expect(rows.map((row) => Object.values(row as object).join(' '))).toEqual([
      '张伟 第一次学习 attended',
      '李娜 第一次学习 attended',
      '张伟 第二次学习 attended',
      '李娜 第二次学习 excused',
    ])
    expect(
      await ask(
        office,
        `select o.name from membership m join organization o on o.id = m.organization_id join person n on n.id = m.person_id
          union all select o.name from activity a join organization o on o.id = a.host_id order by 1`,
      ),
    ).toEqual(['东风社区', '东风社区', '东风社区', '西湖社区'].map((name) => ({ name })))
  })

  test('a team named once for the rows below it', async () => {
    const { rows, warnings } = await twice(
      [
        tree,
        {
          name: '队员名单',
          rows: [
            ['社区', '姓名', '电话'],
            ['东风社区', '张伟', '13800000001'],
            [null, '李娜', '13800000002'],
            ['西湖社区', '王芳', '13800000003'],
            [null, '赵敏', '13800000004'],
          ],
        },
      ],
      `select o.name from membership m join organization o on o.id = m.organization_id join person n on n.id = m.person_id order by n.phone`,
    )
    expect(rows.map((row) => (row as { name: string }).name)).toEqual(['东风社区', '东风社区', '西湖社区', '西湖社区'])
    expect(warnings.map((w) => w.reason)).toContain('carriedDown')
  })
})
