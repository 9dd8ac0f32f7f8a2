import type { Words } from '../../../../../platform/i18n.ts'

/**
 * The texts of the templates. A name in braces is a figure of `figures/rules.ts`, or a thing called by its name; `_before` is a
 * year earlier, `_last` the period before, `_soFar` the year so far.
 */
export const texts = {
  yearlyTitle: ['{scope}: Public service in {period}', '{scope}{period}公共服务工作报告'],
  intro: [
    'This is the report of {scope} on its public service in {period}. Every figure in it was counted from the records.',
    '现将{scope}{period}公共服务工作情况报告如下。报告中的数字均由工作记录汇总得出。',
  ],
  organization: ['Organization and people', '组织与人员'],
  structure: ['Organization', '组织架构'],
  structureText: [
    'On {lastDay} the number of communities of {scope} was {communities}. Service stations: {stations}; brands of service: {brands}.',
    '截至{lastDay}，{scope}辖{communities}社区，设服务站点{stations}，形成服务品牌{brands}。',
  ],
  teamsText: [
    'Volunteer teams: {teams}, of which {standingTeams} of the standing kinds and {ownTeams} of its own.',
    '志愿服务队{teams}，其中常备队伍{standingTeams}，特色队伍{ownTeams}。',
  ],
  noOrganizations: ['No communities, stations or teams are on record.', '没有社区、站点和队伍的记录。'],
  staff: ['People', '人员'],
  staffText: ['On the register: {people}.', '在册人员{people}。'],
  noPeople: ['Nobody is on the register.', '没有在册人员的记录。'],
  groupText: ['The study group had {studyGroup} at the end.', '期末学习小组{studyGroup}。'],

  learning: ['Study and training', '学习与培训'],
  sessions: ['Sessions', '学习安排'],
  sessionsText: ['Study sessions held: {studySessions}.', '开展集中学习{studySessions}。'],
  noStudy: ['No study session is on record for {period}.', '{period}没有集中学习的记录。'],
  meetingsText: ['Meetings held: {meetings}.', '召开会议{meetings}。'],
  trainingsText: ['Training courses held: {trainings}.', '举办培训{trainings}。'],
  visitsText: ['Check visits paid: {visits}.', '走访检查{visits}。'],
  attendance: ['Attendance', '出勤情况'],
  attendanceText: [
    'Of {studyExpected} attendances expected, {studyAttended} took place, those who came late included: {studyAttendance}.',
    '应到{studyExpected}，实到{studyAttended}（含迟到），出勤率{studyAttendance}。',
  ],
  attendanceTable: ['Study attendance by month', '集中学习出勤情况（按月）'],

  service: ['Volunteer service', '志愿服务'],
  overall: ['Overall', '总体情况'],
  serviceText: [
    'Volunteer services held: {serviceActivities}. {volunteers} served {serviceMinutes} in all, {minutesEach} each, on {serviceRecords}.',
    '开展志愿服务{serviceActivities}，共{volunteers}参加，累计服务{serviceMinutes}，人均{minutesEach}，时长记录{serviceRecords}。',
  ],
  noHours: [
    'Volunteer services held: {serviceActivities}; no hours were recorded.',
    '开展志愿服务{serviceActivities}，没有时长记录。',
  ],
  noService: ['No volunteer service is on record for {period}.', '{period}没有志愿服务的记录。'],
  byTeam: ['By team', '按队伍'],
  byTeamText: [
    'The teams served as follows. Where two teams did a service together, it counts for both.',
    '各志愿服务队服务情况见下表。多支队伍共同参加的服务，分别计入各队。',
  ],
  teamTable: ['Volunteer service by team', '志愿服务情况（按队伍）'],
  byQuarter: ['By quarter', '按季度'],
  byQuarterText: ['Over the year the service was spread as follows.', '全年各季度服务情况见下表。'],
  quarterTable: ['Volunteer service by quarter', '志愿服务情况（按季度）'],
  byPart: ['By community', '按社区'],
  byPartText: [
    'The parts of {scope} held the following services and public events.',
    '{scope}及所辖单位举办志愿服务和群众活动情况见下表。',
  ],
  partTable: ['Services and events by organization', '志愿服务与群众活动（按单位）'],

  events: ['Public events', '群众活动'],
  eventsText: ['Public events held: {publicActivities}.', '举办群众活动{publicActivities}。'],
  noEvents: ['No public event is on record for {period}.', '{period}没有群众活动的记录。'],
  cyberText: [
    'Of them about cyber security: {publicActivities_cyber}.',
    '其中网络安全主题活动{publicActivities_cyber}。',
  ],

  responsibilities: ['Responsibilities', '责任落实'],
  dutiesHead: ['Duties and policies', '职责与制度'],
  dutiesText: [
    'On {lastDay} duties on record: {duties}, without a holder: {dutiesVacant}.',
    '截至{lastDay}，登记职责{duties}，其中无责任人{dutiesVacant}。',
  ],
  noDuties: ['No duty is on record.', '没有职责的记录。'],
  policiesText: [
    'Policies to be read: {policiesAsked}; read: {policiesRead}.',
    '制度应读{policiesAsked}，已读{policiesRead}。',
  ],
  objectivesHead: ['Objectives', '目标任务'],
  objectivesText: [
    'Objectives: {objectives}, of which met {objectivesMet}, on track {objectivesOnTrack}, at risk {objectivesAtRisk}, late {objectivesLate}.',
    '目标任务{objectives}，其中已完成{objectivesMet}、正常推进{objectivesOnTrack}、有风险{objectivesAtRisk}、已滞后{objectivesLate}。',
  ],
  findingsHead: ['Findings and what was done', '问题与整改'],
  findingsText: [
    'Findings: {findings}, of which danger {findingsDanger}, major {findingsMajor}, minor {findingsMinor}; closed {findingsClosed}.',
    '发现问题{findings}，其中重大隐患{findingsDanger}、较大问题{findingsMajor}、一般问题{findingsMinor}；已销号{findingsClosed}。',
  ],
  noFindings: ['No finding was raised in {period}.', '{period}没有发现问题的记录。'],
  actionsText: [
    'Corrective actions due: {actionsDue}, done in time {actionsInTime}; overdue at the end {actionsOverdue}.',
    '到期整改措施{actionsDue}，按期完成{actionsInTime}，期末逾期{actionsOverdue}。',
  ],
  decisionsText: [
    'Decisions of meetings due: {decisionsDue}, done in time {decisionsInTime}.',
    '到期会议决定{decisionsDue}，按期落实{decisionsInTime}。',
  ],
  checksText: [
    'Safety checks planned: {checksPlanned}, done {checksDone}.',
    '计划安全检查{checksPlanned}，完成{checksDone}。',
  ],
  noObjectives: ['No objective was set for {period}.', '{period}没有目标任务的记录。'],

  warnings: ['Early warning', '预警事项'],
  noWarnings: ['Nothing is late, and nothing is about to be.', '没有逾期或需要关注的事项。'],
  objectivesLateText: ['Objectives late: {objectivesLate}.', '已滞后的目标任务{objectivesLate}。'],
  objectivesAtRiskText: ['Objectives at risk: {objectivesAtRisk}.', '有风险的目标任务{objectivesAtRisk}。'],
  dutiesVacantText: ['Duties without a holder: {dutiesVacant}.', '无责任人的职责{dutiesVacant}。'],
  policiesUnreadText: ['Policies not read: {policiesUnread}.', '制度未读{policiesUnread}。'],
  actionsOverdueText: ['Corrective actions overdue: {actionsOverdue}.', '逾期整改措施{actionsOverdue}。'],
  checksLateText: ['Safety checks late: {checksLate}.', '安全检查逾期{checksLate}。'],
  checksDueText: ['Safety checks to be done: {checksDue}.', '待完成安全检查{checksDue}。'],
  handOversUnsignedText: [
    'Hand-overs that wait for a signature: {handOversUnsigned}.',
    '待签字的工作交接{handOversUnsigned}。',
  ],
  coursesLateText: ['Required courses late: {coursesLate}.', '必修课程逾期{coursesLate}。'],

  comparison: ['Compared with {yearBefore}', '与{yearBefore}比较'],
  comparisonText: ['Beside {yearBefore}:', '主要数据与{yearBefore}比较见下表。'],
  comparisonTable: ['The main figures compared', '主要数据对比'],
  comparedLast: ['Beside {periodBefore}:', '主要数据与{periodBefore}比较见下表。'],

  comparedWithLast: ['Compared with {periodBefore}', '与{periodBefore}比较'],
  notes: ['Notes on the records', '数据说明'],
  overlapText: [
    'Services of one person that overlap in time: {overlappingPairs}. They are kept as they were recorded.',
    '同一人时间重叠的志愿服务记录{overlappingPairs}，已照原样保留。',
  ],
  noOverlapText: ['No two services of one person overlap in time.', '没有同一人时间重叠的志愿服务记录。'],
  refusedText: [
    'Refused by the last import and counted nowhere: {refusedRows}.',
    '最近一次导入退回{refusedRows}，未计入本报告。',
  ],
  countedText: ['Counted on {today}.', '统计日期：{today}。'],

  quarterlyTitle: ['{scope}: Work in {period}', '{scope}{period}工作报告'],
  monthlyTitle: ['{scope}: Work in {period}', '{scope}{period}工作月报'],
  weeklyTitle: ['{scope}: Digest of {period}', '{scope}工作周报（{period}）'],
  periodIntro: [
    'What {scope} did in {period} is reported below. The figures are counted from the records.',
    '现将{scope}{period}主要工作情况报告如下，数字由工作记录汇总得出。',
  ],
  mainWork: ['Work done', '主要工作'],
  soFar: [
    'In the year so far: study sessions {studySessions_soFar}, volunteer services {serviceActivities_soFar}, hours served {serviceMinutes_soFar}.',
    '本年累计开展集中学习{studySessions_soFar}、志愿服务{serviceActivities_soFar}，累计服务{serviceMinutes_soFar}。',
  ],
  inCommunities: ['In the communities', '各社区情况'],
  communityText: [
    '{scope}: activities {activities}, of which volunteer services {serviceActivities} and public events {publicActivities}.',
    '{scope}开展各类活动{activities}，其中志愿服务{serviceActivities}、群众活动{publicActivities}。',
  ],
  activityList: ['Activities of the period', '活动清单'],
  weekText: [
    'Activities of {scope} in {period}: {activities}. Study sessions {studySessions}, meetings {meetings}, volunteer services {serviceActivities}, public events {publicActivities}.',
    '{period}，{scope}开展各类活动{activities}。其中集中学习{studySessions}、会议{meetings}、志愿服务{serviceActivities}、群众活动{publicActivities}。',
  ],
  quietWeek: ['No activity is on record for {period}.', '{period}没有活动记录。'],

  campaignTitle: ['{scope}: Report on the campaign in {period}', '{scope}{period}专项活动工作报告'],
  campaignText: [
    'Activities of the campaign held by {scope} in {period}: {activities}, of which volunteer services {serviceActivities} and public events {publicActivities}.',
    '{period}，{scope}围绕本次专项活动开展各类活动{activities}，其中志愿服务{serviceActivities}、群众活动{publicActivities}。',
  ],
  campaignService: [
    'Volunteers who served in it: {volunteers}, {serviceMinutes} in all.',
    '参与志愿服务{volunteers}，累计服务{serviceMinutes}。',
  ],
  campaignCommunity: ['{scope}: activities of the campaign {activities}.', '{scope}开展活动{activities}。'],
  noCampaign: [
    'No activity with these words in its title is on record for {period}.',
    '{period}没有名称包含该字样的活动记录。',
  ],
  overallHead: ['Overall', '总体情况'],
  month: ['Month', '月份'],
  quarter: ['Quarter', '季度'],
  team: ['Team', '志愿服务队'],
  part: ['Organization', '单位'],
  expected: ['Expected', '应到（人次）'],
  present: ['Present', '实到（人次）'],
  rate: ['Share', '出勤率'],
  services: ['Services', '志愿服务（次）'],
  hours: ['Hours', '时长（小时）'],
  eventsHead: ['Events', '群众活动（次）'],
} satisfies Record<string, Words>

export const templateNames: Record<'yearly' | 'quarterly' | 'monthly' | 'weekly' | 'campaign', Words> = {
  yearly: ['Yearly report', '年度工作报告'],
  quarterly: ['Quarterly report', '季度工作报告'],
  monthly: ['Monthly report', '工作月报'],
  weekly: ['Weekly digest', '工作周报'],
  campaign: ['Report on a campaign', '专项活动报告'],
}
