/** Any JSON object: a credential before anybody has looked at it. */
export type Json = { [name: string]: unknown }

export type Proof = Json & {
  type: string
  cryptosuite?: string
  created?: string
  verificationMethod: string
  proofPurpose: string
  proofValue: string
}
