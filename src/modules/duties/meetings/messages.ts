import type { Words } from '../../../platform/i18n.ts'
import { actionStateWords } from '../../checks/findings/messages.ts'
import { stateWords } from '../objectives/messages.ts'
import type { subjectStates } from './contract.ts'
import type { MeetingRefusal } from './rules.ts'

export const subjectStateWords: Record<(typeof subjectStates)[number], Words> = {
  ...actionStateWords,
  ...stateWords,
  unassigned: ['Nobody answers for it yet', '尚未落实责任人'],
}

export const meetingRefusals: Record<MeetingRefusal, Words> = {
  minutesConfirmed: [
    'The chair has confirmed the minutes; they stay as they are.',
    '会议纪要已由主持人确认，不再更改。',
  ],
  noChair: ['Say first who chairs the meeting.', '请先确定会议主持人。'],
  notBegun: ['The meeting has not begun yet.', '会议尚未开始。'],
  meetingCancelled: ['The meeting was called off.', '会议已取消。'],
  notedMeanwhile: [
    'Somebody else wrote at this point meanwhile. Copy what you wrote, load the page again and add it.',
    '此项刚由他人记录。请先复制您的内容，刷新后再补充。',
  ],
  itemHasMinutes: [
    'Something was said or decided at a point that is missing now; it stays.',
    '有记录或决定的议题不能移除。',
  ],
  emptyAgenda: ['There is nothing on the agenda yet.', '议程还是空的。'],
}

/** What the minutes say in the file. */
export const minutesWords = {
  minutes: ['Minutes: {title}', '{title}纪要'],
  time: ['Time: ', '时间：'],
  place: ['Place: ', '地点：'],
  chair: ['Chair: ', '主持人：'],
  present: ['Present: ', '出席：'],
  nothingSaid: ['Nothing was noted.', '未作记录。'],
  decisions: ['Decisions', '议定事项'],
  decision: ['Decision', '议定事项'],
  decided: ['Decided: {words}', '议定：{words}'],
  action: ['Action', '措施'],
  owner: ['Owner', '责任人'],
  due: ['Due', '期限'],
} satisfies Record<string, Words>

export const meetingWords = {
  agenda: ['Agenda and minutes', '议程与纪要'],
  toActivity: ['The meeting', '会议信息'],
  chair: ['Chair', '主持人'],
  chairIs: ['Chair: {name}', '主持人：{name}'],
  noChair: ['Nobody chairs it yet.', '尚未确定主持人。'],
  otherChair: ['Somebody else', '更换主持人'],
  setChair: ['Choose the chair', '确定主持人'],
  keep: ['Keep', '保存'],
  empty: ['Nothing is on the agenda yet.', '议程还是空的。'],
  proposed: ['Proposed: not in order, late or at risk', '建议议题：待整改、滞后或有风险的事项'],
  nothingProposed: ['Nothing is open, late or at risk.', '没有待整改、滞后或有风险的事项。'],
  add: ['Put on the agenda', '列入议程'],
  addFor: ['Put “{title}” on the agenda', '将“{title}”列入议程'],
  own: ['A point of your own', '自拟议题'],
  ownAdd: ['Add', '添加'],
  up: ['Move “{title}” up', '上移“{title}”'],
  down: ['Move “{title}” down', '下移“{title}”'],
  takeOff: ['Take “{title}” off', '移除“{title}”'],
  carried: ['Not done since the last meeting', '上次会议未完成'],
  finding: ['Finding', '问题'],
  objective: ['Objective', '目标'],
  minutes: ['What was said', '会议记录'],
  write: ['Write minutes', '记录'],
  decide: ['Decide', '作出决定'],
  decision: ['Decision', '议定事项'],
  what: ['What is to be done', '具体措施'],
  due: ['Due', '期限'],
  confirm: ['Confirm the minutes', '确认纪要'],
  confirmAbout: [
    'You chair it: once you confirm the minutes, nothing is changed any more.',
    '您是主持人。确认纪要后，内容不再更改。',
  ],
  confirmed: ['{name} confirmed the minutes {day}. They stay as they are.', '{name}于{day}确认纪要，内容不再更改。'],
  word: ['Minutes as Word', '下载纪要（Word）'],
} satisfies Record<string, Words>
