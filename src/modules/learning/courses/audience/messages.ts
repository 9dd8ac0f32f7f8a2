import { type Language, sayIn, type Words } from '../../../../platform/i18n.ts'
import { roleWords } from '../../../organizations/messages.ts'
import type { Audience, Condition, Names } from './contract.ts'

const words = {
  nobody: ['nobody yet', '暂无对象'],
  inGroup: ['the members of {name}', '{name}成员'],
  holds: ['everybody who is {role} in {name} or below', '{name}及下级的{role}'],
  beganDays: [
    'everybody whose post in {name} or below began in the last {n, plural, one {day} other {# days}}',
    '近 {n} 天内在{name}及下级任职的人员',
  ],
  beganYears: [
    'everybody whose post in {name} or below began in the last {n, plural, one {year} other {# years}}',
    '近 {n} 年内在{name}及下级任职的人员',
  ],
  beganRoleDays: [
    'everybody who became {role} in {name} or below in the last {n, plural, one {day} other {# days}}',
    '近 {n} 天内在{name}及下级任{role}的人员',
  ],
  beganRoleYears: [
    'everybody who became {role} in {name} or below in the last {n, plural, one {year} other {# years}}',
    '近 {n} 年内在{name}及下级任{role}的人员',
  ],
  at: ['everybody of {name} and below', '{name}及下级全体人员'],
  named: ['{names}', '{names}'],
  and: [', who are also ', '，且为'],
  or: ['; or ', '；或'],
  comma: [', ', '、'],
} satisfies Record<string, Words>

/** An audience as one sentence: 'all community secretaries; or the members of …'. */
export function sayAudience(language: Language, audience: Audience, names: Names): string {
  const say = (pair: Words, values: Record<string, string | number> = {}): string => sayIn(language, pair, values)
  // In the middle of a sentence a role has no capital letter.
  const roleOf = (role: keyof typeof roleWords): string => {
    const said = say(roleWords[role])
    return language === 'en' ? said.charAt(0).toLowerCase() + said.slice(1) : said
  }
  const nameOf = (id: string): string => names[id] ?? ''
  const one = (condition: Condition): string => {
    switch (condition.is) {
      case 'inGroup':
        return say(words.inGroup, { name: nameOf(condition.groupId) })
      case 'at':
        return say(words.at, { name: nameOf(condition.organizationId) })
      case 'holds':
        return say(words.holds, { role: roleOf(condition.role), name: nameOf(condition.organizationId) })
      case 'named':
        return say(words.named, { names: condition.personIds.map(nameOf).join(say(words.comma)) })
      case 'began': {
        const { role, organizationId, last: n, unit } = condition
        const key = `began${role ? 'Role' : ''}${unit === 'days' ? 'Days' : 'Years'}` as const
        return say(words[key], { name: nameOf(organizationId), n, ...(role ? { role: roleOf(role) } : {}) })
      }
    }
  }
  if (audience.length === 0) return say(words.nobody)
  return audience.map((all) => all.map(one).join(say(words.and))).join(say(words.or))
}
