import type { Words } from '../../../../platform/i18n.ts'
import { filterText, parseFilter } from '../../../indicators/filter/rules.ts'
import type { DocumentQuestion } from '../contract.ts'

type Counted = Extract<DocumentQuestion, { fact: string }>

/** What reports speak of most, under the name by which a writer looks for it. */
export type CommonFigure = {
  name: string
  words: Words
  /** Its Chinese name in pinyin and in initials, written here so that no browser has to load a dictionary. */
  letters: string
  fact: string
  measure: string
  filter: string
}

const of = (
  name: string,
  fact: string,
  measure: string,
  filter: string,
  words: Words,
  letters: string,
): CommonFigure => ({
  name,
  words,
  letters,
  fact,
  measure,
  filter,
})

export const commonFigures: readonly CommonFigure[] = [
  of('activities', 'activity', 'count', '', ['Activities of every kind', '活动总次数'], 'huodongzongcishu hdzcs'),
  of(
    'studySessions',
    'activity',
    'count',
    'kind=study',
    ['Study sessions', '集中学习次数'],
    'jizhongxuexicishu jzxxcs',
  ),
  of(
    'studyExpected',
    'participation',
    'expected',
    'kind=study',
    ['Study attendances expected', '学习应到人次'],
    'xuexiyingdaorenci xxydrc',
  ),
  of(
    'studyAttended',
    'participation',
    'attended',
    'kind=study',
    ['Study attendances', '学习实到人次'],
    'xuexishidaorenci xxsdrc',
  ),
  of(
    'studyAttendance',
    'participation',
    'attendance',
    'kind=study',
    ['Study attendance rate', '学习出勤率'],
    'xuexichuqinlv xxcql',
  ),
  of('meetings', 'activity', 'count', 'kind=meeting', ['Meetings', '会议次数'], 'huiyicishu hycs'),
  of('trainings', 'activity', 'count', 'kind=training', ['Training courses', '培训次数'], 'peixuncishu pxcs'),
  of(
    'visits',
    'activity',
    'count',
    'kind=visit',
    ['Check visits', '走访检查次数'],
    'zoufangjianchacishu zoufangjianzhacishu zfjccs zfjzcs',
  ),
  of(
    'publicActivities',
    'activity',
    'count',
    'kind=event',
    ['Public events', '群众活动次数'],
    'qunzhonghuodongcishu qzhdcs',
  ),
  of(
    'serviceActivities',
    'activity',
    'count',
    'kind=service',
    ['Volunteer services', '志愿服务次数'],
    'zhiyuanfuwucishu zyfwcs',
  ),
  of(
    'serviceMinutes',
    'participation',
    'minutes',
    'kind=service',
    ['Hours of volunteer service', '志愿服务时长'],
    'zhiyuanfuwushichang zhiyuanfuwushizhang zyfwsc zyfwsz',
  ),
  of(
    'serviceRecords',
    'participation',
    'records',
    'kind=service',
    ['Records of service', '志愿服务时长记录'],
    'zhiyuanfuwushichangjilu zhiyuanfuwushizhangjilu zyfwscjl zyfwszjl',
  ),
  of(
    'volunteers',
    'participation',
    'volunteers',
    'kind=service',
    ['People who served', '志愿服务参加人数'],
    'zhiyuanfuwucanjiarenshu zhiyuanfuwushenjiarenshu zyfwcjrs zyfwsjrs',
  ),
  of(
    'minutesEach',
    'participation',
    'minutesEach',
    'kind=service',
    ['Hours served each', '人均服务时长'],
    'renjunfuwushichang renjunfuwushizhang rjfwsc rjfwsz',
  ),
  of('communities', 'organization', 'count', 'kind=community', ['Communities', '社区数'], 'shequshu sqs'),
  of('people', 'membership', 'people', '', ['People on the register', '在册人数'], 'zaicerenshu zcrs'),
  of(
    'studyGroup',
    'groupMember',
    'people',
    'kind=study',
    ['Members of the study group', '学习小组人数'],
    'xuexixiaozurenshu xxxzrs',
  ),
  of('stations', 'place', 'count', 'kind=station', ['Service stations', '服务站点数'], 'fuwuzhandianshu fwzds'),
  of('brands', 'place', 'brands', 'kind=station', ['Brands of service', '服务品牌数'], 'fuwupinpaishu fwpps'),
  of('teams', 'organization', 'teams', 'kind=team', ['Volunteer teams', '志愿服务队数'], 'zhiyuanfuwuduishu zyfwds'),
  of(
    'standingTeams',
    'organization',
    'teams',
    'kind=team&standing=yes',
    ['Teams of the standing kinds', '常备队伍数'],
    'changbeiduiwushu cbdws',
  ),
  of(
    'ownTeams',
    'organization',
    'teams',
    'category=own&kind=team',
    ['Teams of its own', '特色队伍数'],
    'teseduiwushu tsdws',
  ),
  of('duties', 'duty', 'count', '', ['Duties', '职责数'], 'zhizeshu zzs'),
  of(
    'dutiesVacant',
    'duty',
    'vacant',
    '',
    ['Duties without a holder', '无责任人的职责数'],
    'wuzerenrendezhizeshu wzrrdzzs',
  ),
  of('objectives', 'objective', 'count', '', ['Objectives', '目标任务数'], 'mubiaorenwushu mbrws'),
  of(
    'objectivesMet',
    'objective',
    'count',
    'state=met',
    ['Objectives met', '已完成目标任务数'],
    'yiwanchengmubiaorenwushu ywcmbrws',
  ),
  of(
    'objectivesOnTrack',
    'objective',
    'count',
    'state=onTrack',
    ['Objectives on track', '正常推进目标任务数'],
    'zhengchangtuijinmubiaorenwushu zctjmbrws',
  ),
  of(
    'objectivesAtRisk',
    'objective',
    'count',
    'state=atRisk',
    ['Objectives at risk', '有风险目标任务数'],
    'youfengxianmubiaorenwushu yfxmbrws',
  ),
  of(
    'objectivesLate',
    'objective',
    'count',
    'state=late',
    ['Objectives late', '已滞后目标任务数'],
    'yizhihoumubiaorenwushu yzhmbrws',
  ),
  of('policiesAsked', 'policyReading', 'asked', '', ['Policies to read', '制度应读人次'], 'zhiduyingdurenci zdydrc'),
  of('policiesRead', 'policyReading', 'read', '', ['Policies read', '制度已读人次'], 'zhiduyidurenci zdydrc'),
  of('policiesUnread', 'policyReading', 'unread', '', ['Policies not read', '制度未读人次'], 'zhiduweidurenci zdwdrc'),
  of('findings', 'finding', 'count', '', ['Findings', '发现问题数'], 'faxianwentishu fxwts'),
  of(
    'findingsDanger',
    'finding',
    'count',
    'grade=danger',
    ['Findings that are a danger', '重大隐患数'],
    'zhongdayinhuanshu chongdayinhuanshu zdyhs cdyhs',
  ),
  of('findingsMajor', 'finding', 'count', 'grade=major', ['Major findings', '较大问题数'], 'jiaodawentishu jdwts'),
  of('findingsMinor', 'finding', 'count', 'grade=minor', ['Minor findings', '一般问题数'], 'yibanwentishu ybwts'),
  of('findingsClosed', 'finding', 'closed', '', ['Findings closed', '已销号问题数'], 'yixiaohaowentishu yxhwts'),
  of('actionsDue', 'action', 'due', '', ['Actions due', '到期整改措施数'], 'daoqizhenggaicuoshishu dqzgcss'),
  of(
    'actionsInTime',
    'action',
    'inTime',
    '',
    ['Actions done in time', '按期完成整改措施数'],
    'anqiwanchengzhenggaicuoshishu aqwczgcss',
  ),
  of(
    'actionsOverdue',
    'overdueAction',
    'count',
    '',
    ['Actions overdue', '逾期整改措施数'],
    'yuqizhenggaicuoshishu yqzgcss',
  ),
  of(
    'decisionsDue',
    'action',
    'due',
    'origin=meeting',
    ['Decisions of meetings due', '到期会议决定数'],
    'daoqihuiyijuedingshu dqhyjds',
  ),
  of(
    'decisionsInTime',
    'action',
    'inTime',
    'origin=meeting',
    ['Decisions of meetings done in time', '按期落实会议决定数'],
    'anqiluoshihuiyijuedingshu aqlshyjds',
  ),
  of(
    'checksPlanned',
    'check',
    'planned',
    '',
    ['Safety checks planned', '计划安全检查次数'],
    'jihuaanquanjianchacishu jhaqjccs',
  ),
  of(
    'checksDone',
    'check',
    'done',
    '',
    ['Safety checks done', '完成安全检查次数'],
    'wanchenganquanjianchacishu wcaqjccs',
  ),
  of(
    'checksDue',
    'openCheck',
    'due',
    '',
    ['Safety checks to be done', '待完成安全检查次数'],
    'daiwanchenganquanjianchacishu dwcaqjccs',
  ),
  of(
    'checksLate',
    'openCheck',
    'late',
    '',
    ['Safety checks late', '逾期安全检查次数'],
    'yuqianquanjianchacishu yqaqjccs',
  ),
  of(
    'handOversUnsigned',
    'unsignedHandOver',
    'count',
    '',
    ['Hand-overs not signed', '待签字工作交接数'],
    'daiqianzigongzuojiaojieshu dqzgzjjs',
  ),
  of(
    'coursesLate',
    'requiredCourse',
    'late',
    '',
    ['Required courses late', '必修课程逾期人次'],
    'bixiukechengyuqirenci bxkcyqrc',
  ),
  of(
    'overlappingPairs',
    'overlap',
    'pairs',
    '',
    ['Services of one person that overlap', '服务时间重叠对数'],
    'fuwushijianzhongdieduishu fuwushijianchongdieduishu fwsjzdds fwsjcdds',
  ),
  of(
    'refusedRows',
    'refusedRow',
    'count',
    '',
    ['Refused rows of the last import', '导入退回行数'],
    'daorutuihuixingshu daorutuihuihangshu drthxs drthhs',
  ),
]

export const questionOf = (figure: CommonFigure, more: Partial<Counted> = {}): Counted => ({
  fact: figure.fact,
  measure: figure.measure,
  filter: figure.filter,
  scope: 'report',
  period: 'report',
  ...more,
})

/** Only those whose title contains these words; a figure may be narrowed like that wherever its rows have one. */
export function titledOnly(question: Counted, title: string): Counted {
  const { title: _, ...filter } = parseFilter(question.filter)
  return { ...question, filter: filterText(title ? { ...filter, title: [title] } : filter) }
}

export const titleIn = (question: Counted): string => parseFilter(question.filter).title?.[0] ?? ''

/** Which of them a question is, however its title is narrowed. */
export const commonOf = (question: Counted): CommonFigure | undefined => {
  const { filter } = titledOnly(question, '')
  return commonFigures.find(
    (one) => one.fact === question.fact && one.measure === question.measure && one.filter === filter,
  )
}

/** Those found by a few letters: Chinese, pinyin, its initials, or English. The beginning of a word counts more. */
export function findFigures(query: string): CommonFigure[] {
  const wanted = query.trim().toLowerCase()
  if (wanted === '') return [...commonFigures]
  const rank = (figure: CommonFigure): number => {
    const key = ` ${figure.words[1]} ${figure.letters} ${figure.words[0].toLowerCase()}`
    return key.includes(` ${wanted}`) ? 2 : key.includes(wanted) ? 1 : 0
  }
  return commonFigures
    .map((figure) => ({ figure, rank: rank(figure) }))
    .filter((one) => one.rank > 0)
    .sort((a, b) => b.rank - a.rank)
    .map(({ figure }) => figure)
}
