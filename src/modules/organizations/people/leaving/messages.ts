import type { Words } from '../../../../platform/i18n.ts'

export const messages = {
  myData: ['My data', '我的数据'],
  myDataAbout: [
    'All that is kept about you, as one file that you and other programs can read.',
    '与您有关的全部记录，导出为一个您和其他程序都能读取的文件。',
  ],
  take: ['Take my data along', '导出我的数据'],
  forgetting: ['Be forgotten', '注销并清除个人信息'],
  forgettingOther: ['Forget on request', '应本人要求清除信息'],
  forgettingAbout: [
    'Name, phone, e-mail, sign-in, wishes, qualifications and certificates go; places in coming shifts are given up. What was done stays as a count without a name. Published reports and the names in them do not change. It happens after seven days; until then it can be taken back here.',
    '姓名、电话、邮箱、登录方式、意愿、资质和证书将被清除，今后班次的名额将让出。已完成的工作只作为不记名的数字保留。已发布的报告及其中的姓名不变。清除在七天后进行，在此之前可在这里撤回。',
  ],
  forgetMe: ['Have me forgotten', '清除我的信息'],
  forgetThem: ['Forget {name}', '清除{name}的信息'],
  willBe: ['On {day} everything that says who this is will be forgotten.', '{day}起，能够识别本人的信息将被清除。'],
  keepMe: ['Keep it after all', '撤回，继续保留'],
  asked: ['It will be forgotten on {day}. You can take that back.', '将于{day}清除，可以撤回。'],
  kept: ['Nothing will be forgotten.', '已撤回，信息继续保留。'],
} satisfies Record<string, Words>
