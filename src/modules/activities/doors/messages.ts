import type { Words } from '../../../platform/i18n.ts'
import type { KioskRefusal } from './kiosks/rules.ts'
import type { DoorConflict, DoorRefusal } from './rules.ts'

export const doorRefusals: Record<DoorRefusal | KioskRefusal, Words> = {
  doorCodeOld: ['This code has passed. Read the one that is shown now.', '该二维码已过期，请扫描当前显示的二维码。'],
  doorClosed: [
    'The door is open from two hours before the activity to two hours after it.',
    '签到通道在活动开始前两小时至结束后两小时开放。',
  ],
  doorDecided: ['This has been decided already.', '该记录已有处理结果。'],
  ownDoorEvent: ['About your own coming and going somebody else decides.', '您本人的签到须由他人处理。'],
  nobodyThere: ['Nobody here has this code, so it cannot count for anyone.', '没有人持有该代码，无法计入。'],
  kioskCodeWrong: [
    'This code was used, has passed, or is mistyped. Ask for a new one.',
    '该代码已使用、已过期或有误，请重新获取。',
  ],
  kioskGone: ['This tablet is no longer let in. Enrol it again.', '该平板已停用，请重新登记。'],
  doorsNotReady: ['Codes for doors cannot be made yet: the server is starting.', '服务正在启动，暂时无法生成签到码。'],
}

export const conflictWords: Record<DoorConflict, Words> = {
  unknownCode: ['Nobody here has this code.', '没有人持有该代码。'],
  activityOff: ['The activity was cancelled.', '活动已取消。'],
  outsideTimes: ['It was more than two hours before or after the activity.', '时间在活动前后两小时以外。'],
  elsewhere: ['By another door they were still inside another activity.', '另一签到点显示其仍在另一活动中。'],
  clockChanged: ['The tablet’s clock was set meanwhile, so the time is doubtful.', '平板的时钟中途被调整，时间存疑。'],
  ownName: ['Leaders do not check in themselves by the list.', '负责人不能用名单为自己签到。'],
  full: ['Every place was taken, and they had none.', '名额已满，且其未获得名额。'],
  lacksSkill: [
    'The skill that the role asks for was missing or had expired that day.',
    '当天缺少岗位所需的技能，或资质已过期。',
  ],
}

export const doorWords = {
  title: ['Door', '签到点'],
  back: ['To the activity', '返回活动'],
  scan: ['Read this with your phone to check in or out.', '用手机扫描二维码签到或签退。'],
  changes: ['A new code in {seconds} s', '{seconds} 秒后更新'],
  bigger: ['Full screen', '全屏显示'],
  here: [
    '{count, plural, =0 {Nobody is here} one {# person is here} other {# people are here}}',
    '{count, plural, =0 {暂无人到场} other {已到场 # 人}}',
  ],
  list: ['By name', '按姓名签到'],
  comeIn: ['Check in', '签到'],
  goOut: ['Check out', '签退'],
  since: ['in since {time}', '{time} 签到'],
  left: ['{from} to {to}', '{from}—{to}'],
  notYet: ['not come yet', '未到'],
  somebodyElse: ['Somebody else came', '添加临时到场的人'],
  doubtful: ['Waiting for your word', '待您处理'],
  unknown: ['Unknown code {code}', '未知代码 {code}'],
  cameIn: ['came in', '签到'],
  wentOut: ['went out', '签退'],
  at: ['{time}, the tablet’s clock said {device}', '{time}（平板时钟显示 {device}）'],
  by: ['by {who}', '来自{who}'],
  counts: ['It counts', '计入'],
  countsNot: ['It does not count', '不计入'],
  decided: ['{name}: noted.', '{name}：已记录。'],
  checkInHere: ['Check in', '签到'],
  checkOutHere: ['Check out', '签退'],
  done: ['You are checked in. Thank you for coming.', '您已签到，感谢参加。'],
  gone: ['You are checked out. Thank you.', '您已签退，感谢参与。'],
  waits: ['Noted. The leader will look at it: {why}', '已记录，待负责人处理：{why}'],
  noCode: ['Read the code at the door with your phone’s camera.', '请用手机相机扫描签到点的二维码。'],
  myCode: ['My code', '我的签到码'],
  myCodeAbout: [
    'Hold it to the tablet at the door, or type the twelve characters there. It holds for today and does not say who you are.',
    '请将二维码对准签到点的平板，或在平板上输入下方十二位代码。仅当天有效，不含个人信息。',
  ],
} satisfies Record<string, Words>

export const kioskWords = {
  title: ['Door tablets', '签到平板'],
  about: [
    'Tablets at the doors of stations. Each is let in once, by a code.',
    '服务站门口的签到平板，每台凭一次性代码登记。',
  ],
  none: ['No tablet yet.', '尚无签到平板。'],
  add: ['Add a tablet', '添加平板'],
  name: ['Name', '名称'],
  organization: ['Stands at', '所在组织'],
  enrolled: ['Let in', '登记时间'],
  seen: ['Last heard of', '最近联系'],
  waits: ['waits for its code', '待登记'],
  renew: ['New code', '新代码'],
  revoke: ['Stop', '停用'],
  revoked: ['{name} is no longer let in.', '{name}已停用。'],
  enter: [
    'On the tablet open {address} and enter this code. It is good until {time}, once.',
    '在平板上打开 {address}，输入此代码。{time} 前有效，仅限一次。',
  ],
} satisfies Record<string, Words>
