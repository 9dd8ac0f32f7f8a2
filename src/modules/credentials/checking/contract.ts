/** Why a credential is not accepted: keys into the words of this folder. */
export type Fault =
  | 'unreadable'
  | 'tooLarge'
  | 'tooDeep'
  | 'contextMissing'
  | 'contextUnknown'
  | 'hiddenTerm'
  | 'fieldMissing'
  | 'fieldWrong'
  | 'typeWrong'
  | 'termUnexplained'
  | 'tooTangled'
  | 'schemaUnknown'
  | 'noProof'
  | 'proofUnknown'
  | 'keyUnreadable'
  | 'wrongIssuer'
  | 'issuerUnknown'
  | 'altered'
  | 'notOnRecord'
  | 'notYet'
  | 'expired'
  | 'revoked'
  | 'statusUnknown'

export type Reason = { fault: Fault; values?: Record<string, string> }

/**
 * genuine: signed with a key of an issuer here, on record, valid today. intact: everything that can be checked here holds, but
 * whose key it is cannot be. refused: for the reasons given.
 */
export type Verdict = 'genuine' | 'intact' | 'refused'

/** What a certificate says, as it says it. */
export type Statement = {
  issuer: string | null
  person: string | null
  name: string | null
  achievement: string | null
  narrative: string | null
  minutes: number | null
  roles: string | null
  /** Days or instants as written. */
  from: string | null
  to: string | null
  validFrom: string | null
  validUntil: string | null
}

export type Outcome = { verdict: Verdict; reasons: Reason[]; says: Statement | null }
