import type { Words } from '../../../platform/i18n.ts'
import type { ContestRefusal } from './rules.ts'

export const contestRefusals: Record<ContestRefusal, Words> = {
  contestNobody: ['Say who takes part: people, or teams of people.', '请指定参赛人员或参赛队伍。'],
  contestTwice: ['Somebody takes part twice, or two teams have one name.', '有人重复参赛，或队名重复。'],
  contestRoundTaken: ['One of these quizzes is a round of a contest already.', '所选测验已是其他竞赛的一轮。'],
  contestBegun: ['Somebody has sat one of these quizzes already.', '所选测验已有人作答。'],
  contestNotOver: ['A round is not over yet.', '还有一轮尚未结束。'],
  contestFinished: ['This contest is finished.', '竞赛已结束。'],
  contestUnmarked: ['An answer still waits to be marked.', '还有作答待评分。'],
  contestUnderWay: [
    'Somebody has begun a round, so the contest stays as it is. You can still cancel it.',
    '已有人开始作答，竞赛不能再修改，但仍可取消。',
  ],
  contestCancelled: ['This contest has been cancelled.', '竞赛已取消。'],
}

export const contestWords = {
  contests: ['Contests', '知识竞赛'],
  about: [
    'Rounds of quizzes, for individuals or teams, with a board for the hall.',
    '由若干轮测验组成，个人或组队参加，可在大屏显示排名。',
  ],
  none: ['There is no contest.', '还没有竞赛。'],
  add: ['New contest', '新建竞赛'],
  name: ['Name', '名称'],
  describe: ['What it is about', '说明'],
  organization: ['Held by', '主办'],
  rounds: ['Rounds', '轮次'],
  roundsHelp: [
    'Quizzes in their order. Each is sat once, within its own time.',
    '按顺序选择测验，每轮限答一次，时间以测验为准。',
  ],
  people: ['Who takes part', '参赛人员'],
  inTeams: ['In teams', '组队参加'],
  teamName: ['Team', '队名'],
  addTeam: ['Add a team', '添加队伍'],
  removeTeam: ['Remove team {n}', '删除第 {n} 队'],
  prizes: ['Prizes', '奖项'],
  prize: ['Prize', '奖项名称'],
  places: ['Places', '名额'],
  addPrize: ['Add a prize', '添加奖项'],
  removePrize: ['Remove prize {n}', '删除第 {n} 个奖项'],
  save: ['Set up the contest', '创建竞赛'],
  board: ['Board', '排名'],
  hall: ['Board for the hall', '大屏显示'],
  fullScreen: ['Full screen', '全屏'],
  pageOf: ['{n} of {all}', '第 {n} 屏，共 {all} 屏'],
  lotRule: [
    'By lot: the same points, rounds and time. The lots follow from a seed, SHA-256 {digest}',
    '抽签：得分、轮次、用时均相同，按种子抽签排序。种子 SHA-256：{digest}',
  ],
  lotSeed: [
    'By lot: the same points, rounds and time. The seed is {seed}',
    '抽签：得分、轮次、用时均相同，按种子抽签排序。种子：{seed}',
  ],
  finish: ['Finish the contest', '结束竞赛'],
  change: ['Change', '修改'],
  changeTitle: ['Change the contest', '修改竞赛'],
  saveChange: ['Keep the changes', '保存修改'],
  cancel: ['Cancel the contest', '取消竞赛'],
  cancelTitle: ['Cancel “{name}”', '取消“{name}”'],
  cancelHelp: [
    'Whoever was to take part is told at once, with this reason. It cannot be taken back; the quizzes are free for another contest.',
    '取消后不能恢复，参赛人员会立即收到通知和原因；所用测验可用于其他竞赛。',
  ],
  reason: ['Reason', '原因'],
  cancelAndTell: ['Cancel and tell {n, plural, one {one person} other {# people}}', '取消并通知 {n} 人'],
  keepIt: ['Keep it', '不取消'],
  cancelled: ['Cancelled', '已取消'],
  cancelledBecause: ['Cancelled on {day}: {reason}', '已于 {day} 取消：{reason}'],
  finished: ['Finished', '已结束'],
  entrants: ['{n, plural, one {one entrant} other {# entrants}}', '{n} 个参赛方'],
  done: ['{n} handed in', '{n} 人已交卷'],
  doneOf: ['{n} of {all} handed in', '{all} 人中 {n} 人已交卷'],
  until: ['until {when}', '截至 {when}'],
  from: ['from {when}', '{when} 开始'],
  round: ['Round {n}', '第 {n} 轮'],
  place: ['Place', '名次'],
  who: ['Who', '参赛方'],
  points: ['Points', '得分'],
  time: ['Time', '用时'],
  lot: ['by lot', '抽签'],
  rule: [
    'More points first; of the same points whoever sat more rounds, then the shorter time in total, then the lot. The points and the time of a team are the averages of its members.',
    '得分高者在前；得分相同，完成轮次多者在前；再相同，总用时少者在前；仍相同则抽签。队伍的得分和用时取队员平均值。',
  ],
  seedHidden: [
    'The lots are drawn with a seed that is shown at the end. Its SHA-256: {digest}',
    '抽签所用的种子在结束后公布，其 SHA-256 为：{digest}',
  ],
  seedShown: ['The lots were drawn with the seed {seed} (SHA-256 {digest}).', '抽签种子：{seed}（SHA-256：{digest}）'],
  nobodyYet: ['Nobody has handed in yet.', '还没有人交卷。'],
} satisfies Record<string, Words>

export const verifyWords = {
  erased: [
    '{n, plural, one {One answer} other {# answers}} of people who were forgotten had been erased: verified by what {n, plural, one {it was} other {they were}} judged to earn.',
    '有 {n} 个答案已随本人信息删除，按当时评定的得分核对。',
  ],
  asWritten: ['Everything is as it was written down.', '与记录一致。'],
  score: [
    'Attempt {attempt}: written {written}, computed {computed}',
    '作答 {attempt}：记录为 {written}，重算为 {computed}',
  ],
  place: [
    'Place {place}: written {written}, computed {computed}',
    '第 {place} 名：记录为 {written}，重算为 {computed}',
  ],
  checked: [
    '{attempts} attempts, {answers} answers, {places} places computed again.',
    '已重算 {attempts} 份作答、{answers} 个答案、{places} 个名次。',
  ],
} satisfies Record<string, Words>
