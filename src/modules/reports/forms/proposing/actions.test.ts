import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { newOffice } from '../../../../../test/imports.ts'
import { declareAllFacts } from '../../../../../test/office.ts'
import { makeWorkbook } from '../../../../../test/workbook.ts'
import type { Context } from '../../../../platform/context.ts'
import { columnLetters } from '../../../../platform/workbook/cell.ts'
import { bindForm, fillForm } from '../actions.ts'
import type { Shown } from '../contract.ts'
import { placesOf } from '../keeping/places/rules.ts'
import { namesOf } from './actions.ts'

let office: Awaited<ReturnType<typeof newOffice>>
beforeAll(async () => {
  declareAllFacts()
  office = await newOffice()
  await office.take(['test/data/office-2023.xlsx'])
})
const asReader = <T>(work: (context: Context) => Promise<T>): Promise<T> =>
  office.does((context) =>
    work({ ...context, me: { ...context.me, roles: [{ role: 'auditor', organizationId: '', path: '/' }] } }),
  )

/**
 * Forms as offices send them, a line for each row: '|' between cells, '<' goes on with the cell before, '^' with the one
 * above, and what a place ought to ask stands in it in braces. A line that begins with '~' has no borders.
 */
const forms: Record<string, string> = {
  'heads of two rows, units in them, a line of totals': `
~2023年志愿服务与学习情况统计表|<|<|<|<
单位|志愿服务|<|集中学习|<
^|场次（场）|时长（小时）|次数|到会率（%）
光明社区|{service#光明社区}|{hours#光明社区}|{study#光明社区}|{rate#光明社区}
红旗社区|{service#红旗社区}|{hours#红旗社区}|{study#红旗社区}|{rate#红旗社区}
合计|{service}|{hours}|{study}|{rate}
~填表人：|{hand}|审核人：|{hand}`,
  'of which': `
~志愿服务队伍建设情况|<|<|<
单位|队伍总数（支）|其中：常备队|其中：特色队
全街道|{teams}|{teams&standing=yes}|{teams&category=own}
~注：数据截至年底。|<|<|<`,
  'quarters down': `
~集中学习季度统计表|<|<|<|<
季度|学习次数|应到人次|实到人次|出勤率
第一季度|{study@Q1}|{expected@Q1}|{attended@Q1}|{rate@Q1}
第二季度|{study@Q2}|{expected@Q2}|{attended@Q2}|{rate@Q2}
第三季度|{study@Q3}|{expected@Q3}|{attended@Q3}|{rate@Q3}
第四季度|{study@Q4}|{expected@Q4}|{attended@Q4}|{rate@Q4}
全年合计|{study@year}|{expected@year}|{attended@year}|{rate@year}`,
  'months across, summed up': `
~工作情况月度统计|<|<|<|<|<
项目|1月|2月|3月|1-3月累计|全年
志愿服务场次|{service@M01}|{service@M02}|{service@M03}|{service@M01-M03}|{service@year}
志愿服务时长（小时）|{hours@M01}|{hours@M02}|{hours@M03}|{hours@M01-M03}|{hours@year}
业务培训（期）|{training@M01}|{training@M02}|{training@M03}|{training@M01-M03}|{training@year}
会议次数|{meeting@M01}|{meeting@M02}|{meeting@M03}|{meeting@M01-M03}|{meeting@year}`,
  'full width and half width': `
~志愿服务情况（２０２３年）|<|<|<
序号|指　标|１月|２月
1|集中学习（次）|{study@M01}|{study@M02}
2|志愿服务时长(小时)|{hours@M01}|{hours@M02}
3|服务人次|{turnout@M01}|{turnout@M02}`,
  'indicator, unit, value': `
~基层工作主要指标|<|<|<|<
序号|指标名称|计量单位|数值|备注
1|志愿服务活动|场次|{service}|{hand}
2|志愿服务时长|小时|{hours}|{hand}
3|集中学习|次|{study}|{hand}
4|学习到会率|%|{rate}|{hand}
5|志愿服务队|支|{teams}|{hand}
6|服务站点|个|{stations}|{hand}
7|其中：服务品牌|个|{brands}|{hand}`,
  'columns with numbers below their heads': `
~志愿服务统计年报|<|<|<
指标名称|代码|本年|上年
甲|乙|1|2
志愿服务场次|01|{service@year}|{service:yearBefore}
志愿服务时长（小时）|02|{hours@year}|{hours:yearBefore}
注册志愿者人数|03|{volunteers@year}|{volunteers:yearBefore}`,
  'compared with the year before': `
~重点工作完成情况|<|<|<|<
项目|本期|上年同期|同比增减|同比增长（%）
集中学习次数|{study}|{study:yearBefore}|{study+yearBefore difference}|{study+yearBefore growth}
志愿服务场次|{service}|{service:yearBefore}|{service+yearBefore difference}|{service+yearBefore growth}
志愿服务时长（小时）|{hours}|{hours:yearBefore}|{hours+yearBefore difference}|{hours+yearBefore growth}`,
  'words that other offices use': `
~ＸＸ街道2023年度工作一览|<|<|<|<
类　　别|本期|较上期增长（％）|上期|环比增减
志愿者活动（场次）|{service}|{service+periodBefore growth}|{service:periodBefore}|{service+periodBefore difference}
志愿服务总时长(h)|{hours}|{hours+periodBefore growth}|{hours:periodBefore}|{hours+periodBefore difference}
理论学习次数|{study}|{study+periodBefore growth}|{study:periodBefore}|{study+periodBefore difference}`,
  'sections, with totals of their own': `
~社区治理情况统计表|<|<|<
一、志愿服务|<|<|<
活动场次|{service}|服务时长（小时）|{hours}
参与人次|{turnout}|志愿服务队数量|{teams}
二、理论学习|<|<|<
学习场次|{study}|应到人次|{expected}
实到人次|{attended}|出勤率|{rate}
三、阵地建设|<|<|<
站点总数|{stations}|品牌数|{brands}
~填报人（签字）：|{hand}|负责人（盖章）：|{hand}`,
  'months down, communities across': `
~志愿服务时长分月统计（单位：小时）|<|<|<
月份|光明社区|红旗社区|合计
1月|{hours@M01#光明社区}|{hours@M01#红旗社区}|{hours@M01}
2月|{hours@M02#光明社区}|{hours@M02#红旗社区}|{hours@M02}
上半年|{hours@H1#光明社区}|{hours@H1#红旗社区}|{hours@H1}
全年|{hours@year#光明社区}|{hours@year#红旗社区}|{hours@year}`,
  'things that are not counted here': `
~综合统计表|<|<|<
项目|数量|项目|数量
低保户数|{unknown}|党员人数|{unknown}
志愿服务场次|{service}|网格数|{unknown}
信访件数|{unknown}|培训期数|{training}`,
  'in English': `
~Volunteer services by community, 2023|<|<|<
Community|Services held|Hours served|People who served
光明社区|{service#光明社区}|{hours#光明社区}|{served#光明社区}
红旗社区|{service#红旗社区}|{hours#红旗社区}|{served#红旗社区}
Total|{service}|{hours}|{served}
~Prepared by:|{hand}|Date of report:|{word today}`,
  'in both languages': `
~年度数据 Annual figures|<
指标 Indicator|数值 Value
集中学习次数 Study sessions|{study}
志愿服务时长（小时） Hours served|{hours}
服务站点 Service stations|{stations}
业务培训 Training courses|{training}`,
  'labels and places in turn': `
~社区工作情况登记表|<|<|<
填报单位|{word scope}|填报日期|{word today}
志愿服务次数|{service}|服务时长（小时）|{hours}
学习次数|{study}|学习出勤率|{rate}
服务站点数|{stations}|志愿服务队数|{teams}
存在问题|{hand}|<|<`,
  'communities across, kinds down': `
~各社区活动开展情况|<|<|<
活动类别|光明社区|红旗社区|小计
志愿服务|{service#光明社区}|{service#红旗社区}|{service}
业务培训|{training#光明社区}|{training#红旗社区}|{training}
群众活动|{event#光明社区}|{event#红旗社区}|{event}
走访检查|{visit#光明社区}|{visit#红旗社区}|{visit}`,
  'a list with its heads above': `
~集中学习台账|<|<|<|<
序号|学习时间|学习主题|应到人数|实到人数
{number}|{record at}|{record topic}|{expected}|{attended}
||||
||||
~备注：附签到表。|<|<|<|<`,
  'two lists beside one another': `
~志愿服务队与社区情况|<|<|<|<|<|<
序号|服务队名称|服务时长（小时）|.|序号|社区名称|活动场次
{number}|{record name}|{hours}|.|{number}|{record name}|{activity}
|||.|||
|||.|||`,
  'a list above a table': `
~志愿服务月报|<|<|<|<
序号|服务队名称|场次|时长（小时）|备注
{number}|{record name}|{service}|{hours}|{hand}
||||
||||
~
项目|一季度|二季度|三季度|四季度
志愿服务场次|{service@Q1}|{service@Q2}|{service@Q3}|{service@Q4}
培训期数|{training@Q1}|{training@Q2}|{training@Q3}|{training@Q4}`,
}

const asked: Record<string, string> = {
  service: 'activity.count?kind=service',
  hours: 'participation.minutes?kind=service',
  study: 'activity.count?kind=study',
  training: 'activity.count?kind=training',
  meeting: 'activity.count?kind=meeting',
  event: 'activity.count?kind=event',
  visit: 'activity.count?kind=visit',
  activity: 'activity.count?',
  expected: 'participation.expected?kind=study',
  attended: 'participation.attended?kind=study',
  rate: 'participation.attendance?kind=study',
  turnout: 'participation.attended?kind=service',
  served: 'participation.volunteers?kind=service',
  teams: 'organization.teams?kind=team',
  stations: 'place.count?kind=station',
  brands: 'place.brands?kind=station',
  volunteers: 'membership.people?role=volunteer',
}

/** '{study@Q1#光明社区}' as the question it stands for. */
function meant(text: string, ids: ReadonlyMap<string, string>): string {
  const [, what = '', more = ''] = /^([a-z]+)(.*)$/.exec(text) ?? []
  if (['hand', 'word', 'number', 'record', 'unknown'].includes(what)) return text
  const [, narrowed = '', at = 'form', before = '', scope, change = ''] =
    /^((?:&[^@:#+]+)*)(?:@([^:#+]+))?(:[^#+]+)?(?:#([^+]+))?(\+.+)?$/.exec(more) ?? []
  const filter = narrowed.split('&').filter(Boolean)
  const [fact = '', kind = ''] = (asked[what] ?? '').split('?')
  const all = [...kind.split('&'), ...filter].filter(Boolean).sort().join('&')
  return `${fact}?${all} ${at}${before} ${scope ? ids.get(scope) : 'form'}${change}`
}

function said(content: Shown): string {
  if (content.is === 'word') return `word ${content.word}`
  if (content.is === 'record') return `record ${content.name}`
  if (content.is !== 'figure') return content.is
  const { fact, measure, filter, period, scope, against, as } = content.ask
  const all = filter.split('&').sort().join('&')
  return `${fact}.${measure}?${all} ${period} ${scope}${against ? `+${against} ${as}` : ''}`
}

const borders = `<?xml version="1.0"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="2"><border/><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/></border></borders><cellXfs count="2"><xf numFmtId="0" borderId="0"/><xf numFmtId="0" borderId="1"/></cellXfs></styleSheet>`

/** Writes the form, and says what stands in braces of which cell. */
async function write(name: string, plan: string): Promise<{ path: string; places: Map<string, string> }> {
  const places = new Map<string, string>()
  const merges: { from: [number, number]; to: [number, number] }[] = []
  const rows = plan
    .trim()
    .split('\n')
    .map((line, i) => {
      const cells = line
        .replace(/^~/, '')
        .split('|')
        .map((text, j) => {
          const at = `${columnLetters(j)}${i + 1}`
          const place = /^\{(.+)\}$/.exec(text)?.[1]
          if (place) places.set(at, place)
          if (text === '<') {
            const last = merges.at(-1)
            if (last && last.to[0] === i && last.to[1] === j - 1) last.to = [i, j]
            else merges.push({ from: [i, j - 1], to: [i, j] })
          } else if (text === '^') merges.push({ from: [i - 1, j], to: [i, j] })
          const said = place || text === '<' || text === '^' || text === '.' ? '' : text
          const bordered = !line.startsWith('~') && text !== '.'
          const value = /^\d$/.test(said) ? `<v>${said}</v>` : `<is><t>${said}</t></is>`
          const type = said === '' || /^\d$/.test(said) ? '' : ' t="inlineStr"'
          return `<c r="${at}" s="${bordered ? 1 : 0}"${type}>${said === '' ? '' : value}</c>`
        })
      return `<row r="${i + 1}">${cells.join('')}</row>`
    })
  const ref = ([row, column]: [number, number]): string => `${columnLetters(column)}${row + 1}`
  const merged = merges.map(({ from, to }) => `<mergeCell ref="${ref(from)}:${ref(to)}"/>`).join('')
  const sheet = `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows.join('')}</sheetData>${merged ? `<mergeCells>${merged}</mergeCells>` : ''}</worksheet>`
  const extra = { 'xl/worksheets/sheet1.xml': sheet, 'xl/styles.xml': borders }
  const path = join(office.folder, `form-${Object.keys(forms).indexOf(name)}.xlsx`)
  await writeFile(path, await makeWorkbook([{ name: 'Sheet1', rows: [] }], { extra }))
  return { path, places }
}

test('what forms of many layouts ask is proposed from their words', async () => {
  const wrong: string[] = []
  let all = 0
  const ids = await asReader(async (context) => {
    const { communities } = await namesOf(context)
    return new Map(communities.map(({ id, name }) => [name, id]))
  })
  for (const [name, plan] of Object.entries(forms)) {
    const { path, places } = await write(name, plan)
    const found = placesOf(await asReader((context) => bindForm(context, path)))
    const by = new Map(found.map((place) => [place.cell, place]))
    for (const [cell, text] of places) {
      const own = by.get(cell)
      const is = own ? said(own.content) : 'nothing'
      all += 1
      if (is !== meant(text, ids)) wrong.push(`${name} ${cell}: ${is} for ${text} (${own?.confidence})`)
    }
    for (const { cell, content, label } of found)
      if (!places.has(cell)) wrong.push(`${name} ${cell}: ${said(content)} where nothing is asked (${label})`)
  }
  expect({ all, wrong }).toEqual({ all, wrong: [] })
})

test('two lists beside one another grow together, and a table below moves down with its places', async () => {
  const name = 'two lists beside one another'
  const { path } = await write(
    name,
    `${forms[name]}\n~\n${forms['a list above a table']?.split('\n').slice(-3).join('\n')}`,
  )
  const { cells } = await asReader(async (context) =>
    fillForm(context, path, await bindForm(context, path), { period: '2023', scope: undefined }),
  )
  const of = (column: string) => cells.filter(({ cell, state }) => state === 'filled' && cell.startsWith(column))
  expect(
    of('B')
      .filter(({ question }) => !question)
      .map(({ cell }) => cell),
  ).toEqual(Array.from({ length: 9 }, (_, i) => `B${i + 3}`))
  expect(of('F')).toHaveLength(6)
  const sum = (all: { value: unknown }[]) => all.reduce((total, { value }) => total + Number(value), 0)
  expect(sum(of('C').filter(({ label }) => label.startsWith('服务时长')))).toBe(732.5)
  const [quarter] = of('B').filter(({ question }) => question?.period === '2023-Q1')
  expect(quarter?.cell).toBe('B14')
})
