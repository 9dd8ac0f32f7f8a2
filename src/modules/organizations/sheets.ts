import { heads, type SheetKind } from '../../platform/workbook/sheet.ts'
import { takeGroups } from './sheets/groups/queries.ts'
import { takePeople } from './sheets/people/queries.ts'
import { foundOrganizations, takeOrganizations } from './sheets/queries.ts'
import { prepareTeams, takeTeams } from './sheets/teams/actions.ts'

const phoneWords = heads(
  '手机号|手机|手机号码|电话|联系电话|联系方式|电话号码|移动电话|phone|mobile|phone number|mobile number|telephone|tel|contact number',
)
const nameWords = heads(
  '姓名|名字|人员姓名|志愿者姓名|志愿者|队员|队员姓名|成员姓名|人员|参与人|参与人员|居民姓名|name|full name|volunteer|volunteer name|person|member|participant',
)
const organizationWords = heads(
  '所属社区|社区|所属社区/科室|单位|所在单位|所属单位|工作单位|部门|科室|所属部门|所属组织|组织|居委会|所属居委会|村居|村（居）|所在社区|社区名称|所在居委会|所属站点|organization|organisation|community|unit|department',
)

export const sheets: readonly SheetKind[] = [
  {
    kind: 'organizations',
    label: ['Organizations', '组织架构'],
    titles: heads(
      '组织架构|组织机构|机构一览|组织名录|单位名录|行政区划|organizations|organisations|org chart|divisions|structure',
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
    ],
    prepare: takeOrganizations,
    apply: async () => {},
  },
  {
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
      },
      {
        key: 'title',
        label: ['Title', '职务'],
        words: heads(
          '职务|岗位|职位|身份|担任职务|现任职务|岗位名称|角色|人员类别|title|position|role|job|job title|post',
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
  },
  {
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
      { key: 'organization', label: ['Part of', '所属组织'], words: organizationWords, type: 'text' },
    ],
    prepare: prepareTeams,
    apply: takeTeams,
  },
  {
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
  },
]
