import type { Words } from '../../../../platform/i18n.ts'
import type { MinorRefusal } from './rules.ts'

export const minorRefusals: Record<MinorRefusal, Words> = {
  guardianNameMissing: ['Say which guardian consents.', '请填写同意的监护人姓名。'],
  ofAgeAlready: ['They are of age by then.', '届时已成年，无需登记。'],
}

export const minorWords = {
  title: ['Not of age', '未成年人'],
  until: ['Of age from {day}', '{day} 起成年'],
  untilLabel: ['Of age from (no date of birth is kept)', '成年日期（不保存出生日期）'],
  guardian: ['Guardian', '监护人'],
  consents: ['The guardian consents', '监护人已同意'],
  consented: ['{name} consented on {day}', '{name}于 {day} 同意'],
  missing: ['the guardian’s consent is missing', '尚无监护人同意'],
  note: ['Note that they are not of age', '登记为未成年人'],
  change: ['Change', '修改'],
  save: ['Save', '保存'],
  ofAge: ['Is of age', '已成年，删除登记'],
} satisfies Record<string, Words>
