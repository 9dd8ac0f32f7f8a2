import type { ReactNode } from 'react'
import type { Context } from '../context.ts'
import type { Language } from '../i18n.ts'

/** What somebody without a name asks of a public page. */
export type PublicAsked = {
  params: Readonly<Record<string, string>>
  query: Readonly<Record<string, string>>
  /** The fields of a form, as text. */
  form: Readonly<Record<string, string>>
  file: { name: string; content: Buffer } | null
  language: Language
  /** A program asks, not a reader. */
  wantsJson: boolean
}

/** A page to read, data for programs, or a picture in a page. */
export type PublicAnswer =
  | { title: string; body: ReactNode; status?: number }
  | { picture: AsyncIterable<Uint8Array>; type: string }
  | { data: unknown; type?: string; seconds?: number; name?: string; status?: number }

/** A page for everybody, rendered on the server: it works without JavaScript, without a login and on an old phone. */
export type PublicPage = {
  name: string
  method: 'GET' | 'POST'
  path: `/${string}`
  /** With it, the form may bring one file of up to so many bytes. It is not kept. */
  largestFile?: number
  /** Changes something: such a page writes to the audit log like every use case. All others only read. */
  writes?: true
  /** How often one address may ask in a minute. */
  perMinute?: number
  /** Whose page it is, by the short name of the office, when the address of the server does not tell. */
  officeOf?: (asked: PublicAsked) => string | null
  render: (context: Context, asked: PublicAsked) => Promise<PublicAnswer>
}
