import { credentialsV1, credentialsV2, files, openBadgesContexts } from '../../proof/contexts/rules.ts'
import type { Json } from '../../proof/contract.ts'
import type { Reason } from '../contract.ts'

/** What Open Badges 3.0 asks of an object of a class: its necessary fields, and the class of what stands in others. */
type Shape = { needs?: readonly string[]; parts?: Readonly<Record<string, string>>; untyped?: true }

const shapes: Readonly<Record<string, Shape>> = {
  AchievementSubject: {
    needs: ['achievement'],
    parts: {
      achievement: 'Achievement',
      identifier: 'IdentityObject',
      image: 'Image',
      result: 'Result',
      source: 'Profile',
    },
  },
  EndorsementSubject: { needs: ['id'] },
  Achievement: {
    needs: ['id', 'name', 'description', 'criteria'],
    parts: {
      alignment: 'Alignment',
      creator: 'Profile',
      criteria: 'Criteria',
      image: 'Image',
      otherIdentifier: 'IdentifierEntry',
      related: 'Related',
      resultDescription: 'ResultDescription',
    },
  },
  Address: { parts: { geo: 'GeoCoordinates' } },
  Alignment: { needs: ['targetName', 'targetUrl'] },
  Criteria: { untyped: true },
  Evidence: {},
  GeoCoordinates: { needs: ['latitude', 'longitude'] },
  IdentifierEntry: { needs: ['identifier', 'identifierType'] },
  IdentityObject: { needs: ['hashed', 'identityHash', 'identityType'] },
  Image: { needs: ['id'] },
  Profile: {
    needs: ['id'],
    parts: { address: 'Address', image: 'Image', otherIdentifier: 'IdentifierEntry', parentOrg: 'Profile' },
  },
  Related: { needs: ['id'] },
  Result: { parts: { alignment: 'Alignment' } },
  ResultDescription: {
    needs: ['id', 'name', 'resultType'],
    parts: { alignment: 'Alignment', rubricCriterionLevel: 'RubricCriterionLevel' },
  },
  RubricCriterionLevel: { needs: ['id', 'name'], parts: { alignment: 'Alignment' } },
}

/** A value as it can be shown: what somebody wrote may be an object that says of itself how it is made a word. */
export const wordOf = (value: unknown): string =>
  isObject(value) || Array.isArray(value) ? JSON.stringify(value) : String(value)

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const listOf = (value: unknown): unknown[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value]

export const typesOf = (value: unknown): unknown[] => (isObject(value) ? listOf(value.type) : [])

const isAddress = (value: unknown): boolean => typeof value === 'string' && /^[a-z][a-z0-9+.-]*:\S+$/i.test(value)

function partFaults(value: unknown, wanted: string, at: string): Reason[] {
  // A profile or an image may be named instead of being there.
  if (isAddress(value) && (wanted === 'Profile' || wanted === 'Image')) return []
  if (!isObject(value)) return [{ fault: 'fieldWrong', values: { field: at } }]
  const { needs = [], parts = {}, untyped } = shapes[wanted] ?? {}
  const types = typesOf(value)
  if (!untyped && !types.includes(wanted))
    return [{ fault: 'typeWrong', values: { field: at, type: wanted, found: types.map(wordOf).join(', ') || '—' } }]
  const missing = needs.filter((name) => isEmpty(value[name]))
  return [
    ...missing.map((name): Reason => ({ fault: 'fieldMissing', values: { field: `${at}.${name}` } })),
    ...(value.id === undefined || isAddress(value.id)
      ? []
      : [{ fault: 'fieldWrong', values: { field: `${at}.id` } } as const]),
    ...Object.entries(parts).flatMap(([name, type]) =>
      listOf(value[name]).flatMap((part, i, all) =>
        partFaults(part, type, `${at}.${name}${all.length > 1 ? `[${i}]` : ''}`),
      ),
    ),
  ]
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)

const subjects: Readonly<Record<string, string>> = {
  AchievementCredential: 'AchievementSubject',
  OpenBadgeCredential: 'AchievementSubject',
  EndorsementCredential: 'EndorsementSubject',
}

const knownSchemas =
  /^https:\/\/purl\.imsglobal\.org\/spec\/ob\/v3p0\/schema\/json\/ob_v3p0_(?:achievement|endorsement)credential_schema\.json$/

/** Everything in which a credential is not an Open Badge 3.0, without looking at its proof. */
export function shapeFaults(credential: Json): Reason[] {
  const types = typesOf(credential)
  const kind = Object.keys(subjects).find((type) => types.includes(type))
  const missing = (field: string): Reason[] => (isEmpty(credential[field]) ? [missingField(field)] : [])
  return [
    ...contextFaults(credential['@context']),
    ...hiddenTerms(credential),
    ...(types.includes('VerifiableCredential') && kind
      ? []
      : [
          {
            fault: 'typeWrong',
            values: { field: 'type', type: 'OpenBadgeCredential', found: types.map(wordOf).join(', ') || '—' },
          } as const,
        ]),
    ...missing('id'),
    ...(credential.id === undefined || isAddress(credential.id)
      ? []
      : [{ fault: 'fieldWrong', values: { field: 'id' } } as const]),
    ...missing('issuer'),
    ...(isEmpty(credential.issuer) ? [] : partFaults(credential.issuer, 'Profile', 'issuer')),
    ...missing(beginsIn(credential)),
    ...missing('credentialSubject'),
    ...listOf(credential.credentialSubject).flatMap((subject) =>
      kind ? subjectFaults(subject, subjects[kind] ?? '') : [],
    ),
    ...listOf(credential.evidence).flatMap((part, i) => partFaults(part, 'Evidence', `evidence[${i}]`)),
    ...listOf(credential.credentialSchema).flatMap(schemaFaults),
  ]
}

function subjectFaults(subject: unknown, wanted: string): Reason[] {
  const faults = partFaults(subject, wanted, 'credentialSubject')
  const nameless = isObject(subject) && isEmpty(subject.id) && isEmpty(subject.identifier)
  return nameless && wanted === 'AchievementSubject' ? [...faults, missingField('credentialSubject.id')] : faults
}

const missingField = (field: string): Reason => ({ fault: 'fieldMissing', values: { field } })

function schemaFaults(schema: unknown): Reason[] {
  const id = wordOf(isObject(schema) ? schema.id : schema)
  return knownSchemas.test(id) ? [] : [{ fault: 'schemaUnknown', values: { schema: id } }]
}

/** Under the older data model a credential began on its issuanceDate. */
export const isOld = (credential: Json): boolean => listOf(credential['@context'])[0] === credentialsV1
export const beginsIn = (credential: Json): string => (isOld(credential) ? 'issuanceDate' : 'validFrom')
export const endsIn = (credential: Json): string => (isOld(credential) ? 'expirationDate' : 'validUntil')

function contextFaults(value: unknown): Reason[] {
  const contexts = listOf(value)
  const unknown = contexts.find((one) => typeof one !== 'string' || !(one in files))
  if (unknown !== undefined)
    return [{ fault: 'contextUnknown', values: { context: typeof unknown === 'string' ? unknown : '{…}' } }]
  if (contexts[0] !== credentialsV2 && contexts[0] !== credentialsV1)
    return [{ fault: 'contextMissing', values: { context: credentialsV2 } }]
  return openBadgesContexts.includes(wordOf(contexts[1]))
    ? []
    : [{ fault: 'contextMissing', values: { context: openBadgesContexts.at(-1) ?? '' } }]
}

const plainKeywords = ['@value', '@language', '@direction']

/** Keywords of JSON-LD could say something else than what the fields say to a reader; no badge needs them. */
function hiddenTerms(credential: Json): Reason[] {
  const found: string[] = []
  const visit = (value: unknown, top: boolean): void => {
    if (Array.isArray(value)) for (const one of value) visit(one, false)
    else if (isObject(value))
      for (const [name, inner] of Object.entries(value)) {
        if (name.startsWith('@') && !plainKeywords.includes(name) && !(top && name === '@context')) found.push(name)
        if (!(top && name === '@context')) visit(inner, false)
      }
  }
  visit(credential, true)
  return found.slice(0, 1).map((term) => ({ fault: 'hiddenTerm', values: { term } }))
}
