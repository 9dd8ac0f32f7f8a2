import { heads, type SheetKind } from '../../platform/workbook/sheet.ts'
import { foundOrganizations } from '../organizations/sheets/references/actions.ts'
import { takeActivities } from './sheets/actions.ts'
import { takeAttendance } from './sheets/attendance/actions.ts'
import { takeHours } from './sheets/hours/actions.ts'

const nameWords = heads(
  '姓名|名字|人员姓名|志愿者姓名|志愿者|队员|队员姓名|成员姓名|人员|参与人|参与者|参与人员|服务人员|参加人员|参会人员|签到人|成员|成员姓名|服务者|服务人|参加者|参训人员|学员|学员姓名|与会人员|应到人员|居民|义工|义工姓名|员工|职工|同志|name|full name|volunteer|volunteer name|person|member|participant|attendee',
)
const phoneWords = heads(
  '手机号|手机|手机号码|电话|联系电话|联系方式|联络电话|联络方式|phone|mobile|phone number|telephone',
)
const titleWords = heads(
  '主题|活动主题|服务活动|志愿活动|志愿服务活动|志愿服务项目|志愿项目|培训内容|培训主题|会议主题|讲座主题|场次|活动名称|名称|活动|内容|活动内容|会议名称|项目名称|服务项目|服务内容|题目|标题|事项|title|activity|activity name|activity title|event|event name|what|subject|session',
)
const dayWords = heads(
  '活动日期|日期|活动时间|时间|服务日期|服务时间|开展日期|开展时间|志愿服务日期|志愿服务时间|培训日期|培训时间|签到日期|活动开展时间|举办日期|举办时间|会议日期|会议时间|学习日期|date|day|activity date|service date|date of service|date of activity|event date|session date|when|date and time',
)
/** Days in the life of a person, on which no activity was held. */
const ofPeople = /注册|加入|入职|入队|入会|任职|出生|录入|登记|更新|join|birth|regist/i
const timesWords = heads(
  '起止时间|活动时间|时间|时段|时间段|具体时间|服务时间|服务时段|开始结束时间|time|times|start - end|hours of activity|from - to|time slot',
)
const teamWords = heads(
  '参与队伍|队伍|服务队|志愿服务队|志愿队|参加队伍|服务队伍|承办队伍|所属队伍|team|teams|volunteer team',
)
const startWords = heads('开始时间|起始时间|开始|start|start time|starts|begin|from')
const endWords = heads('结束时间|终止时间|结束|end|end time|ends|finish|to|until')

export const sheets: readonly SheetKind[] = [
  {
    kind: 'activities',
    label: ['Activities', '活动台账'],
    titles: heads(
      '活动台账|台账|活动一览|活动记录|活动登记|活动清单|活动安排|活动计划|活动汇总|会议记录|activities|activity ledger|events|programme|program|calendar',
    ),
    order: 60,
    needs: [
      ['title', 'day'],
      ['title', 'times'],
    ],
    columns: [
      {
        key: 'number',
        label: ['Ledger number', '台账序号'],
        words: heads('序号|台账序号|编号|活动编号|台账编号|no|no.|#|number|ledger no|ledger number|id'),
        type: 'text',
      },
      {
        key: 'host',
        label: ['Host', '主办单位'],
        words: heads(
          '主办单位|主办|承办单位|组织单位|举办单位|主办社区|开展单位|单位|社区|居委会|主办方|责任单位|所属|所属单位|所属社区|所在社区|举办社区|开展社区|承办社区|承办方|组织方|牵头单位|实施单位|host|organizer|organiser|hosted by|community|organization|unit',
        ),
        type: 'text',
      },
      {
        key: 'place',
        label: ['Place', '地点'],
        words: heads('活动地点|地点|场地|活动场所|活动场地|会议地点|地址|服务地点|位置|place|venue|location|where'),
        type: 'text',
      },
      { key: 'day', label: ['Date', '日期'], words: dayWords, type: 'day', never: ofPeople, required: true },
      { key: 'times', label: ['Time', '起止时间'], words: timesWords, type: 'times', wholeDay: true },
      { key: 'starts', label: ['Start', '开始时间'], words: startWords, type: 'moment' },
      { key: 'ends', label: ['End', '结束时间'], words: endWords, type: 'moment' },
      { key: 'title', label: ['Title', '主题'], words: titleWords, type: 'text', required: true },
      { key: 'teams', label: ['Teams', '参与队伍'], words: teamWords, type: 'names' },
      {
        key: 'kind',
        label: ['Kind', '类别'],
        words: heads('类别|活动类别|类型|活动类型|种类|活动种类|性质|kind|type|category'),
        type: 'choice',
        choices: {
          meeting: heads('会议|例会|研判会|座谈会|工作会议|meetings'),
          study: heads('集中学习|学习|理论学习|专题学习|学习会|study session|learning'),
          training: heads('培训|业务培训|培训会|讲座培训|training course|course'),
          service: heads('志愿服务|志愿活动|服务|志愿|志愿服务活动|volunteer service|volunteering|volunteer'),
          event: heads(
            '群众活动|活动|文体活动|公众活动|居民活动|宣传活动|文化活动|主题活动|public event|community event',
          ),
          visit: heads('走访|检查|走访检查|巡查|慰问|督查|inspection|check'),
        },
      },
      {
        key: 'topic',
        label: ['Topic', '学习专题'],
        words: heads('学习专题|专题|学习内容|学习主题|topic|study topic'),
        type: 'text',
      },
    ],
    prepare: (run) => foundOrganizations(run, 'host'),
    apply: takeActivities,
  },
  {
    kind: 'attendance',
    label: ['Attendance', '签到表'],
    titles: heads('签到|考勤|出勤|到会|点名|参会|attendance|sign-in|register'),
    order: 70,
    across: { holds: 'mark', for: [['name']], of: [['day'], ['title']] },
    about: { words: /签到|签名|考勤|出勤|到会|点名|参会|参加人员|sign[- ]?in|attendance|register/i, for: [['name']] },
    needs: [
      ['name', 'mark', 'day'],
      ['name', 'mark', 'title'],
    ],
    columns: [
      { key: 'number', label: ['Number', '序号'], words: heads('序号|编号|no|no.|#'), type: 'text' },
      { key: 'name', label: ['Name', '姓名'], words: nameWords, type: 'name', required: true },
      { key: 'phone', label: ['Phone', '手机号'], words: phoneWords, type: 'phone' },
      {
        key: 'organization',
        label: ['Organization', '所属组织'],
        words: heads(
          '单位|所在单位|所属单位|工作单位|社区|所属社区|所在社区|部门|科室|居委会|organization|community|unit|department',
        ),
        type: 'text',
        carried: true,
      },
      { key: 'day', label: ['Date', '日期'], words: dayWords, type: 'day', never: ofPeople, carried: true },
      { key: 'title', label: ['Activity', '活动名称'], words: titleWords, type: 'text', carried: true },
      {
        key: 'mark',
        label: ['Attendance', '出勤情况'],
        words: heads(
          '签到|签到情况|签名|签字|本人签名|本人签字|出勤|出勤情况|考勤|考勤情况|到会情况|参会情况|是否到会|是否签到|是否参加|是否出勤|签到时间|状态|attendance|attended|present|status|signature|signed|sign-in',
        ),
        type: 'mark',
        signed: true,
      },
    ],
    apply: takeAttendance,
  },
  {
    kind: 'hours',
    label: ['Hours served', '服务时长'],
    titles: heads('服务时长|时长|工时|志愿服务记录|服务记录|时长登记|hours|service log|timesheet|time sheet'),
    order: 80,
    needs: [
      ['name', 'activityNumber'],
      ['name', 'title', 'length'],
      ['name', 'title', 'day'],
      ['name', 'day', 'length'],
    ],
    across: { holds: 'length', for: [['name']], of: [['day'], ['title'], ['activityNumber']] },
    columns: [
      { key: 'number', label: ['Number', '序号'], words: heads('序号|编号|no|no.|#'), type: 'text' },
      { key: 'name', label: ['Name', '姓名'], words: nameWords, type: 'name', required: true },
      { key: 'phone', label: ['Phone', '手机号'], words: phoneWords, type: 'phone' },
      {
        key: 'activityNumber',
        label: ['Ledger number', '台账序号'],
        words: heads(
          '台账序号|活动序号|活动编号|台账编号|台账号|对应活动|活动台账序号|对应台账序号|ledger number|ledger no|ledger no.|activity number|activity no|activity id|activity no.|event no',
        ),
        type: 'text',
      },
      { key: 'title', label: ['Activity', '活动名称'], words: titleWords, type: 'text' },
      { key: 'day', label: ['Date', '日期'], words: dayWords, type: 'day', never: ofPeople },
      { key: 'times', label: ['Time', '起止时间'], words: timesWords, type: 'times' },
      { key: 'starts', label: ['Start', '开始时间'], words: startWords, type: 'moment' },
      { key: 'ends', label: ['End', '结束时间'], words: endWords, type: 'moment' },
      { key: 'team', label: ['Team', '队伍'], words: teamWords, type: 'text' },
      {
        key: 'length',
        label: ['Hours', '服务时长'],
        words: heads(
          '服务时长|时长|服务小时|服务小时数|小时数|工时|志愿时长|志愿服务时长|时数|服务时间|服务时数|志愿服务时数|志愿时数|服务总时长|累计时长|实际时长|认定时长|工时数|时间|服务分钟|分钟数|分钟|小时|hours|hrs|time spent|total hours|length|duration|hours served|time served|service hours|minutes|time',
        ),
        type: 'length',
      },
    ],
    apply: takeHours,
  },
]
