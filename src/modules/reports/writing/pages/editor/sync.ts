import * as Y from 'yjs'
import { call, Offline, Problem } from '../../../../../platform/web.tsx'
import { addUpdate, readUpdates, topicOf } from '../../updates/contract.ts'

/** Where what was written is: on the server, on its way, only in this browser, or refused. */
export type Standing = { at: 'reading' | 'saved' | 'sending' | 'offline' } | { at: 'refused'; why: string }

const pause = 400
const longestPause = 15_000

const base64 = (bytes: Uint8Array): string => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
const bytesOf = (text: string): Uint8Array => Uint8Array.from(atob(text), (c) => c.charCodeAt(0))

type Parcel = { key: string; bytes: Uint8Array }

/**
 * Keeps a shared document in step with the server: what is written here goes out in parcels, each under a key of its own so
 * that one sent again is one; what others wrote is fetched when the server says that something changed. Until the server
 * has it, a parcel is kept in this browser, and is sent when the page is opened again.
 */
export class Sync {
  readonly shared = new Y.Doc()
  readonly #reportId: string
  readonly #tell: (standing: Standing) => void
  readonly #heard: () => void
  readonly #live: EventSource
  readonly #window = crypto.randomUUID()
  #seq = -1
  #written: Uint8Array[] = []
  #parcel: Parcel | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  #wait = pause
  #fetching: Promise<void> | null = null
  #fetchAgain = false
  #ended = false

  /** `heard`: somebody has changed something about this report, its text or what is said of it. */
  constructor(reportId: string, tell: (standing: Standing) => void, heard: () => void) {
    this.#reportId = reportId
    this.#tell = tell
    this.#heard = heard
    this.shared.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this) this.#take(update)
    })
    this.#live = new EventSource(`/api/live?topic=${encodeURIComponent(topicOf(reportId))}`)
    this.#live.onmessage = () => {
      this.#heard()
      void this.fetch()
    }
    addEventListener('online', this.#hurry)
    addEventListener('pagehide', this.#hurry)
    this.#collect()
  }

  /** One for each window, so that two windows of one browser keep what is theirs. */
  get #place(): string {
    return `${this.#shelf} ${this.#window}`
  }

  get #shelf(): string {
    return `linli report ${this.#reportId}`
  }

  /** What windows that are gone could not send. If one of them is still open, what it sends as well is taken in once. */
  #collect(): void {
    const places = Object.keys(localStorage).filter((name) => name.startsWith(this.#shelf))
    const kept = places.map((name) => bytesOf(localStorage.getItem(name) ?? ''))
    if (kept.length === 0) return
    this.#parcel = { key: crypto.randomUUID(), bytes: Y.mergeUpdates(kept) }
    for (const name of places) localStorage.removeItem(name)
    this.#keep()
  }

  /** Everything so far; afterwards the document may be shown. */
  async begin(): Promise<void> {
    await this.fetch()
    if (this.#parcel) Y.applyUpdate(this.shared, this.#parcel.bytes, this)
    this.#plan(0)
  }

  /** What others wrote since. Told again while fetching, it fetches once more. */
  fetch(): Promise<void> {
    if (this.#fetching) {
      this.#fetchAgain = true
      return this.#fetching
    }
    const one = async (): Promise<void> => {
      do {
        this.#fetchAgain = false
        const { seq, update } = await call(readUpdates, { reportId: this.#reportId, after: this.#seq })
        if (update) Y.applyUpdate(this.shared, bytesOf(update), this)
        this.#seq = seq
      } while (this.#fetchAgain)
    }
    this.#fetching = one().finally(() => {
      this.#fetching = null
    })
    // The next word from the server, or coming back online, fetches again.
    return this.#seq < 0 ? this.#fetching : this.#fetching.catch((error: unknown) => this.#failed(error))
  }

  #take(update: Uint8Array): void {
    this.#written.push(update)
    this.#keep()
    this.#tell({ at: 'sending' })
    this.#plan(this.#wait)
  }

  /** The parcel on its way and what was written since, so that neither is lost with the page. */
  #keep(): void {
    const all = [...(this.#parcel ? [this.#parcel.bytes] : []), ...this.#written]
    try {
      if (all.length === 0) localStorage.removeItem(this.#place)
      else localStorage.setItem(this.#place, base64(Y.mergeUpdates(all)))
    } catch (error) {
      // A full store holds no more; what is written still goes to the server.
      console.warn('what was written could not be kept in this browser', error)
    }
  }

  #plan(wait: number): void {
    clearTimeout(this.#timer)
    if (!this.#ended) this.#timer = setTimeout(() => void this.#send(), wait)
  }

  readonly #hurry = (): void => {
    this.#plan(0)
    if (this.#seq >= 0) void this.fetch()
  }

  #waiting: (() => void)[] = []
  /** Once the server has all that was written so far; without a network it waits for one. */
  sent(): Promise<void> {
    if (!this.#parcel && this.#written.length === 0) return Promise.resolve()
    this.#plan(0)
    return new Promise((done) => this.#waiting.push(done))
  }

  #allSent(): void {
    this.#tell({ at: 'saved' })
    for (const done of this.#waiting.splice(0)) done()
  }

  #sending = false
  async #send(): Promise<void> {
    if (this.#sending) return
    if (!this.#parcel && this.#written.length > 0) {
      this.#parcel = { key: crypto.randomUUID(), bytes: Y.mergeUpdates(this.#written) }
      this.#written = []
    }
    if (!this.#parcel) return this.#allSent()
    this.#sending = true
    const { key, bytes } = this.#parcel
    try {
      await call(addUpdate, { reportId: this.#reportId, key, update: base64(bytes) })
      this.#parcel = null
      this.#wait = pause
      this.#keep()
      this.#sending = false
      if (this.#written.length > 0) this.#plan(pause)
      else this.#allSent()
    } catch (error) {
      this.#sending = false
      this.#failed(error)
    }
  }

  #failed(error: unknown): void {
    if (error instanceof Problem && error.status < 500) {
      this.#tell({ at: 'refused', why: error.message })
      return
    }
    if (!(error instanceof Offline) && !(error instanceof Problem)) throw error
    this.#tell({ at: 'offline' })
    this.#wait = Math.min(this.#wait * 2, longestPause)
    this.#plan(this.#wait)
  }

  end(): void {
    this.#ended = true
    clearTimeout(this.#timer)
    this.#live.close()
    removeEventListener('online', this.#hurry)
    removeEventListener('pagehide', this.#hurry)
    if (this.#written.length > 0 || this.#parcel) void this.#send()
  }
}
