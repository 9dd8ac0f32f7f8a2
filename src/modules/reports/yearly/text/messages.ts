import type { Words } from '../../../../platform/i18n.ts'

/**
 * The report's sentences. A figure stands by its name, `{…Count}` is its number for the plural; `{year}` and `{office}` are
 * the report's own.
 */
export const messages = {
  title: ['Public service in {year}', '{year}年公共服务工作报告'],
  intro: [
    'This is the report of {office} on its public service in {year}. Every figure in it was counted from the records.',
    '现将{office}{year}年公共服务工作情况报告如下。报告中的数字均由工作记录汇总得出。',
  ],

  organization: ['Organization and people', '组织与人员'],
  structure: ['Organization', '组织架构'],
  structureText: [
    'On {end} {office} had {communities} {communitiesCount, plural, one {community} other {communities}} and {stations} service {stationsCount, plural, one {station} other {stations}}, with {brands} of service.',
    '截至{end}，{office}辖{communities}社区，设服务站点{stations}，形成服务品牌{brands}。',
  ],
  teamsText: [
    'There were {teams} volunteer {teamsCount, plural, one {team} other {teams}}: {standingTeams} of the standing kinds and {ownTeams} of its own.',
    '志愿服务队{teams}，其中常备队伍{standingTeams}，特色队伍{ownTeams}。',
  ],
  staff: ['People', '人员'],
  staffText: ['{people} {peopleCount, plural, one {was} other {were}} on the register.', '在册人员{people}。'],
  groupText: [
    'The study group had {groupInJanuary} at the end of January and {groupInDecember} at the end of December.',
    '学习小组1月末{groupInJanuary}，12月末{groupInDecember}。',
  ],
  groupInJanuaryText: [
    'The study group had {groupInJanuary} at the end of January.',
    '学习小组1月末{groupInJanuary}。',
  ],

  learning: ['Study and training', '学习与培训'],
  sessions: ['Sessions', '学习安排'],
  sessionsText: [
    '{studySessions} study {studySessionsCount, plural, one {session was} other {sessions were}} held.',
    '全年开展集中学习{studySessions}。',
  ],
  attendance: ['Attendance', '出勤情况'],
  attendanceText: [
    'Of {studyExpected} attendances expected, {studyAttended} took place, those who came late included: {studyAttendance}.',
    '应到{studyExpected}，实到{studyAttended}（含迟到），出勤率{studyAttendance}。',
  ],
  attendanceTable: ['Table {n}. Study attendance by month', '表{n}　集中学习出勤情况（按月）'],
  meetingsText: [
    '{meetings} {meetingsCount, plural, one {meeting} other {meetings}} and {trainings} training {trainingsCount, plural, one {course} other {courses}} were held.',
    '召开会议{meetings}，举办培训{trainings}。',
  ],
  visitsText: ['{visits} check {visitsCount, plural, one {visit was} other {visits were}} paid.', '走访检查{visits}。'],

  service: ['Volunteer service', '志愿服务'],
  serviceOverall: ['Overall', '总体情况'],
  serviceText: [
    '{serviceActivities} volunteer {serviceActivitiesCount, plural, one {service was} other {services were}} held. {volunteers} served {serviceMinutes} in all, {minutesEach} each, on {serviceRecords}.',
    '全年开展志愿服务{serviceActivities}，共{volunteers}参加，累计服务{serviceMinutes}，人均{minutesEach}，时长记录{serviceRecords}。',
  ],
  byTeam: ['By team', '按队伍'],
  byTeamText: [
    'The teams served as follows. Where two teams did a service together, it counts for both.',
    '各志愿服务队服务情况见下表。多支队伍共同参加的服务，分别计入各队。',
  ],
  teamTable: ['Table {n}. Volunteer service by team', '表{n}　志愿服务情况（按队伍）'],
  byTime: ['By quarter', '按季度'],
  byTimeText: ['Over the year the service was spread as follows.', '全年各季度服务情况见下表。'],
  quarterTable: ['Table {n}. Volunteer service by quarter', '表{n}　志愿服务情况（按季度）'],
  byPart: ['By community', '按社区'],
  byPartText: [
    'The parts of {office} held the following services and public events.',
    '{office}及所辖单位举办志愿服务和群众活动情况见下表。',
  ],
  partTable: ['Table {n}. Services and events by organization', '表{n}　志愿服务与群众活动（按单位）'],

  events: ['Public events', '群众活动'],
  eventsText: [
    '{publicActivities} public {publicActivitiesCount, plural, one {event was} other {events were}} held.',
    '全年举办群众活动{publicActivities}。',
  ],
  cyberText: [
    '{cyberActivities} of them {cyberActivitiesCount, plural, one {was} other {were}} about cyber security (网络安全).',
    '其中网络安全主题活动{cyberActivities}。',
  ],

  responsibilities: ['Responsibilities', '责任落实'],
  duties: ['Duties and policies', '职责与制度'],
  dutiesText: [
    'On {end} there {dutiesCount, plural, one {was {duties} duty} other {were {duties} duties}}, {dutiesVacant} of them without a holder.',
    '截至{end}，登记职责{duties}，其中无责任人{dutiesVacant}。',
  ],
  noDuties: ['No duty is on record.', '没有职责的记录。'],
  policiesText: [
    'Policies were to be read {policiesAsked} times and had been read {policiesRead} times: {policiesShare}.',
    '制度应读{policiesAsked}，已读{policiesRead}，阅读率{policiesShare}。',
  ],
  objectives: ['Objectives', '目标任务'],
  objectivesText: [
    'Of {objectives} {objectivesCount, plural, one {objective} other {objectives}} for {year}, {objectivesMet} had been met, {objectivesOnTrack} were on track, {objectivesAtRisk} at risk and {objectivesLate} late.',
    '{year}年目标任务{objectives}，其中已完成{objectivesMet}、正常推进{objectivesOnTrack}、有风险{objectivesAtRisk}、已滞后{objectivesLate}。',
  ],
  findings: ['Findings and what was done', '问题与整改'],
  findingsText: [
    '{findings} {findingsCount, plural, one {finding was} other {findings were}} raised: {findingsDanger} of danger, {findingsMajor} major and {findingsMinor} minor; {findingsClosed} of them {findingsClosedCount, plural, one {is} other {are}} closed.',
    '全年发现问题{findings}，其中重大隐患{findingsDanger}、较大问题{findingsMajor}、一般问题{findingsMinor}；已销号{findingsClosed}。',
  ],
  daysToCloseText: ['Half of them were closed within {daysToClose}.', '销号用时中位数{daysToClose}。'],
  actionsText: [
    'Of {actionsDue} {actionsDueCount, plural, one {action} other {actions}} due, {actionsInTime} {actionsInTimeCount, plural, one {was} other {were}} done in time; {actionsOverdue} {actionsOverdueCount, plural, one {was} other {were}} overdue at the end.',
    '到期整改措施{actionsDue}，按期完成{actionsInTime}，期末逾期{actionsOverdue}。',
  ],
  decisionsText: [
    'Of {decisionsDue} {decisionsDueCount, plural, one {decision} other {decisions}} of meetings due, {decisionsInTime} {decisionsInTimeCount, plural, one {was} other {were}} carried out in time.',
    '到期会议决定{decisionsDue}，按期落实{decisionsInTime}。',
  ],
  checksText: [
    'Of {checksPlanned} safety {checksPlannedCount, plural, one {check} other {checks}} planned, {checksDone} {checksDoneCount, plural, one {was} other {were}} done.',
    '计划安全检查{checksPlanned}，完成{checksDone}。',
  ],
  noFindings: ['No finding was raised in {year}.', '{year}年没有发现问题的记录。'],
  noObjectives: ['No objective was set for {year}.', '{year}年没有目标任务的记录。'],
  coursesLateText: ['Required courses that are late: {coursesLate}.', '逾期未完成必修课程{coursesLate}。'],

  comparison: ['Compared with {before}', '与{before}年比较'],
  comparisonText: ['Beside {before}:', '主要数据与{before}年比较见下表。'],
  comparisonTable: ['Table {n}. {year} beside {before}', '表{n}　{year}年与{before}年主要数据'],
  nothingBefore: [
    'Nothing is on record for {before}, so nothing can be compared: {missing}.',
    '{before}年没有可比较的记录，缺少：{missing}。',
  ],
  partlyBefore: [
    'For {before} there are no records of: {missing}. They are not compared.',
    '{before}年没有以下记录，不作比较：{missing}。',
  ],

  notes: ['Notes on the records', '数据说明'],
  overlapText: [
    '{overlappingPairs} of services of one person {overlappingPairsCount, plural, one {overlaps} other {overlap}} in time. They are kept as they were recorded.',
    '同一人时间重叠的志愿服务记录{overlappingPairs}，已照原样保留。',
  ],
  noOverlapText: ['No two services of one person overlap in time.', '没有同一人时间重叠的志愿服务记录。'],
  refusedText: [
    '{refusedRows} of the last import {refusedRowsCount, plural, one {was refused and is} other {were refused and are}} counted nowhere.',
    '最近一次导入退回{refusedRows}，未计入本报告。',
  ],
  countedText: ['Counted on {counted}.', '统计日期：{counted}。'],

  noOrganizations: ['No communities, stations or teams are on record.', '没有社区、站点和队伍的记录。'],
  noPeople: ['Nobody is on the register.', '没有在册人员的记录。'],
  noStudy: ['No study session is on record for {year}.', '{year}年没有集中学习的记录。'],
  noAttendance: ['No attendance was recorded.', '没有出勤记录。'],
  noService: ['No volunteer service is on record for {year}.', '{year}年没有志愿服务的记录。'],
  noHours: [
    '{serviceActivities} volunteer {serviceActivitiesCount, plural, one {service was} other {services were}} held; no hours were recorded.',
    '全年开展志愿服务{serviceActivities}，没有时长记录。',
  ],
  noEvents: ['No public event is on record for {year}.', '{year}年没有群众活动的记录。'],

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
  total: ['Total', '合计'],
  item: ['Figure', '项目'],
  change: ['Change', '增减'],
  nothing: ['none', '无记录'],
} satisfies Record<string, Words>

/** The compared figures by name. */
export const comparedNames: Record<string, Words> = {
  studySessions: ['Study sessions', '集中学习'],
  studyAttendance: ['Study attendance', '集中学习出勤率'],
  meetings: ['Meetings', '会议'],
  trainings: ['Training courses', '培训'],
  serviceActivities: ['Volunteer services', '志愿服务活动'],
  serviceMinutes: ['Hours of volunteer service', '志愿服务时长'],
  volunteers: ['People who served', '志愿服务参加人数'],
  publicActivities: ['Public events', '群众活动'],
}
