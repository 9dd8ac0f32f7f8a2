import type { Words } from '../../../platform/i18n.ts'
import { deviceOf } from '../../../platform/sign-in/device.ts'
import { pageWords as words } from './messages.ts'

/** What this browser can do: push needs a secure address and, on an iPhone, a place on the home screen. */
export const canPush = (): boolean =>
  window.isSecureContext && 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window

const bytes = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0))

export class NoPush extends Error {
  words: Words
  constructor(said: Words) {
    super(said[0])
    this.words = said
  }
}

/** Asks the person and the browser's push service; what comes out is where we can push to. */
export async function subscribe(pushKey: string) {
  if ((await Notification.requestPermission()) !== 'granted') throw new NoPush(words.blocked)
  await navigator.serviceWorker.register('/worker.js')
  const { pushManager } = await navigator.serviceWorker.ready
  const subscription = await pushManager
    .subscribe({ userVisibleOnly: true, applicationServerKey: bytes(pushKey) })
    .catch(() => {
      throw new NoPush(words.noService)
    })
  const { endpoint = '', keys = {} } = subscription.toJSON()
  const { browser, system } = deviceOf(navigator.userAgent)
  const label = [browser, system].filter(Boolean).join(' · ')
  return { endpoint, p256dh: keys.p256dh ?? '', auth: keys.auth ?? '', label }
}

/** What the server calls this browser's subscription, or null when there is none. */
export async function markHere(): Promise<string | null> {
  if (!canPush()) return null
  const registration = await navigator.serviceWorker.getRegistration('/worker.js')
  const subscription = await registration?.pushManager.getSubscription()
  if (!subscription) return null
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(subscription.endpoint))
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

export async function unsubscribe(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration('/worker.js')
  await (await registration?.pushManager.getSubscription())?.unsubscribe()
}
