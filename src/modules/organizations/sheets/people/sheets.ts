import { heads, type SheetKind } from '../../../../platform/workbook/sheet.ts'
import { foundOrganizations } from '../queries.ts'
import { takePeople } from './queries.ts'

export const phoneWords = heads(
  '联络电话|联络方式|联系手机|联系号码|手机号|手机|手机号码|电话|联系电话|联系方式|电话号码|移动电话|phone|mobile|phone number|mobile number|telephone|tel|contact number',
)
export const nameWords = heads(
  '姓名|名字|人员姓名|志愿者姓名|志愿者|队员|队员姓名|成员姓名|成员|人员|名单|义工|义工姓名|社工姓名|员工|员工姓名|职工姓名|负责人姓名|联系人|参与人|参与人员|居民姓名|name|full name|volunteer|volunteer name|person|member|participant',
)
export const organizationWords = heads(
  '所属社区|社区|所属社区/科室|单位|所在单位|所属单位|工作单位|部门|科室|所属部门|所属组织|组织|居委会|所属居委会|村居|村（居）|所在社区|社区名称|所在居委会|所属站点|所属|所在|归属|归属社区|服务社区|站点|所在站点|单位名称|所在部门|organization|organisation|community|unit|department',
)

export const people: SheetKind = {
  kind: 'people',
  label: ['People', '人员'],
  titles: heads(
    '人员花名册|花名册|人员名册|通讯录|人员名单|志愿者名单|志愿者信息|志愿者花名册|工作人员|人员信息|联系表|people|roster|directory|staff|contacts|volunteers',
  ),
  order: 20,
  needs: [
    ['name', 'phone'],
    ['name', 'organization'],
    ['name', 'title'],
    ['name', 'from'],
  ],
  columns: [
    { key: 'number', label: ['Number', '序号'], words: heads('序号|编号|no|no.|#|工号'), type: 'text' },
    { key: 'name', label: ['Name', '姓名'], words: nameWords, type: 'name', required: true },
    { key: 'phone', label: ['Phone', '手机号'], words: phoneWords, type: 'phone' },
    {
      key: 'organization',
      label: ['Organization', '所属组织'],
      words: [...organizationWords, '队伍', '所属队伍', '所在队伍', '服务队', '志愿服务队', '志愿队', 'team'],
      type: 'text',
      carried: true,
    },
    {
      key: 'title',
      label: ['Title', '职务'],
      words: heads(
        '职务|岗位|职务/身份|身份类别|人员身份|岗位职务|担任职位|队内职务|工作岗位|职位|身份|担任职务|现任职务|岗位名称|角色|人员类别|title|position|role|job|job title|post',
      ),
      type: 'text',
    },
    {
      key: 'from',
      label: ['From', '任职时间'],
      words: heads(
        '任职时间|任职日期|入职时间|入职日期|加入时间|加入日期|注册时间|注册日期|到岗时间|开始时间|起始日期|参加工作时间|上岗时间|from|since|start|start date|joined|join date|date joined',
      ),
      type: 'day',
    },
    {
      key: 'to',
      label: ['Until', '离任时间'],
      words: heads('离任时间|离职时间|离职日期|退出时间|结束时间|截止日期|to|until|end|end date|left'),
      type: 'day',
    },
  ],
  prepare: (run) => foundOrganizations(run, 'organization'),
  apply: takePeople,
}
