import { heads, type SheetKind } from '../../../../platform/workbook/sheet.ts'
import { organizationWords } from '../people/sheets.ts'
import { prepareTeams, takeTeams } from './actions.ts'

export const teams: SheetKind = {
  kind: 'teams',
  label: ['Volunteer teams', '志愿服务队'],
  titles: heads('志愿服务队|志愿队伍|服务队伍|6+n|队伍一览|志愿服务队伍|队伍名单|teams'),
  order: 30,
  needs: [
    ['name', 'members'],
    ['name', 'nature'],
    ['name', 'leader'],
  ],
  columns: [
    { key: 'number', label: ['Number', '序号'], words: heads('序号|编号|no|no.|#'), type: 'text' },
    {
      key: 'name',
      label: ['Team', '队伍名称'],
      words: heads('名称|队伍名称|队伍|服务队名称|服务队|志愿服务队|志愿队|团队名称|队名|team|team name|name'),
      type: 'text',
      required: true,
    },
    {
      key: 'nature',
      label: ['Nature', '性质'],
      words: heads('性质|类别|类型|队伍类别|队伍类型|队伍性质|nature|type|kind|category'),
      type: 'choice',
      choices: {
        standing: heads('常备|常备队|常设|必备|规定|6|standing'),
        own: heads('特色|特色队|自选|自建|n|own|special'),
      },
      open: true,
    },
    {
      key: 'leader',
      label: ['Leader', '负责人'],
      words: heads('负责人|队长|领队|负责人姓名|联系人|队长姓名|leader|team leader|head|contact'),
      type: 'name',
    },
    {
      key: 'members',
      label: ['Members', '成员名单'],
      words: heads('成员名单|成员|队员|队员名单|人员名单|志愿者名单|参加人员|members|team members|volunteers'),
      type: 'names',
    },
    { key: 'organization', label: ['Part of', '所属组织'], words: organizationWords, type: 'text', carried: true },
  ],
  prepare: prepareTeams,
  apply: takeTeams,
}
