import { z } from 'zod'
import { done, endpoint, nothing } from '../../../platform/endpoint.ts'
import { languages } from '../../../platform/i18n.ts'
import { channels } from '../../../platform/notice/matter.ts'
import { failures } from '../../../platform/notice/outcome.ts'

export const clock = z.iso.time({ precision: -1 })

export const NoticeAddress = z.object({
  id: z.uuid(),
  kind: z.enum(channels),
  /** The mailbox, or what the device is called. */
  name: z.string(),
  /** To tell this device from the others: a digest of its endpoint. */
  mark: z.string(),
  confirmed: z.boolean(),
  failedAt: z.coerce.date().nullable(),
  failure: z.enum(failures).nullable(),
  status: z.int().nullable(),
})
export type NoticeAddress = z.output<typeof NoticeAddress>

export const MatterChoice = z.object({ matter: z.string(), label: z.string(), channels: z.array(z.enum(channels)) })

/** How I want to be told. */
export const readChoices = endpoint({
  name: 'readChoices',
  method: 'GET',
  path: '/api/notices/choices',
  input: nothing,
  output: z.object({
    matters: z.array(MatterChoice),
    quiet: z.object({ from: z.string(), to: z.string() }).nullable(),
    /** Null: as the office. */
    language: z.enum(languages).nullable(),
    addresses: z.array(NoticeAddress),
    /** What a browser needs in order to take pushes from us. */
    pushKey: z.string(),
    /** Has the operator set a mail server? */
    mail: z.boolean(),
    suggestedEmail: z.string().nullable(),
  }),
})
export type Choices = z.output<(typeof readChoices)['output']>

/** By which ways one matter reaches me. */
export const chooseWays = endpoint({
  name: 'chooseWays',
  method: 'PUT',
  path: '/api/notices/choices/:matter',
  input: z.object({ matter: z.string().max(100), channels: z.array(z.enum(channels)).max(2) }),
  output: done,
})

/** When I want quiet (null: never), and in which language I am told. */
export const setWishes = endpoint({
  name: 'setWishes',
  method: 'PUT',
  path: '/api/notices/wishes',
  input: z.object({
    quiet: z.object({ from: clock, to: clock }).nullable(),
    language: z.enum(languages).nullable(),
  }),
  output: done,
})
