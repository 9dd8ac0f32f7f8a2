import type { Words } from '../../platform/i18n.ts'
import type { FileRefusal } from '../../platform/workbook/refusal.ts'
import type { ValueProblem } from '../../platform/workbook/values/text.ts'

/** Why a file as a whole is not taken. */
export const fileRefusals: Record<FileRefusal, Words> = {
  empty: ['The file is empty. Nothing was changed.', '文件是空的，未做任何更改。'],
  tooLarge: [
    'The file is larger than 100 MB. Split it, or save it without pictures. Nothing was changed.',
    '文件超过 100 MB。请拆分，或去掉图片后另存。未做任何更改。',
  ],
  notAWorkbook: [
    'This is no .xlsx workbook and no table in text form. Open it (an .ods, for example) in your office program and save it as .xlsx. Nothing was changed.',
    '这不是 .xlsx 工作簿，也不是文本表格。若为 .ods 等其他格式，请在办公软件中打开后另存为 .xlsx。未做任何更改。',
  ],
  oldFormat: [
    'This is a workbook of an old kind (.xls or .et). Open it and save it as .xlsx. Nothing was changed.',
    '这是旧格式的工作簿（.xls 或 .et）。请打开后另存为 .xlsx。未做任何更改。',
  ],
  encrypted: [
    'The workbook is protected by a password. Open it, remove the password and save it. Nothing was changed.',
    '工作簿设有密码。请打开后去除密码并保存。未做任何更改。',
  ],
  bomb: [
    'The file unpacks to far more than a workbook holds, so it was not opened. Nothing was changed.',
    '文件解压后远超工作簿应有的大小，未予打开。未做任何更改。',
  ],
  damaged: [
    'The file is damaged. Open it in your office program, save it again and retry. Nothing was changed.',
    '文件已损坏。请在办公软件中打开、重新保存后再试。未做任何更改。',
  ],
  noSheets: ['The workbook has no sheet with a table. Nothing was changed.', '工作簿中没有表格。未做任何更改。'],
}

export const importRefusals: Record<string, Words> = {
  ...fileRefusals,
  importRunning: [
    'Another import is under way. Wait until it has finished; nothing was changed.',
    '另一项导入正在进行，请等它结束。未做任何更改。',
  ],
  alreadyImported: ['This has been imported already.', '此文件已经导入。'],
  nothingToImport: [
    'No table is chosen yet. Say what at least one of the tables is.',
    '尚未选定任何表格。请至少说明一张表的内容。',
  ],
}

const cellProblems: Record<ValueProblem, Words> = {
  missing: ['“{heading}” is missing', '缺少“{heading}”'],
  tooLong: ['“{heading}” is too long', '“{heading}”过长'],
  badName: ['“{text}” is not a name', '“{text}”不是姓名'],
  severalPeople: [
    '“{text}” are several people with one phone number: write a row for each',
    '“{text}”为多人却只有一个电话，请每人一行',
  ],
  badPhone: ['“{text}” is not a phone number', '“{text}”不是有效的电话号码'],
  badDate: ['“{text}” cannot be read as a date', '“{text}”无法识别为日期'],
  dayOrMonth: [
    '“{text}” could be read with the day or the month first: write it as 2023-06-05',
    '“{text}”分不清月和日的先后，请写成2023-06-05这样',
  ],
  impossibleDate: ['“{text}” is a date that does not exist', '“{text}”是不存在的日期'],
  yearUnknown: ['“{text}” does not say which year', '“{text}”没有写明年份'],
  monthUnclear: ['“{text}” may be January or October: write the date in full', '“{text}”可能是1月或10月，请写全日期'],
  severalDays: ['“{text}” is more than one day: write a row for each', '“{text}”不止一天，请每天一行'],
  badTime: ['“{text}” cannot be read as a time', '“{text}”无法识别为时间'],
  endsBeforeItStarts: ['It ends before it starts', '结束时间早于开始时间'],
  badLength: ['“{text}” cannot be read as a number of hours', '“{text}”无法识别为时长'],
  halfDayUnclear: ['“{text}” is not exact: write it in hours', '“{text}”不够明确，请写小时数'],
  badNumber: ['“{text}” is not a number', '“{text}”不是数字'],
  badMark: ['“{text}” is no known mark of attendance', '“{text}”不是已知的出勤标记'],
  badChoice: ['“{text}” is none of the possible values', '“{text}”不在可选范围内'],
  cellError: ['The formula in this cell has no result ({text})', '单元格的公式没有结果（{text}）'],
}

/** Why one row is not taken. */
export const rowRefusals: Record<string, Words> = {
  ...cellProblems,
  duplicatePerson: ['{name} is in this table twice', '{name}在表中重复'],
  duplicateOrganization: ['{name} is in this table twice', '{name}在表中重复'],
  duplicatePlace: ['{name} is in this table twice', '{name}在表中重复'],
  duplicateActivity: ['“{title}” is in this table twice', '“{title}”在表中重复'],
  duplicateHours: ['{name} has hours at this activity already', '{name}在该活动中已有时长'],
  unknownOrganization: ['There is no organization “{name}”', '没有“{name}”这个组织'],
  unknownParent: ['What it belongs to, “{name}”, is not there', '上级“{name}”不存在'],
  unknownTeam: ['There is no team “{name}”', '没有“{name}”这支队伍'],
  unknownPerson: ['Nobody named {name} is on record', '人员中没有{name}'],
  ambiguousPerson: ['Several people are named {name}: add a phone number', '有多人名为{name}，请补充手机号'],
  unknownActivity: ['There is no activity “{activity}”', '没有“{activity}”这项活动'],
  ambiguousActivity: ['Several activities could be “{activity}”', '“{activity}”对应多项活动，无法确定'],
  overlapsOtherMembership: ['It overlaps another stay in the same post', '与同一任职的另一时段重叠'],
  questionMissing: ['The question itself is missing', '缺少题干'],
  optionHole: ['Option {option} is empty although option {next} is not', '选项{option}为空，而选项{next}有内容'],
  questionTooLong: [
    'Longer than it can be: a question, an option or an explanation has up to 4,000 characters, an answer or a source 200, a tag 40',
    '内容过长：题干、选项、解析不超过 4000 字，答案、来源不超过 200 字，标签不超过 40 字',
  ],
  kindUnclear: ['It is not said which type of question this is', '没有写明题型'],
  answerMissing: ['It does not say which answer is right', '缺少答案'],
  answerUnreadable: ['“{text}” is no answer to a question of this type', '“{text}”不是此题型的答案'],
  difficultyUnclear: ['“{text}” is no difficulty from 1 to 5', '“{text}”不是 1 到 5 的难度'],
  languageMissing: ['An option is missing in a language of the question', '题干有的语言，选项中有缺'],
  optionsFew: ['There must be at least two options', '至少要有两个选项'],
  keyMissing: ['It does not say which answer is right', '缺少答案'],
  keyUnknown: ['The answer names something that is not among the options', '答案不在选项之中'],
  onlyOneKey: ['A question of this type has one right answer', '此题型只能有一个答案'],
  orderIncomplete: ['The answer must put all options in order', '答案须列出全部选项的顺序'],
  matchUnclear: ['Each option is matched with one thing', '每一项只能对应一个配对项'],
  blanksDiffer: ['There must be as many blanks (____) as answers', '空（____）的个数须与答案个数相同'],
  askedMissing: ['It does not say what is to be checked', '没有写检查内容'],
  askedKindUnclear: ['“{text}” is no way to answer a question', '“{text}”不是可用的回答方式'],
  rangeUnclear: ['“{text}” does not say from what to what it is in order', '“{text}”看不出合格范围'],
  weightUnclear: ['“{text}” is no weight from 0 to 100', '“{text}”不是 0 到 100 的权重'],
  criticalUnclear: [
    '“{text}” does not say whether it is critical: write yes or no',
    '“{text}”看不出是否为关键项，请写是或否',
  ],
  gradeUnclear: ['“{text}” is no grade: write minor, major or danger', '“{text}”不是等级，请写一般、较重或重大'],
  conditionUnclear: [
    '“{text}” is no condition on a question above: write “3 = no”',
    '“{text}”看不出对上面哪一题的条件，请写“第3题=否”',
  ],
  rangeUpsideDown: ['The range ends below where it begins', '范围的上限低于下限'],
  choicesFew: ['There must be at least two choices', '至少要有两个选项'],
  noFineChoice: ['One of the choices must be in order', '至少要有一个选项表示符合要求'],
  leastAboveMost: ['The least score is above the highest', '合格分高于满分'],
  noOrganizationYet: ['There is no organization yet that this could belong to', '尚无可归属的组织'],
}

/** What was taken although it looks odd. */
export const rowWarnings: Record<string, Words> = {
  officeRenamed: [
    'The office, until now “{name}”, took its name from the workbook',
    '单位原名“{name}”，已按工作簿更名',
  ],
  organizationMade: ['There was no list of organizations, so “{name}” was added', '没有组织名单，已添加“{name}”'],
  phoneShared: ['{name} has the phone number of {other}', '{name}与{other}的电话号码相同'],
  unknownMember: ['{name} is in the list of members but not on record; left out', '名单中的{name}不在册，已略过'],
  ambiguousMember: ['Several people are named {name}; left out of the team', '有多人名为{name}，未列入队伍'],
  timeAssumed: ['“{title}” has no time; 9:00 to 10:00 was assumed', '“{title}”未写时间，暂按9:00至10:00'],
  wholeDayAssumed: ['“{title}” lasts the whole day; 9:00 to 17:00 was assumed', '“{title}”写的是全天，暂按9:00至17:00'],
  endAssumed: ['“{title}” has no end; one hour was assumed', '“{title}”未写结束时间，暂按1小时'],
  unusualTime: ['“{title}” is at an unusual time of day', '“{title}”的时间不在通常时段'],
  unusuallyLong: ['“{title}” is longer than twelve hours', '“{title}”超过12小时'],
  severalPeople: [
    'Several people stand in one cell and were taken one by one: {names}',
    '一格内有多人，已分别录入：{names}',
  ],
  besideName: ['“{note}”, beside the name {name}, was left out', '姓名{name}旁的“{note}”未录入'],
  personMade: ['{name} was not on record and was added to {organization}', '{name}原不在册，已加入{organization}'],
  carriedDown: [
    '“{heading}” is written once for the rows below it, and was read so',
    '“{heading}”只在首行填写，已沿用至下方各行',
  ],
  signaturesEmpty: [
    '“{heading}” is empty: everybody listed was taken as having attended',
    '“{heading}”一列为空，名单中的人均按已参加录入',
  ],
  organizationOfTitle: [
    'The rows of this table were taken for “{name}”, which its title names',
    '此表各行按标题归入“{name}”',
  ],
  markedTwice: [
    '{name} is marked twice at “{title}”, in different ways: the first was taken',
    '{name}在“{title}”有两处不同的标记，已采用前者',
  ],
  notSigned: ['{name} has not signed, so nothing was taken of the row', '{name}未签到，此行未录入'],
  yearNotSaid: [
    'It is not said which year the days of this table belong to, so it was left out: choose the year',
    '此表未写明年份，已略过，请选择年份',
  ],
  sumsNotTaken: [
    'These are sums by month of hours that another table lists, so they were left out',
    '此表为按月汇总，明细另有表格，为免重复计算已略过',
  ],
  noActivityOn: [
    'No such activity was held on {day}; the marks of that day were left out',
    '{day}没有相应活动，该日标记已略过',
  ],
  severalActivitiesOn: [
    'Several activities were held on {day}; the marks of that day were left out',
    '{day}有多项活动，无法确定，该日标记已略过',
  ],
  noActivityIn: [
    'No such activity was held in {month}; the marks of that month were left out',
    '{month}没有相应活动，该月标记已略过',
  ],
  severalActivitiesIn: [
    'Several activities were held in {month}; the marks of that month were left out',
    '{month}有多项活动，无法确定，该月标记已略过',
  ],
  noActivityNamed: ['There is no activity “{title}”; its marks were left out', '没有“{title}”这项活动，相应标记已略过'],
  severalActivitiesNamed: [
    'Several activities could be “{title}”; its marks were left out',
    '“{title}”对应多项活动，无法确定，相应标记已略过',
  ],
  longerThanActivity: [
    '{name}: {minutes} minutes at “{title}”, which took {length}',
    '{name}在“{title}”计{minutes}分钟，活动仅{length}分钟',
  ],
  overlapping: ['{name}: “{title}” and “{other}” overlap', '{name}的“{title}”与“{other}”时间重叠'],
  activityMade: ['“{title}” was not on record and was added', '“{title}”原不在册，已添加'],
  tableNotTaken: ['It is not known what this table is, so it was left out', '无法判断此表内容，已略过'],
  tableIncomplete: [
    'It is not said which column holds what this table needs, so it was left out: choose its columns',
    '此表缺少必需的列，已略过，请选定各列',
  ],
  tableUncertain: [
    'It is not certain what the columns of this table are: look at them',
    '此表各列的含义不能完全确定，请核对',
  ],
  hiddenSheet: ['The sheet is hidden and was left out', '工作表已隐藏，未读取'],
  hiddenRows: [
    '{count, plural, one {# hidden row was} other {# hidden rows were}} read as well',
    '另读取了{count}个隐藏行',
  ],
  columnNotKept: ['The column “{heading}” is never kept', '“{heading}”一列按规定不予保存'],
  columnUnknown: ['The column “{heading}” is not known and was left out', '未识别“{heading}”一列，已略过'],
}

export const records: Record<string, Words> = {
  organization: ['Organizations', '组织'],
  person: ['People', '人员'],
  membership: ['Memberships', '任职与成员'],
  groupMember: ['Members of groups', '小组成员'],
  place: ['Places', '场所'],
  activity: ['Activities', '活动'],
  participation: ['Attendance and hours', '出勤与时长'],
  question: ['Questions', '试题'],
}

/** Words in the workbook that is given back. */
export const marked = {
  heading: ['Why this row was not imported (Linli)', '未导入原因（邻里）'],
  suffix: [' - rows to correct', '-待修改'],
} satisfies Record<string, Words>
