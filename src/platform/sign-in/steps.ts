import type { Endpoint } from '../endpoint.ts'
import * as contract from './contract.ts'

type Answer = Record<string, unknown>

/** One thing done by better-auth: where, with what body, and what of its answer goes out. */
export type Step = {
  endpoint: Endpoint
  path: string
  body: (input: Answer) => Answer
  answer: (said: Answer) => unknown
  /** Somebody could try many: counted. */
  guessable?: true
}

const step = (endpoint: Endpoint, more: Partial<Step> = {}): Step => ({
  endpoint,
  path: endpoint.path.replace('/api/auth', ''),
  body: (input) => input,
  answer: () => ({ done: true }),
  ...more,
})
const signedIn = (): Answer => ({ next: 'signedIn' })

/** All of better-auth that can be reached; its other paths are not there. */
export const steps: readonly Step[] = [
  step(contract.signIn, {
    guessable: true,
    body: ({ name, password, remember }) => ({ email: name, password, rememberMe: remember }),
    answer: (said) => ({ next: said.twoFactorRedirect === true ? 'secondStep' : 'signedIn' }),
  }),
  step(contract.enterCode, { guessable: true, answer: signedIn }),
  step(contract.enterBackupCode, { guessable: true, answer: signedIn }),
  step(contract.signOut),
  step(contract.endSession),
  step(contract.endOtherSessions),
  step(contract.changePassword, { guessable: true, body: (input) => ({ ...input, revokeOtherSessions: true }) }),
  step(contract.beginTwoFactor, {
    guessable: true,
    answer: ({ totpURI, backupCodes }) => ({ uri: totpURI, backupCodes }),
  }),
  step(contract.endTwoFactor, { guessable: true }),
  step(contract.newBackupCodes, { guessable: true, answer: ({ backupCodes }) => ({ backupCodes }) }),
]
