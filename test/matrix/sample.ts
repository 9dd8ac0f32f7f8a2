import fc from 'fast-check'
import { z } from 'zod'
import type { Endpoint } from '../../src/platform/endpoint.ts'

type Schema = {
  type?: string | string[]
  format?: string
  pattern?: string
  enum?: unknown[]
  const?: unknown
  default?: unknown
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  minItems?: number
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  exclusiveMinimum?: number
  multipleOf?: number
}

/** The later end of a span, so that it does not end before it begins. */
const isEnd = /^(to|until|end|ends)([A-Z]|$)/

/** Which record an id field means, told by its name, or for a bare `id` by the address. */
export type IdOf = (field: string) => string

/** Something that this endpoint's contract accepts: `least` leaves out what may be left out. */
export function sampleInput(endpoint: Endpoint, idOf: IdOf, least: boolean): Record<string, unknown> {
  const schema = z.toJSONSchema(endpoint.input, { io: 'input', unrepresentable: 'any' }) as Schema
  const made = sample(schema, '', idOf, least)
  return typeof made === 'object' && made !== null ? (made as Record<string, unknown>) : {}
}

function sample(schema: Schema, field: string, idOf: IdOf, least: boolean): unknown {
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum.at(-1)
  const either = schema.anyOf ?? schema.oneOf
  if (either) return sample(either.find((one) => one.type !== 'null') ?? {}, field, idOf, least)
  if (schema.allOf) return sample(Object.assign({}, ...schema.allOf), field, idOf, least)
  const type = Array.isArray(schema.type) ? schema.type.find((one) => one !== 'null') : schema.type
  if (type === 'object') return sampleObject(schema, idOf, least)
  if (type === 'array') {
    const count = Math.max(schema.minItems ?? 0, least ? 0 : 1)
    return Array.from({ length: count }, () => sample(schema.items ?? {}, field, idOf, least))
  }
  if (type === 'boolean') return !least
  if (type === 'number' || type === 'integer') return field === 'year' ? 2026 : sampleNumber(schema)
  if (type === 'string') return sampleText(schema, field, idOf)
  // A date read from text has no type of its own.
  if (isEnd.test(field)) return '2026-04-15T04:00:00.000Z'
  return /at$|from|since|time|date|day/i.test(field) ? '2026-04-15T02:00:00.000Z' : '1'
}

function sampleObject({ properties = {}, required = [] }: Schema, idOf: IdOf, least: boolean) {
  const wanted = Object.entries(properties).filter(([name]) => !least || required.includes(name))
  return Object.fromEntries(wanted.map(([name, inner]) => [name, sample(inner, name, idOf, least)]))
}

function sampleNumber({ minimum, maximum, exclusiveMinimum, multipleOf = 1 }: Schema): number {
  const least = Math.max(minimum ?? 0, exclusiveMinimum === undefined ? 0 : exclusiveMinimum + multipleOf)
  const usual = Math.max(least, 1)
  return maximum !== undefined && usual > maximum ? maximum : usual
}

/** A question that can be asked: any other words would be refused before anything else is tried. */
const asked: Record<string, string> = {
  fact: 'activity',
  measure: 'count',
  filter: 'kind=study',
  period: '2026-04',
  by: 'month',
  rule: 'FREQ=WEEKLY',
  matter: 'addressFailed',
  events: 'webhook.tried',
}

function sampleText({ format, pattern, minLength = 0, maxLength }: Schema, field: string, idOf: IdOf): string {
  if (format === 'uuid') return idOf(field)
  if (format === 'date' && field === 'dueOn') return '2099-12-31'
  if (format === 'date') return isEnd.test(field) ? '2026-05-15' : '2026-04-15'
  if (format === 'date-time') return '2026-04-15T02:00:00.000Z'
  if (format === 'time') return '09:00'
  if (format === 'uri') return 'https://study.example/chapter-1'
  if (format === 'email' || field === 'email') return 'somebody@example.org'
  if (asked[field]) return asked[field]
  // A change of a shared document that changes nothing.
  if (field === 'update') return 'AAA='
  if (field === 'phone') return '13900000099'
  if (pattern) return fc.sample(fc.stringMatching(new RegExp(pattern)), { numRuns: 1, seed: 7 })[0] ?? ''
  const text = '春季防火安全检查'.repeat(Math.ceil(Math.max(minLength, 1) / 8))
  return text.slice(0, Math.min(maxLength ?? text.length, Math.max(minLength, 8)))
}

/** The names of the fields in which an id is asked for, wherever they stand. */
export function idFields(endpoint: Endpoint): string[] {
  const found = new Set<string>()
  sampleInput(endpoint, (field) => String(found.add(field) && field), false)
  return [...found]
}
