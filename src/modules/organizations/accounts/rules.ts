import type { Me, Role } from '../../../platform/context.ts'
import { can, canEverywhere, isPlain, mayGive } from '../rules.ts'

export const invitationDays = 7
export const shortestPassword = 10
const phoneDomain = '@phone.invalid'

/** What somebody types to sign in, as the address of their login: an e-mail as it is, a phone number by its digits. */
export function loginAddress(name: string): string | null {
  const typed = name.normalize('NFKC').trim().toLowerCase()
  if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(typed)) return typed.length <= 200 ? typed : null
  if (!/^\+?[\d\s().-]+$/.test(typed)) return null
  const digits = typed.replace(/\D/g, '').replace(/^(?:00)?86(?=1\d{10}$)/, '')
  return digits.length >= 5 && digits.length <= 15 ? digits + phoneDomain : null
}

/** The address as its owner types it. */
export const loginNameOf = (address: string): string =>
  address.endsWith(phoneDomain) ? address.slice(0, -phoneDomain.length) : address

export type PasswordRefusal = 'passwordTooShort' | 'passwordCommon' | 'passwordLikeName'

// What people and machines try first, as far as it is long enough to be taken at all.
const common = new Set(
  (
    'password12 password123 password1234 passw0rd123 p@ssw0rd123 p@ssword123 administrator admin12345 admin123456 ' +
    'administrator1 qwertyuiop qwerty12345 qwerty123456 1q2w3e4r5t 1qaz2wsx3edc 1qazxsw23edc q1w2e3r4t5 asdfghjkl1 ' +
    'asdfghjkl123 zxcvbnm123 zaq12wsxcde iloveyou123 iloveyou1314 woaini1314 woaini520 5201314520 woaini5201314 ' +
    'a123456789 a1234567890 aa123456789 abc1234567 abc12345678 abc123456789 abcd123456 abcd1234567 abcdefghij ' +
    'welcome123 welcome1234 letmein123 letmein1234 changeme123 football123 baseball123 sunshine123 princess123 ' +
    'linli12345 linli123456 shequ12345 shequ123456 jiedao12345 jiedao123456 zhongguo123 1234512345 1122334455 ' +
    '0123456789 9876543210 1357924680 1314520520 147258369a 1472583690 7894561230'
  ).split(' '),
)

/** Why this password may not be used, or null. Length is what counts; composition is nobody's business. */
export function passwordRefusal(password: string, name: string): PasswordRefusal | null {
  if ([...password].length < shortestPassword) return 'passwordTooShort'
  const folded = password.normalize('NFKC').toLowerCase()
  if (common.has(folded) || isRun(folded) || new Set(folded).size < 4) return 'passwordCommon'
  const own = loginNameOf(loginAddress(name) ?? name.toLowerCase()).split('@')[0] ?? ''
  return own.length >= 4 && folded.replace(own, '').length < 4 ? 'passwordLikeName' : null
}

/** Letters or digits that only count up or down: 1234567890, hgfedcba98. */
function isRun(text: string): boolean {
  const steps = [...text].slice(1).map((c, i) => c.charCodeAt(0) - text.charCodeAt(i))
  const odd = (step: number): number => steps.filter((own) => own !== step).length
  return odd(1) <= 1 || odd(-1) <= 1
}

export type InvitationRefusal = 'invitationUsed' | 'invitationExpired'

export function invitationRefusal(
  invitation: { usedAt: Date | null; expiresAt: Date },
  now: Date,
): InvitationRefusal | null {
  if (invitation.usedAt) return 'invitationUsed'
  return invitation.expiresAt <= now ? 'invitationExpired' : null
}

export type Held = { role: Role; path: string }

/**
 * A link to set a password is a key to the account: only who organizes one of the person's places and could give every
 * role that the person holds, now or later, may hand one out.
 */
export function mayOpenAccountOf(me: Pick<Me, 'roles'>, held: readonly Held[]): boolean {
  if (held.length === 0) return canEverywhere(me, 'organize')
  return (
    held.some(({ path }) => can(me, 'organize', path)) &&
    held.every(({ role, path }) => isPlain(role) || mayGive(me, role, path))
  )
}

/** The same for whoever has the card before them: what of it they may change says what they could give. */
export const mayOpenAccountHolding = (
  me: Pick<Me, 'roles'>,
  held: readonly { role: Role; mayChange: boolean }[],
): boolean =>
  held.length === 0
    ? canEverywhere(me, 'organize')
    : held.some(({ mayChange }) => mayChange) && held.every(({ role, mayChange }) => mayChange || isPlain(role))

/** Switching off somebody's second step weakens their account: administrators only. */
export const mayEndSecondStep = (me: Pick<Me, 'roles'>, held: readonly Held[]): boolean =>
  held.length === 0
    ? canEverywhere(me, 'administer')
    : mayOpenAccountOf(me, held) && held.every(({ path }) => can(me, 'administer', path))
