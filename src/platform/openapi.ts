import { z } from 'zod'
import type { Endpoint } from './endpoint.ts'
import { download } from './endpoint.ts'
import type { Route, Who } from './route.ts'

const problem = {
  type: 'object',
  required: ['type', 'status', 'reason', 'title'],
  properties: {
    type: { type: 'string' },
    status: { type: 'integer' },
    reason: { type: 'string', description: 'A code; `title` says it in words.' },
    title: { type: 'string' },
    requestId: { type: 'string' },
    issues: {
      type: 'array',
      items: { type: 'object', properties: { path: { type: 'string' }, message: { type: 'string' } } },
    },
  },
}

type Json = Record<string, unknown>

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...json } = z.toJSONSchema(schema, {
    io,
    target: 'draft-2020-12',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema._zod.def.type === 'date') Object.assign(jsonSchema, { type: 'string', format: 'date-time' })
    },
  }) as Json
  return json
}

const words = (who: Who): string =>
  who === 'anyone' ? 'Anyone.' : who === 'signedIn' ? 'Whoever is signed in.' : `Roles: ${who.join(', ')}.`

/** The OpenAPI 3.1 document of a table of routes. */
export function openApi(routes: readonly Route[], version: string): Json {
  const paths: Record<string, Json> = {}
  for (const { endpoint, who } of routes) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation(endpoint, who) }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Linli', version, description: 'Record once, report everywhere.' },
    paths,
    components: {
      schemas: { Problem: problem },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'linli.session_token' } },
    },
  }
}

function operation(endpoint: Endpoint, who: Who): Json {
  const input = schemaOf(endpoint.input, 'input')
  const properties = (input.properties ?? {}) as Record<string, Json>
  const required = (input.required ?? []) as string[]
  const inPath = [...endpoint.path.matchAll(/:(\w+)/g)].map((match) => match[1] as string)
  const rest = Object.keys(properties).filter((name) => !inPath.includes(name))
  const inQuery = endpoint.method === 'GET' ? rest : []
  const parameter = (name: string, place: 'path' | 'query') => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: properties[name] ?? { type: 'string' },
  })
  const body = endpoint.upload
    ? {
        'multipart/form-data': {
          schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } },
        },
      }
    : {
        'application/json': {
          schema: { ...input, properties: pick(properties, rest), required: required.filter((r) => rest.includes(r)) },
        },
      }
  return {
    operationId: endpoint.name,
    tags: [endpoint.path.split('/')[2] ?? 'api'],
    description: words(who),
    ...(who === 'anyone' ? {} : { security: [{ session: [] }] }),
    parameters: [...inPath.map((name) => parameter(name, 'path')), ...inQuery.map((name) => parameter(name, 'query'))],
    ...(endpoint.method !== 'GET' && (rest.length > 0 || endpoint.upload)
      ? { requestBody: { required: true, content: body } }
      : {}),
    responses: {
      200: {
        description: 'Done.',
        content:
          endpoint.output === (download as z.ZodType)
            ? { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
            : { 'application/json': { schema: schemaOf(endpoint.output, 'output') } },
      },
      default: {
        description: 'Not done, and why.',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  }
}

const pick = (from: Record<string, Json>, names: string[]): Record<string, Json> =>
  Object.fromEntries(names.map((name) => [name, from[name] ?? {}]))
