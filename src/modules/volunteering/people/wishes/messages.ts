import type { Words } from '../../../../platform/i18n.ts'
import type { DayPart } from './contract.ts'
import type { WishRefusal } from './rules.ts'

export const wishRefusals: Record<WishRefusal, Words> = {
  companionElsewhere: ['Companions are people of your own teams.', '同伴须是您所在队伍的队员。'],
  homeNotWished: ['Choose the home base among the places that you wish for.', '出发地点须从希望的场所中选择。'],
  placeUnknown: ['One of these places does not exist.', '所选场所中有的不存在。'],
}

export const dayPartWords: Record<DayPart, Words> = {
  weekdayMorning: ['Weekday mornings', '工作日上午'],
  weekdayAfternoon: ['Weekday afternoons', '工作日下午'],
  weekdayEvening: ['Weekday evenings', '工作日晚上'],
  weekendMorning: ['Weekend mornings', '周末上午'],
  weekendAfternoon: ['Weekend afternoons', '周末下午'],
  weekendEvening: ['Weekend evenings', '周末晚上'],
}

export const wishWords = {
  and: [', ', '、'],
  title: ['What I would like', '我的意愿'],
  titleOf: ['What they would like', '意愿'],
  help: ['Wishes weigh when people are placed. They promise nothing.', '安排人手时会考虑，但不作承诺。'],
  times: ['Times I like best', '希望的时段'],
  places: ['Places', '希望的场所'],
  home: ['Home base', '出发地点'],
  homeHelp: [
    'Distances to shifts are measured from here. Your address is not asked for.',
    '班次的距离从这里算起，无需填写住址。',
  ],
  homeStation: ['A station of my community', '本社区服务站'],
  companions: ['Together with', '希望的同伴'],
  asks: ['Ask me to step in', '临时顶班询问次数'],
  asksHelp: ['At most so often a week when somebody cannot come.', '有人临时不能来时，每周最多询问几次。'],
  asksTimes: [
    '{count, plural, =0 {never} one {at most once a week} other {at most # times a week}}',
    '{count, plural, =0 {不询问} other {每周最多 # 次}}',
  ],
  nothing: ['No wish in particular', '没有特别的意愿'],
  change: ['Change my wishes', '修改意愿'],
  changeOf: ['Change the wishes', '修改意愿'],
  save: ['Save the wishes', '保存意愿'],
} satisfies Record<string, Words>
