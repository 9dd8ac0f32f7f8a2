/** What the words around a cell say. Each part may be said by another head, the title or the sheet's name. */
export type Frame = {
  /** What is counted: 'study', 'service', 'station' …; a weak one ('activity') gives way to any other. */
  noun?: string
  weak?: true
  measure?: string
  /** The measure's word is one that says little ('数量'). */
  vague?: true
  unit?: string
  period?: string
  before?: 'yearBefore' | 'periodBefore'
  /** Not the value but how it changed; written as per cent where the words say so. */
  change?: { against: 'yearBefore' | 'periodBefore'; as: 'difference' | 'growth'; percent?: true }
  scope?: string
  filter?: Readonly<Record<string, readonly string[]>>
  /** 合计: whatever the heads narrow, this one does not. */
  total?: true
  /** Left to whoever signs. */
  hand?: true
  word?: 'year' | 'scope' | 'today' | 'period'
  number?: true
  /** Which column of a record a head asks for. */
  record?: string
}
export type Term = { words: readonly string[]; says: Frame }

const term = (says: Frame, words: string): Term => ({ says, words: words.split('|') })

/** How offices call what is counted. The longest word that fits wins, so '志愿服务队' is no '志愿服务'. */
export const nouns: readonly Term[] = [
  term(
    { noun: 'study' },
    '集中学习|集体学习|理论学习|中心组学习|学习会|学习活动|专题学习|学习|study sessions|study session|group study|study|learning sessions|learning',
  ),
  term(
    { noun: 'service' },
    '志愿服务活动|志愿者服务活动|志愿者活动|志愿者服务|志愿服务|志愿活动|服务活动|志愿|服务|volunteer services|volunteer service|volunteering|voluntary service|volunteer activities|volunteer|services|service',
  ),
  term(
    { noun: 'training' },
    '业务培训会|业务培训|培训会|培训班|培训|training courses|training sessions|trainings|training',
  ),
  term({ noun: 'meeting' }, '工作会议|会议|会|meetings|meeting'),
  term(
    { noun: 'event' },
    '群众性活动|群众活动|公共活动|文化活动|文体活动|群众文化活动|public events|public activities|community events|events',
  ),
  term({ noun: 'visit' }, '走访检查|检查走访|走访|督导检查|check visits|visits'),
  term({ noun: 'activity', weak: true }, '各类活动|活动|activities|activity'),
  term({ noun: 'station' }, '服务站点|服务站|服务阵地|站点|阵地|service stations|stations|station'),
  term({ noun: 'brand' }, '服务品牌|站点品牌|特色品牌|一站一品|品牌|station brands|service brands|brands|brand'),
  term(
    { noun: 'team' },
    '志愿服务队伍|志愿服务队|志愿者队伍|志愿队伍|服务队伍|服务队|队伍|volunteer teams|service teams|teams|team',
  ),
  term(
    { noun: 'team', filter: { standing: ['yes'] } },
    '常备志愿服务队|常备服务队|常备队伍|常备队|standing teams|standing volunteer teams',
  ),
  term(
    { noun: 'team', filter: { category: ['own'] } },
    '特色志愿服务队|特色服务队|特色队伍|特色队|own teams|special teams',
  ),
  term({ noun: 'community', weak: true }, '社区|community'),
  term({ noun: 'partner' }, '共建单位|合作单位|partner organizations|partners'),
  term({ noun: 'volunteer' }, '注册志愿者|在册志愿者|志愿者|registered volunteers|volunteers'),
  term({ noun: 'secretary' }, '社区书记|书记|community secretaries|secretaries'),
  term({ noun: 'staff' }, '社区工作者|社工|工作人员|staff'),
  term({ noun: 'people', weak: true }, '在册人员|人员|people'),
  term({ noun: 'group' }, '学习小组成员|学习小组|study group members|study group'),
  term({ noun: 'certificate' }, '志愿服务证明|证书|证明|certificates'),
  term({ noun: 'room' }, '功能室|活动室|rooms'),
]

export const measures: readonly Term[] = [
  term(
    { measure: 'times' },
    '开展场次|场次数|场次|场数|次数|期数|届数|班次|number held|times|sessions held|sessions|held',
  ),
  term({ measure: 'count', vague: true }, '总数量|数量|总数|个数|队数|支数|数|number of|number|count|total number'),
  term(
    { measure: 'time' },
    '累计服务时长|服务总时长|服务时长|服务时间|服务工时|累计时长|总时长|时长|工时|hours served|service hours|service time|time served',
  ),
  term({ measure: 'time', unit: 'hours' }, '小时数|hours|总小时数'),
  term({ measure: 'time', unit: 'minutes' }, '分钟数|minutes served|minutes|总分钟数'),
  term(
    { measure: 'expected' },
    '应到人次|应到人数|应参加人数|应参加人次|应参人数|应出席人数|应出席|应到|应参加|people expected|expected',
  ),
  term(
    { measure: 'attended' },
    '实到人次|实到人数|实际到会|实际参加人数|实际参加人次|实参人数|出席人次|出席人数|到会人数|到会人次|出勤人次|签到人次|签到人数|实到|实际参加|出席|到场|people present|present|attended|actual attendance',
  ),
  term(
    { measure: 'rate' },
    '平均出勤率|出勤率|到会率|出席率|到课率|参会率|签到率|attendance rate|rate of attendance|share present',
  ),
  term({ measure: 'turnout' }, '参与人次|参加人次|服务人次|参与志愿者人次|志愿者人次|人次|attendances|participations'),
  term(
    { measure: 'people' },
    '参加人数|参与人数|服务人数|人数|参与者|people who served|volunteers who served|volunteers served|people served|participants',
  ),
  term({ measure: 'each' }, '人均服务时长|人均时长|平均时长|hours per person|hours each'),
  term({ measure: 'median' }, '时长中位数|median time'),
  term({ measure: 'records' }, '服务记录数|时长记录数|记录条数|记录数|records of hours|records'),
  term({ measure: 'topics' }, '学习专题数|专题数|专题数量|number of topics|topics covered'),
  term({ measure: 'area' }, '总面积|建筑面积|面积|total area|floor area|area'),
  term({ measure: 'rooms' }, '功能室间数|功能室数|number of rooms'),
  term({ measure: 'members' }, '成员数|成员人数|小组人数|members'),
]

/** Heads of a list's columns that ask for what stands in its records. */
/** Words that say both at once. */
export const both: readonly Term[] = [
  term({ noun: 'activity', weak: true, measure: 'times' }, '活动总场次|活动场次|活动次数|活动场数|activities held'),
  term({ noun: 'community', measure: 'count', vague: true }, 'communities'),
  term({ noun: 'study', measure: 'expected' }, '应参学人数|应参学人次|应参学|应学人数|应学人次|应学'),
  term(
    { noun: 'study', measure: 'attended' },
    '实参学人数|实参学人次|实际参学人次|实际参学|参学人次|参学人数|实参学|实学人数|实学人次',
  ),
  term({ noun: 'study', measure: 'rate' }, '参学率|学习出勤率|学习到会率'),
  term(
    { noun: 'service', measure: 'people' },
    '服务志愿者人数|参与志愿者人数|参加志愿者人数|参与志愿者|参加志愿者|有时长志愿者|volunteers who served|people who served',
  ),
]

export const recordWords: readonly Term[] = [
  term({ number: true }, '序号|编号|序|no.|no|#|nr|number|serial'),
  term(
    { record: 'at' },
    '学习时间|活动时间|服务时间|会议时间|培训时间|开展时间|举办时间|召开时间|学习日期|活动日期|服务日期|开展日期|时间|日期|date and time|date|when|time|day',
  ),
  term({ record: 'topic' }, '学习专题|学习内容|专题|学习主题|study topic|topic'),
  term(
    { record: 'title' },
    '活动名称|活动主题|活动内容|服务内容|会议名称|会议主题|培训内容|培训主题|培训名称|学习题目|主题|内容|题目|标题|activity|event|subject|theme|title|what',
  ),
  term({ record: 'place' }, '学习地点|活动地点|服务地点|会议地点|培训地点|地点|场所|venue|place|location|where'),
  term(
    { record: 'host' },
    '主办单位|承办单位|组织单位|举办单位|主办社区|开展单位|责任单位|host|held by|organized by|organizer',
  ),
  term(
    { record: 'name' },
    '队伍名称|志愿服务队名称|服务队名称|团队名称|社区名称|站点名称|服务站名称|单位名称|姓名|名称|志愿者姓名|team name|name of team|community name|station name|name',
  ),
  term({ record: 'organization' }, '所属社区|所属单位|所属组织|所在社区|belongs to|organization'),
  term({ record: 'address' }, '详细地址|地址|address'),
  term({ record: 'brand' }, '品牌名称|特色品牌|品牌|brand'),
  term({ record: 'category' }, '队伍类别|类别|性质|category'),
  term({ record: 'title' }, '职务|position'),
  term({ record: 'area' }, '面积|area'),
  term({ record: 'rooms' }, '功能室|功能室间数|rooms'),
]

export const others: readonly Term[] = [
  term({ total: true }, '合计|总计|共计|小计|总和|街道合计|全街道|grand total|sum total|total|overall|all'),
  term(
    { hand: true },
    '备注|说明|填表人|填报人|制表人|审核人|负责人|联系人|联系电话|电话|签字|签名|盖章|经办人|存在问题|下步打算|remarks|remark|notes|note|signature|signed by|prepared by|approved by|checked by|telephone|phone|contact',
  ),
  term({ word: 'scope' }, '填报单位|填表单位|上报单位|单位名称|报送单位|reporting unit|reported by|office'),
  term(
    { word: 'today' },
    '填报日期|填报时间|填表日期|填表时间|上报时间|制表日期|报送时间|报送日期|date of report|reported on|report date',
  ),
  term({ word: 'period' }, '统计期间|统计时段|统计周期|报告期|reporting period'),
  // words that hold a known one and do not mean it
  term({}, '公共服务|便民服务|政务服务|社会|public service|public services'),
  term({ measure: 'count', vague: true }, '(个)|(支)|(次)|(场)|(场次)|(家)|(处)|(项)|(期)'),
  term({ measure: 'people', vague: true }, '(人)|(名)'),
  term({ unit: 'hours' }, '小时|hours|hour|hrs|h'),
  term({ unit: 'minutes' }, '分钟|minutes|min'),
  term({ unit: 'percent' }, '%|百分比|per cent|percent'),
  term({ unit: 'tenThousands' }, '万人次|万小时|万人'),
  term({ unit: 'days' }, '工作日|working days'),
]

/** Words that add nothing to what is asked. */
export const glue =
  /所辖|下辖|辖区|平均|各|本|的|共|全市|全区|我|街道|单位|情况|统计|汇总|登记|台账|一览|明细|报表|表|工作|开展|组织|举办|举行|召开|完成|累计|总|已|年度|季度|月度|年|新增|实有|现有|成立|建成|建立|拥有|获|及|和|与|其中|指标|项目|内容|填写|单位|数据|量|次|场|个|支|人|名|期|条|间|份|项|处|家|业务/gu
export const glueWords = new Set(
  'of the in by for and per a an at to from on with who which were was is are our office summary report return table list form held annual yearly monthly quarterly m2 m'.split(
    ' ',
  ),
)
