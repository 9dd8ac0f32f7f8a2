/** Why something could not be handed over; each has words in the module that shows it. */
export const failures = [
  'unreachable',
  'tooSlow',
  'answered',
  'privateAddress',
  'gone',
  'mailboxRefused',
  'mailRefused',
  'notSetUp',
  'unfitKeys',
] as const
export type Failure = (typeof failures)[number]

/** `lasting`: trying again will not help. `after`: when the other side wants to be asked again, in seconds. */
export type Outcome = { ok: true } | { ok: false; failure: Failure; status?: number; lasting: boolean; after?: number }
