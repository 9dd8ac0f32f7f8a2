import { type Language, sayIn, type Words } from '../../platform/i18n.ts'
import type { CredentialKind, NewCredential } from './contract.ts'
import { statusAddress } from './issuer/rules.ts'
import { type CredentialRefusal, criteria, kindWords, messages, sentences } from './messages.ts'
import { credentialsV2, openBadgesNow } from './proof/contexts/rules.ts'
import type { Json } from './proof/contract.ts'

export function issueRefusal({ kind, minutes, period }: NewCredential): CredentialRefusal | null {
  if (period.to < period.from) return 'periodTurned'
  return kind === 'hours' && !(minutes && minutes > 0) ? 'nothingToCertify' : null
}

export const revokeRefusal = ({ revokedAt }: { revokedAt: Date | null }): CredentialRefusal | null =>
  revokedAt ? 'alreadyRevoked' : null

/** 750 → 12 小时 30 分钟 / 12 hours 30 minutes */
export function writtenTime(language: Language, minutes: number): string {
  if (minutes <= 0) return sayIn(language, messages.none)
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  return sayIn(language, messages.time, { hours, minutes: rest, both: hours && rest ? 'yes' : 'no' })
}

/** '2026-03-05' → 2026年3月5日 / 5 March 2026 */
export function writtenDay(language: Language, day: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  if (language === 'zh-CN') return `${year}年${month}月${date}日`
  return `${date} ${new Date(Date.UTC(year, month - 1)).toLocaleString('en', { month: 'long', timeZone: 'UTC' })} ${year}`
}

export type Facts = Pick<NewCredential, 'kind' | 'period'> & {
  personName: string
  title: string | null
  minutes: number | null
}

export const sentence = (language: Language, { kind, personName, title, minutes, period }: Facts): string =>
  sayIn(language, sentences[kind], {
    person: personName,
    title: title ?? '',
    time: minutes === null ? '' : writtenTime(language, minutes),
    from: writtenDay(language, period.from),
    to: writtenDay(language, period.to),
  })

/** Both languages in one text: Open Badges has one field for each thing. */
const both = ([en, zh]: Words): string => `${zh} · ${en}`

const achievementTypes: Record<CredentialKind, string> = {
  hours: 'CommunityService',
  course: 'CertificateOfCompletion',
  contest: 'Award',
}

type Unsigned = Facts & {
  id: string
  issuer: { id: string; name: string }
  organizationName: string
  roles: readonly string[]
  issuedAt: Date
  expiresAt: Date | null
  status: { list: number; index: number }
}

const written = (at: Date): string => at.toISOString().replace(/\.\d+Z$/, 'Z')

/** The certificate as an Open Badge 3.0, not yet signed. Of the person it says the name and nothing else. */
export function badge(facts: Unsigned): Json {
  const { kind, title, minutes, roles, issuer, period, status } = facts
  const achievement = `${issuer.id}#${kind}`
  const list = statusAddress(issuer.id, status.list)
  return {
    '@context': [credentialsV2, openBadgesNow],
    id: `urn:uuid:${facts.id}`,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: title ?? both(kindWords[kind]),
    issuer: { id: issuer.id, type: ['Profile'], name: issuer.name },
    validFrom: written(facts.issuedAt),
    ...(facts.expiresAt ? { validUntil: written(facts.expiresAt) } : {}),
    credentialSubject: {
      type: ['AchievementSubject'],
      identifier: [{ type: 'IdentityObject', hashed: false, identityHash: facts.personName, identityType: 'name' }],
      activityStartDate: `${period.from}T00:00:00Z`,
      activityEndDate: `${period.to}T23:59:59Z`,
      ...(roles.length > 0 ? { role: roles.join('、') } : {}),
      narrative: `${facts.organizationName}：${sentence('zh-CN', facts)} ${sentence('en', facts)}`,
      achievement: {
        id: achievement,
        type: ['Achievement'],
        achievementType: achievementTypes[kind],
        name: title ?? both(kindWords[kind]),
        description: both(kindWords[kind]),
        criteria: { narrative: both(criteria[kind]) },
        ...(minutes === null
          ? {}
          : {
              resultDescription: [
                {
                  id: `${issuer.id}#minutes`,
                  type: ['ResultDescription'],
                  name: both(messages.minutes),
                  resultType: 'RawScore',
                },
              ],
            }),
      },
      ...(minutes === null
        ? {}
        : { result: [{ type: ['Result'], resultDescription: `${issuer.id}#minutes`, value: String(minutes) }] }),
    },
    credentialStatus: {
      id: `${list}#${status.index}`,
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: String(status.index),
      statusListCredential: list,
    },
  }
}
