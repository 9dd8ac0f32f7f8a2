import { heads, type SheetKind } from '../../../../platform/workbook/sheet.ts'
import { nameWords, phoneWords } from '../people/sheets.ts'
import { takeGroups } from './queries.ts'

export const groups: SheetKind = {
  kind: 'groups',
  label: ['Groups', '小组'],
  titles: heads('学习小组|工作小组|小组名单|领导小组|专班|中心组|group|study group|working group'),
  onlyTitled: { words: heads('小组|专班|中心组|学习组|group|cohort'), orColumns: ['group', 'position'] },
  order: 40,
  needs: [
    ['name', 'position'],
    ['name', 'from'],
    ['name', 'group'],
  ],
  columns: [
    { key: 'number', label: ['Number', '序号'], words: heads('序号|编号|no|no.|#'), type: 'text' },
    { key: 'name', label: ['Name', '姓名'], words: nameWords, type: 'name', required: true },
    { key: 'phone', label: ['Phone', '手机号'], words: phoneWords, type: 'phone' },
    {
      key: 'group',
      label: ['Group', '小组'],
      words: heads('小组|小组名称|所在小组|组别|group|group name'),
      type: 'text',
      carried: true,
    },
    {
      key: 'position',
      label: ['Position', '组内职务'],
      words: heads('组内职务|小组职务|组内分工|组内角色|组内身份|职务|position|role|role in group'),
      type: 'choice',
      choices: {
        leader: heads('组长|负责人|召集人|leader|head|chair'),
        deputy: heads('副组长|副召集人|deputy|deputy leader|vice'),
        member: ['成员', '组员', '学员', 'member'],
      },
      open: true,
    },
    {
      key: 'from',
      label: ['From', '纳入时间'],
      words: heads(
        '纳入时间|加入时间|入组时间|起始时间|开始时间|时间|加入日期|纳入日期|from|since|joined|start|start date',
      ),
      type: 'day',
    },
    {
      key: 'to',
      label: ['Until', '退出时间'],
      words: heads('退出时间|离组时间|调出时间|截止时间|结束时间|to|until|left|end date'),
      type: 'day',
    },
  ],
  apply: takeGroups,
}
