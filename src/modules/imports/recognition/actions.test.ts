import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { newOffice } from '../../../../test/imports.ts'
import type { SheetPlan } from '../../../../test/workbook.ts'
import { asTenant } from '../../../platform/tenancy.ts'

const tree: SheetPlan = {
  name: '单位',
  rows: [
    ['单位名称', '单位类别', '上级单位'],
    ['桂园街道', '街道办事处', null],
    ['东风居委会', '居委会', '桂园街道'],
    ['西湖居委会', '居委会', '桂园街道'],
    ['蓝天队', '志愿服务队', '桂园街道'],
  ],
}
const people: SheetPlan = {
  name: '通讯录',
  rows: [
    ['姓名', '联系电话', '居委会', '岗位'],
    ['张伟', '13800000001', '东风居委会', '社工'],
    ['李娜', '13800000002', '西湖', '社工'],
    ['王芳', '13800000003', '东风社区', '志愿者'],
    ['赵敏', '13800000004', '西湖居委会', '志愿者'],
  ],
}

async function taken(sheets: SheetPlan[], query: string) {
  const office = await newOffice()
  const outcome = await office.take([await office.write(sheets)])
  const rows = await asTenant(office.db, office.tenantId, async (tx) => (await sql.raw(query).execute(tx)).rows)
  return { ...outcome, rows: rows as Record<string, unknown>[], office }
}
const zone = `at time zone 'Asia/Shanghai'`
const activities = `select a.title, a.kind, to_char(a.starts_at ${zone}, 'YYYY-MM-DD HH24:MI') as starts, to_char(a.ends_at ${zone}, 'HH24:MI') as ends,
  o.name as host, p.name as place from activity a join organization o on o.id = a.host_id left join place p on p.id = a.place_id order by a.starts_at, a.title`
const hours = `select n.name, a.title, x.minutes, x.status from participation x join person n on n.id = x.person_id join activity a on a.id = x.activity_id order by 2, 1`

describe('other workbooks', () => {
  test('other words for the same, and an office whose communities are called committees', async () => {
    const { rows, refused, tables } = await taken(
      [tree, people],
      `select n.name, n.phone, o.name as at, m.role from membership m
      join person n on n.id = m.person_id join organization o on o.id = m.organization_id order by n.phone`,
    )
    expect(refused).toEqual([])
    expect(tables.map(({ kind }) => kind)).toEqual(['organizations', 'people'])
    expect(rows).toEqual([
      { name: '张伟', phone: '13800000001', at: '东风居委会', role: 'staff' },
      { name: '李娜', phone: '13800000002', at: '西湖居委会', role: 'staff' },
      { name: '王芳', phone: '13800000003', at: '东风居委会', role: 'volunteer' },
      { name: '赵敏', phone: '13800000004', at: '西湖居委会', role: 'volunteer' },
    ])
  })

  test('date and time in one cell, a merged date above several rows, headings in the fifth row, unknown columns', async () => {
    const { rows, refused, warnings } = await taken(
      [
        tree,
        {
          name: 'Sheet1',
          rows: [
            ['桂园街道2023年度活动一览表'],
            ['填报单位：桂园街道办事处'],
            [],
            ['（单位：场）'],
            ['编号', '活动名称', '活动时间', '地点', '承办单位', '参加人数', '经费'],
            ['1', '元宵灯会', '2023年2月5日 18:30—20:30', '广场', '东风居委会', 120, 3000],
            ['2', '防诈骗讲座', '3月5日上午9点至11点', '会议室', '西湖居委会', 30, 0],
            ['3', '志愿清洁', '2023.3.11（周六）14:00-16:00', '', '东风居委会', 12, 0],
            ['合计', null, null, null, null, 162, 3000],
            ['制表人：张伟', null, null, '审核：李娜'],
          ],
          merges: ['A1:G1', 'A2:G2', 'A4:G4'],
        },
      ],
      activities,
    )
    expect(refused).toEqual([])
    expect(rows).toEqual([
      {
        title: '元宵灯会',
        kind: 'event',
        starts: '2023-02-05 18:30',
        ends: '20:30',
        host: '东风居委会',
        place: '广场',
      },
      {
        title: '防诈骗讲座',
        kind: 'event',
        starts: '2023-03-05 09:00',
        ends: '11:00',
        host: '西湖居委会',
        place: '会议室',
      },
      {
        title: '志愿清洁',
        kind: 'service',
        starts: '2023-03-11 14:00',
        ends: '16:00',
        host: '东风居委会',
        place: null,
      },
    ])
    expect(warnings.filter((w) => w.reason === 'columnUnknown').map((w) => w.values.heading)).toEqual([
      '参加人数',
      '经费',
    ])
  })

  test('a merged date, start and end in columns of their own, a page break that repeats the headings', async () => {
    const { rows, refused } = await taken(
      [
        tree,
        {
          name: '活动记录',
          rows: [
            ['日期', '开始时间', '结束时间', '活动主题', '主办', '类型'],
            ['2023/5/4', '9:00', '10:30', '青年座谈', '东风居委会', '会议'],
            [null, '14:00', '16:00', '义诊', '东风居委会', '志愿服务'],
            ['日期', '开始时间', '结束时间', '活动主题', '主办', '类型'],
            [
              new Date('2023-05-06'),
              { number: 0.375, format: 'h:mm' },
              { number: 0.5, format: 'h:mm' },
              '业务培训',
              '西湖居委会',
              '培训',
            ],
          ],
          merges: ['A2:A3'],
        },
      ],
      activities,
    )
    expect(refused).toEqual([])
    expect(rows.map(({ title, kind, starts, ends }) => [title, kind, starts, ends])).toEqual([
      ['青年座谈', 'meeting', '2023-05-04 09:00', '10:30'],
      ['义诊', 'service', '2023-05-04 14:00', '16:00'],
      ['业务培训', 'training', '2023-05-06 09:00', '12:00'],
    ])
  })

  test('several tables under each other on one sheet', async () => {
    const { rows, refused, tables } = await taken(
      [
        {
          name: 'Sheet1',
          rows: [
            ['一、组织'],
            ...tree.rows,
            [],
            ['二、人员'],
            ...people.rows,
            [],
            ['三、活动（2023年）'],
            ['台账序号', '主题', '日期', '时间', '主办单位'],
            [1, '清洁家园', '4月8日', '9:00-11:00', '东风居委会'],
            [],
            ['四、服务时长'],
            ['志愿者姓名', '活动编号', '工时（小时）'],
            ['王芳', 1, 2],
            ['赵敏', 1, '1.5小时'],
          ],
        },
      ],
      hours,
    )
    expect(tables.map(({ kind }) => kind)).toEqual(['organizations', 'people', 'activities', 'hours'])
    expect(refused).toEqual([])
    expect(rows).toEqual([
      { name: '王芳', title: '清洁家园', minutes: 120, status: 'attended' },
      { name: '赵敏', title: '清洁家园', minutes: 90, status: 'attended' },
    ])
  })

  test('English headings and habits', async () => {
    const { rows, refused, tables } = await taken(
      [
        {
          name: 'Units',
          rows: [
            ['Name', 'Type', 'Parent'],
            ['Laurel Office', 'Sub-district', null],
            ['East Village', 'Community', 'Laurel Office'],
          ],
        },
        {
          name: 'Staff',
          rows: [
            ['Full name', 'Mobile', 'Community', 'Job title', 'Since'],
            ['John Smith', '+86 138 0000 0001', 'East Village', 'Volunteer', 'Mar 2023'],
            ['Mary  Jones', '138-0000-0002', 'East Village', 'Volunteer', '15 March 2023'],
          ],
        },
        {
          name: 'Events 2023',
          rows: [
            ['No.', 'Title', 'Date', 'Time', 'Venue', 'Organizer', 'Type'],
            [1, 'Clean-up day', '13/05/2023', '9am to 11am', 'Main square', 'East Village', 'Volunteering'],
            [2, 'Lantern fair', '05/06/2023', '2-4pm', 'Main square', 'East Village', 'Event'],
          ],
        },
        {
          name: 'Hours',
          rows: [
            ['Volunteer', 'Activity no', 'Hours'],
            ['John Smith', 1, '2h'],
            ['Mary Jones', 1, 1.5],
          ],
        },
      ],
      activities,
    )
    expect(tables.map(({ kind }) => kind)).toEqual(['organizations', 'people', 'activities', 'hours'])
    expect(refused).toEqual([])
    expect(rows.map(({ title, kind, starts }) => [title, kind, starts])).toEqual([
      ['Clean-up day', 'service', '2023-05-13 09:00'],
      ['Lantern fair', 'event', '2023-06-05 14:00'],
    ])
  })

  test('a day that may be the month is read as other rows say, else refused and never guessed', async () => {
    const events = (...days: string[]): SheetPlan => ({
      name: 'Events',
      rows: [
        ['Date', 'Time', 'What', 'Where', 'Organiser', 'Type'],
        ...days.map((day, i) => [day, '2:30 pm – 4 pm', `Reading ${i}`, 'Library', '东风居委会', 'Public event']),
      ],
    })
    const starts = (rows: Record<string, unknown>[]) => rows.map((row) => row.starts)
    const unclear = await taken([tree, events('2023-05-04', '05/06/2023', 'May 8, 2023')], activities)
    expect(unclear.tables[1]?.kind).toBe('activities')
    expect(unclear.refused.map((r) => [r.row, r.column, r.reason])).toEqual([[3, 0, 'dayOrMonth']])
    expect(starts(unclear.rows)).toEqual(['2023-05-04 14:30', '2023-05-08 14:30'])
    const american = await taken([tree, events('05/06/2023', '05/20/2023')], activities)
    expect(starts(american.rows)).toEqual(['2023-05-06 14:30', '2023-05-20 14:30'])
    const british = await taken([tree, events('05/06/2023', '20/06/2023')], activities)
    expect(starts(british.rows)).toEqual(['2023-06-05 14:30', '2023-06-20 14:30'])
  })

  test('a whole day is the office’s day, and said', async () => {
    const { rows, refused, warnings } = await taken(
      [
        tree,
        {
          name: '活动记录',
          rows: [
            ['日期', '内容', '主办', '地点', '起止时间'],
            ['2023.6.1', '儿童节游园', '东风居委会', '广场', '8:30-10:30'],
            ['2023.6.5', '垃圾分类宣传', '西湖居委会', '小区', '全天'],
          ],
        },
      ],
      activities,
    )
    expect(refused).toEqual([])
    expect(rows[1]).toMatchObject({ starts: '2023-06-05 09:00', ends: '17:00' })
    expect(warnings.map((w) => [w.row, w.reason])).toContainEqual([3, 'wholeDayAssumed'])
  })

  test('hours by the activity’s name and date instead of its number, in minutes', async () => {
    const { rows, refused, warnings } = await taken(
      [
        tree,
        people,
        {
          name: '台账',
          rows: [
            ['主题', '日期', '起止时间', '主办单位'],
            ['清洁家园', '2023-04-08', '9:00-11:00', '东风居委会'],
            ['清洁家园', '2023-05-08', '9:00-11:00', '东风居委会'],
          ],
        },
        {
          name: '时长',
          rows: [
            ['姓名', '活动名称', '服务日期', '时长（分钟）'],
            ['王芳', '清洁家园', '5月8日', 90],
            ['赵敏', '清洁家园', '2023.4.8', 150],
            ['赵敏', '清洁家园', '2023.5.8', 120],
          ],
        },
      ],
      `select n.name, x.minutes, to_char(a.starts_at, 'MM-DD') as day from participation x join person n on n.id = x.person_id join activity a on a.id = x.activity_id order by 3, 1`,
    )
    expect(refused).toEqual([])
    expect(rows).toEqual([
      { name: '赵敏', minutes: 150, day: '04-08' },
      { name: '王芳', minutes: 90, day: '05-08' },
      { name: '赵敏', minutes: 120, day: '05-08' },
    ])
    expect(warnings.map((w) => w.reason)).toEqual(['officeRenamed', 'longerThanActivity'])
  })

  test('an attendance sheet with other marks and its own legend, months above days', async () => {
    const { rows, refused } = await taken(
      [
        tree,
        people,
        {
          name: '学习',
          rows: [
            ['主题', '日期', '起止时间', '主办单位', '类别'],
            ['第一次集中学习', '2023-03-05', '9:00-11:00', '桂园街道', '集中学习'],
            ['第二次集中学习', '2023-04-08', '9:00-11:00', '桂园街道', '集中学习'],
          ],
        },
        {
          name: '2023年集中学习考勤表',
          rows: [
            ['姓名', '3月', '4月'],
            [null, '5日', '8日'],
            ['张伟', '○', '×'],
            ['李 娜', '△', '○'],
            ['注：○表示出勤，×表示缺勤，△表示请假'],
          ],
          merges: ['A1:A2'],
        },
      ],
      `select n.name, a.title, x.status from participation x join person n on n.id = x.person_id join activity a on a.id = x.activity_id order by 2, 1`,
    )
    expect(refused).toEqual([])
    expect(rows).toEqual([
      { name: '张伟', title: '第一次集中学习', status: 'attended' },
      { name: '李娜', title: '第一次集中学习', status: 'excused' },
      { name: '张伟', title: '第二次集中学习', status: 'absent' },
      { name: '李娜', title: '第二次集中学习', status: 'attended' },
    ])
  })

  test('what is never kept is said and not kept, not even in the preview', async () => {
    const { tables, warnings, office } = await taken(
      [
        tree,
        {
          name: '人员',
          rows: [
            ['姓名', '性别', '民族', '政治面貌', '身份证号', '手机号', '单位'],
            ['张伟', '男', '汉族', '党员', '330102199001011234', '13800000001', '东风居委会'],
          ],
        },
      ],
      'select 1',
    )
    expect(warnings.filter((w) => w.reason === 'columnNotKept').map((w) => w.values.heading)).toEqual([
      '性别',
      '民族',
      '政治面貌',
      '身份证号',
    ])
    expect(JSON.stringify(tables)).not.toMatch(/330102199001011234|汉族|党员/)
    const kept = await asTenant(
      office.db,
      office.tenantId,
      async (tx) => (await sql`select person::text from person`.execute(tx)).rows,
    )
    expect(JSON.stringify(kept)).not.toMatch(/330102199001011234|汉族|党员/)
  })

  test('two people of one name: by phone, by team, else refused and never guessed', async () => {
    const { rows, refused } = await taken(
      [
        tree,
        {
          name: '名册',
          rows: [
            ['姓名', '手机号', '单位', '岗位'],
            ['张伟', '13800000001', '东风居委会', '志愿者'],
            ['张伟', '13800000002', '西湖居委会', '志愿者'],
            ['陈静', '13800000003', '蓝天队', '志愿者'],
            ['陈静', '13800000004', '西湖居委会', '志愿者'],
          ],
        },
        {
          name: '台账',
          rows: [
            ['序号', '主题', '日期', '起止时间', '主办单位', '队伍'],
            [1, '清洁家园', '2023-04-08', '9:00-11:00', '东风居委会', null],
            [2, '敬老理发', '2023-04-09', '9:00-11:00', '桂园街道', '蓝天队'],
            [3, '义诊', '2023-04-10', '9:00-11:00', '桂园街道', null],
          ],
        },
        {
          name: '时长',
          rows: [
            ['姓名', '手机', '台账序号', '时长'],
            ['张伟', null, 1, 1],
            ['张伟', '138 0000 0002', 3, 1],
            ['陈静', null, 2, 1],
            ['张伟', null, 3, 1],
            ['陈静', '13900000000', 3, 1],
          ],
        },
      ],
      `select a.title, n.phone from participation x join person n on n.id = x.person_id join activity a on a.id = x.activity_id order by 1, 2`,
    )
    expect(rows).toEqual([
      { title: '义诊', phone: '13800000002' },
      { title: '敬老理发', phone: '13800000003' },
      { title: '清洁家园', phone: '13800000001' },
    ])
    expect(refused.map((r) => [r.row, r.reason])).toEqual([
      [5, 'ambiguousPerson'],
      [6, 'unknownPerson'],
    ])
  })

  test('the unit of an attendance sheet tells two people of one name apart', async () => {
    const { rows, refused, warnings } = await taken(
      [
        tree,
        {
          name: '名册',
          rows: [
            ['姓名', '手机号', '单位', '岗位'],
            ['张伟', '13800000001', '东风居委会', '社工'],
            ['张伟', '13800000002', '西湖居委会', '社工'],
          ],
        },
        {
          name: '学习',
          rows: [
            ['主题', '日期', '起止时间', '主办单位', '类别'],
            ['第一次', '2023-07-04', '9:00-11:00', '桂园街道', '集中学习'],
            ['第二次', '2023-08-01', '9:00-11:00', '桂园街道', '集中学习'],
          ],
        },
        {
          name: '出勤',
          rows: [
            ['理论学习考勤表（2023年下半年）'],
            ['姓名', '单位', '7.4', '8.1'],
            ['张伟', '西湖社区', '√', '×'],
            ['张伟', '', '√', '√'],
          ],
        },
      ],
      `select n.phone, a.title, x.status from participation x join person n on n.id = x.person_id join activity a on a.id = x.activity_id order by 2`,
    )
    expect(refused.map((r) => [r.row, r.reason])).toEqual([[4, 'ambiguousPerson']])
    expect(rows).toEqual([
      { phone: '13800000002', title: '第一次', status: 'attended' },
      { phone: '13800000002', title: '第二次', status: 'absent' },
    ])
    expect(warnings.filter((w) => w.reason === 'columnUnknown')).toEqual([])
  })

  test('formulas with errors refuse their rows and not the file', async () => {
    const { refused, records } = await taken(
      [
        tree,
        {
          name: '名册',
          rows: [
            ['姓名', '手机号', '单位'],
            ['张伟', '13800000001', '东风居委会'],
            ['李娜', { error: '#REF!' }, '东风居委会'],
            ['王芳', { formula: 'B2' }, '东风居委会'],
          ],
        },
      ],
      'select 1',
    )
    expect(refused.map((r) => [r.row, r.column, r.reason])).toEqual([
      [3, 1, 'cellError'],
      [4, 1, 'cellError'],
    ])
    expect(records.person?.created).toBe(1)
  })

  test('hidden sheets are left out and said, hidden rows are rows', async () => {
    const { warnings, records } = await taken(
      [tree, { ...people, hiddenRows: [3] }, { ...people, name: '旧通讯录', hidden: true }],
      'select 1',
    )
    expect(warnings.filter((w) => w.reason === 'hiddenSheet').map((w) => w.sheet)).toEqual(['旧通讯录'])
    expect(warnings.filter((w) => w.reason === 'hiddenRows').map((w) => w.values)).toEqual([{ count: 1 }])
    expect(records.person?.created).toBe(4)
  })

  test('a table that is none of these is said to be left out', async () => {
    const { warnings } = await taken(
      [
        tree,
        {
          name: '菜单',
          rows: [
            ['星期', '早餐', '午餐'],
            ['一', '粥', '面'],
            ['二', '包子', '饭'],
          ],
        },
      ],
      'select 1',
    )
    expect(warnings.map((w) => [w.sheet, w.reason])).toContainEqual(['菜单', 'tableNotTaken'])
  })

  test('a year that nobody names is asked for', async () => {
    const { tables, refused } = await taken(
      [
        tree,
        {
          name: '活动',
          rows: [
            ['主题', '日期', '时间', '主办单位'],
            ['清洁家园', '4月8日', '9:00-11:00', '东风居委会'],
          ],
        },
      ],
      'select 1',
    )
    expect(tables[1]).toMatchObject({ asked: 'year', year: null })
    expect(refused.map((r) => r.reason)).toEqual(['yearUnknown'])
  })

  test('an office that begins with its people, and keeps no list of its organizations', async () => {
    const { rows, refused, warnings } = await taken(
      [
        {
          name: '人员',
          rows: [
            ['姓名', '手机号', '所属社区', '职务'],
            ['张伟', '13800000001', '桂园街道', '社工'],
            ['李娜', '13800000002', '东风居委会', '社区书记'],
            ['王芳', '13800000003', '西湖社区', '志愿者'],
          ],
        },
      ],
      'select o.name, o.kind, p.name as parent from organization o left join organization p on p.id = o.parent_id order by length(o.path), o.name collate "C"',
    )
    expect(refused).toEqual([])
    expect(rows).toEqual([
      { name: '桂园街道', kind: 'subdistrict', parent: null },
      { name: '东风居委会', kind: 'community', parent: '桂园街道' },
      { name: '西湖社区', kind: 'community', parent: '桂园街道' },
    ])
    expect(warnings.map((w) => w.reason)).toEqual(['officeRenamed', 'organizationMade', 'organizationMade'])
  })

  test('a table that begins in the second column, with lines of sections between its rows', async () => {
    const { refused, records, warnings } = await taken(
      [
        tree,
        {
          name: 'Sheet2',
          rows: [
            [],
            [null, '志愿者信息登记表'],
            [null, '填表日期：2023年5月'],
            [],
            [null, '序号', '志愿者\n姓名', '性别', '联系\n电话', '所属居委会', '注册日期', '备注'],
            [null, 1, '张 伟', '男', '138-0000-0001', '东风居委会', '23.3.5', ''],
            [null, '一、西湖片区'],
            [null, 2, '李娜', '女', 13800000002, '西湖居委会', '3月6日', '新'],
            [null, '合计', '2人'],
          ],
          merges: ['B2:H2', 'B3:H3'],
        },
      ],
      'select 1',
    )
    expect(refused).toEqual([])
    expect(records.person?.created).toBe(2)
    expect(warnings.filter((w) => w.reason === 'columnNotKept').map((w) => w.values.heading)).toEqual(['性别'])
  })

  test('a team’s people row by row under its merged name; hours by day and team', async () => {
    const { rows, refused } = await taken(
      [
        tree,
        {
          name: '队员',
          rows: [
            ['蓝天队花名册'],
            ['队伍', '姓名', '电话', '队内职务'],
            ['蓝天队', '张伟', '13800000001', '队长'],
            [null, '李娜', '13800000002', '队员'],
          ],
          merges: ['A1:D1', 'A3:A4'],
        },
        {
          name: '志愿活动',
          rows: [
            ['活动主题', '活动日期', '开始', '结束', '主办', '服务队'],
            ['清洁家园', '2023/4/8', '9:00', '11:00', '桂园街道', '蓝天队'],
          ],
        },
        {
          name: '工时',
          rows: [
            ['日期', '服务队', '志愿者', '工时'],
            ['2023/4/8', '蓝天队', '张伟', '2'],
            [null, null, '李娜', '1.5小时'],
          ],
          merges: ['A2:A3', 'B2:B3'],
        },
      ],
      `select n.name, m.role, x.minutes from membership m join person n on n.id = m.person_id
        join participation x on x.person_id = n.id order by n.phone`,
    )
    expect(refused).toEqual([])
    expect(rows).toEqual([
      { name: '张伟', role: 'teamLeader', minutes: 120 },
      { name: '李娜', role: 'volunteer', minutes: 90 },
    ])
  })

  test('numbers under a heading for activities, titles under one for numbers', async () => {
    const ledger = {
      name: '台账',
      rows: [
        ['序号', '主题', '日期', '起止时间', '主办单位'],
        [1, '清洁家园', '2023-04-08', '9:00-11:00', '东风居委会'],
        [2, '敬老理发', '2023-05-08', '9:00-11:00', '东风居委会'],
      ],
    }
    const { rows, refused } = await taken(
      [
        tree,
        people,
        ledger,
        {
          name: '时长一',
          rows: [
            ['姓名', '活动', '时长'],
            ['王芳', 1, 1],
            ['赵敏', 2, 1],
          ].map((row, i) => (i ? [...row, '2023'] : [...row, '备注'])),
        },
        {
          name: '时长二',
          rows: [
            ['姓名', '对应活动', '时长'],
            ['张伟', '敬老理发', 2],
            ['李娜', '第1号', 2],
          ],
        },
      ],
      `select n.name, a.title from participation x join person n on n.id = x.person_id join activity a on a.id = x.activity_id order by n.phone`,
    )
    expect(refused).toEqual([])
    expect(rows).toEqual([
      { name: '张伟', title: '敬老理发' },
      { name: '李娜', title: '清洁家园' },
      { name: '王芳', title: '清洁家园' },
      { name: '赵敏', title: '敬老理发' },
    ])
  })

  test('an activity is made of hours only where one of its rows stands', async () => {
    const { rows, refused, warnings } = await taken(
      [
        tree,
        people,
        {
          name: '时长',
          rows: [
            ['姓名', '服务项目', '服务日期', '时长'],
            ['无名氏', '社区合唱', '2023-06-10', 3],
            ['王芳', '社区合唱', '2023-06-10', 2],
            ['无名氏', '法律咨询', '2023-06-11', 1],
          ],
        },
      ],
      activities,
    )
    expect(refused.map((r) => [r.row, r.reason])).toEqual([
      [2, 'unknownPerson'],
      [4, 'unknownPerson'],
    ])
    expect(rows).toMatchObject([{ title: '社区合唱', starts: '2023-06-10 09:00', ends: '11:00' }])
    expect(warnings.filter((w) => w.reason === 'activityMade').map((w) => [w.row, w.values.title])).toEqual([
      [3, '社区合唱'],
    ])
  })

  test('a list of codes and names in text', async () => {
    const office = await newOffice()
    const folder = 'test/data/divisions'
    const files = ['provinces', 'cities', 'areas', 'streets'].map((name) => `${folder}/${name}.csv`)
    const first = await office.take(files)
    expect(first).toMatchObject({ refused: [], records: { organization: { updated: 0, unchanged: 0 } } })
    expect(first.created).toBe(31 + 342 + 2978 + 581)
    expect(await office.take(files)).toMatchObject({ created: 0, updated: 0, unchanged: first.created })
    await writeFile(join(office.folder, 'renamed.csv'), 'code,name,areaCode\n110101001,"东华门新街道",110101\n')
    expect(await office.take([join(office.folder, 'renamed.csv')])).toMatchObject({
      created: 0,
      updated: 1,
      unchanged: 0,
    })
  })
})
