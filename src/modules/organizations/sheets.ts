import { heads, type SheetColumn, type SheetKind } from '../../platform/workbook/sheet.ts'
import { groups } from './sheets/groups/sheets.ts'
import { people } from './sheets/people/sheets.ts'
import { takeOrganizations } from './sheets/queries.ts'
import { teams } from './sheets/teams/sheets.ts'

const level = (key: string, label: SheetColumn['label'], words: string): SheetColumn => ({
  key,
  label,
  words: heads(words),
  type: 'text',
})

/** A tree in columns: each row goes from the top, and names what stands under it. */
const levels: readonly SheetColumn[] = [
  level('in:province', ['Level: province', '层级：省'], '省|省份|省级|所属省|province'),
  level('in:city', ['Level: city', '层级：市'], '市|地市|城市|地级市|所属市|city'),
  level('in:district', ['Level: district', '层级：区县'], '区|县|区县|县区|市区|所属区|所属区县|district|county'),
  level('level:1', ['Level 1', '一级'], '一级|一级单位|一级组织|一级机构|一级部门|第一级|level 1|top level'),
  level(
    'in:subdistrict',
    ['Level: sub-district', '层级：街道'],
    '街道|镇街|街镇|乡镇|镇|乡|街道名称|街道/镇|镇（街道）|乡镇（街道）|乡镇街道|所属街道|所属镇街|sub-district|subdistrict|street office|township|town',
  ),
  level('level:2', ['Level 2', '二级'], '二级|二级单位|二级组织|二级机构|二级部门|第二级|level 2'),
  level(
    'in:community',
    ['Level: community', '层级：社区'],
    '社区|村|村居|村社|居委会|村（社区）|社区（村）|社区/村|村/社区|社区名称|村居名称|所属社区|所辖社区|下辖社区|community|neighbourhood|neighborhood|village',
  ),
  level('level:3', ['Level 3', '三级'], '三级|三级单位|三级组织|三级机构|三级部门|第三级|level 3'),
  level(
    'in:station',
    ['Level: station', '层级：站点'],
    '站点|服务站|站|服务站点|实践站|驿站|站点名称|服务站名称|所辖站点|下辖站点|station|service station',
  ),
  level('in:team', ['Level: team', '层级：队伍'], '队伍|服务队|志愿服务队|志愿队|队伍名称|team'),
  level('level:4', ['Level 4', '四级'], '四级|四级单位|四级组织|四级机构|第四级|level 4'),
]

const organizations: SheetKind = {
  kind: 'organizations',
  label: ['Organizations', '组织架构'],
  titles: heads(
    '组织架构|组织体系|架构|组织机构|机构一览|组织名录|单位名录|行政区划|organizations|organisations|org chart|divisions|structure',
  ),
  order: 10,
  needs: [
    ['name', 'kind'],
    ['name', 'code'],
    ['name', 'parent'],
  ],
  columns: [
    { key: 'number', label: ['Number', '序号'], words: heads('序号|编号|no|no.|#|number'), type: 'text' },
    {
      key: 'name',
      label: ['Name', '名称'],
      words: heads('名称|组织名称|单位名称|机构名称|组织|单位|机构|name|organization|organisation|unit'),
      type: 'text',
      required: true,
    },
    {
      key: 'kind',
      label: ['Kind', '类型'],
      words: heads('类型|类别|组织类型|单位类型|单位类别|机构类型|性质|级别|层级|kind|type|level|category'),
      type: 'choice',
      choices: {
        province: ['省', '自治区', '直辖市', '省级'],
        city: heads('市|地级市|市级|自治州|盟'),
        district: heads('区|县|区县|县级市|县级|旗'),
        subdistrict: heads('街道|街道办|街道办事处|镇|乡|乡镇|镇街|乡级|sub-district|street office|town'),
        community: heads('社区|居委会|社区居委会|村|村居|居民委员会|村委会|neighbourhood|neighborhood|village'),
        station: heads('站点|服务站|站|实践站|实践所|服务中心|驿站|service station|centre|center'),
        team: heads('志愿服务队|志愿队|队伍|服务队|志愿者队伍|志愿服务队伍|volunteer team'),
        partner: heads('共建单位|双报到单位|单位|企业|机关|学校|社会组织|partner organization|company|school'),
      },
    },
    {
      key: 'parent',
      label: ['Part of', '上级'],
      words: heads(
        '上级|上级组织|上级单位|隶属|隶属单位|所属|所属单位|主管单位|所属街道|上级名称|parent|part of|belongs to|reports to',
      ),
      type: 'text',
    },
    {
      key: 'code',
      label: ['Code', '代码'],
      words: heads('代码|编码|组织代码|机构代码|行政区划代码|区划代码|统计代码|code|external id|id'),
      type: 'text',
    },
    {
      key: 'parentCode',
      label: ['Code of the parent', '上级代码'],
      words: heads('上级代码|上级编码|父级代码|parent code|parentcode|parent id'),
      type: 'text',
    },
    {
      key: 'areaCode',
      label: ['Code of the district', '区县代码'],
      words: heads('区县代码|县级代码|areacode|district code|countycode'),
      type: 'text',
    },
    {
      key: 'cityCode',
      label: ['Code of the city', '城市代码'],
      words: ['城市代码', '市级代码', 'citycode'],
      type: 'text',
    },
    {
      key: 'provinceCode',
      label: ['Code of the province', '省份代码'],
      words: ['省份代码', '省级代码', 'provincecode'],
      type: 'text',
    },
    ...levels,
  ],
  levels: levels.map(({ key }) => key),
  prepare: takeOrganizations,
  apply: async () => {},
}

export const sheets: readonly SheetKind[] = [organizations, people, teams, groups]
