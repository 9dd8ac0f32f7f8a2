import type { Words } from '../../../platform/i18n.ts'
import { apartRefusals } from './apart/messages.ts'
import { availabilityRefusals } from './availability/messages.ts'
import { consentRefusals } from './consents/messages.ts'
import { minorRefusals } from './minors/messages.ts'
import { skillRefusals } from './skills/messages.ts'
import { teamRefusals } from './teams/messages.ts'
import { wishRefusals } from './wishes/messages.ts'

export const peopleRefusals = {
  ...skillRefusals,
  ...availabilityRefusals,
  ...wishRefusals,
  ...apartRefusals,
  ...minorRefusals,
  ...teamRefusals,
  ...consentRefusals,
} satisfies Record<string, Words>

export const volunteerWords = {
  hours: ['Hours', '时长'],
  certificates: ['Certificates', '证书'],
  volunteers: ['Volunteers', '志愿'],
  title: ['Teams and volunteers', '队伍与志愿者'],
  me: ['Me as a volunteer', '我的志愿档案'],
  of: ['{name} as a volunteer', '{name}的志愿档案'],
  coordinate: ['Skills and rules', '技能与规则'],
  coordinateAbout: [
    'What shifts may ask for, what holds for everybody, who is not placed together.',
    '班次可要求的技能、对所有人有效的规则、不安排在一起的人员。',
  ],
  undo: ['Undo', '撤销'],
  cancel: ['Cancel', '取消'],
  save: ['Save', '保存'],
} satisfies Record<string, Words>
