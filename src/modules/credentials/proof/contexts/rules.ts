export const credentialsV1 = 'https://www.w3.org/2018/credentials/v1'
export const credentialsV2 = 'https://www.w3.org/ns/credentials/v2'
const openBadges = 'https://purl.imsglobal.org/spec/ob/v3p0'
export const openBadgesNow = `${openBadges}/context-3.0.3.json`

export const openBadgesContexts: readonly string[] = [
  `${openBadges}/context.json`,
  `${openBadges}/context-3.0.1.json`,
  `${openBadges}/context-3.0.2.json`,
  openBadgesNow,
]

/** Where each context stands in this folder. */
export const files: Readonly<Record<string, string>> = {
  [credentialsV1]: 'credentials-v1',
  [credentialsV2]: 'credentials-v2',
  'https://w3id.org/security/data-integrity/v1': 'data-integrity-v1',
  'https://w3id.org/security/data-integrity/v2': 'data-integrity-v2',
  'https://w3id.org/security/suites/ed25519-2020/v1': 'ed25519-2020-v1',
  [`${openBadges}/context.json`]: 'open-badges-3.0.0',
  [`${openBadges}/context-3.0.1.json`]: 'open-badges-3.0.1',
  [`${openBadges}/context-3.0.2.json`]: 'open-badges-3.0.2',
  [openBadgesNow]: 'open-badges-3.0.3',
  [`${openBadges}/extensions.json`]: 'open-badges-extensions',
}
