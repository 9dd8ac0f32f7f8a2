import { useNetwork } from '@mantine/hooks'
import { useWords } from '../platform/i18n.ts'
import { messages } from './messages.ts'
import { useWaitingCount } from './outbox/use-outbox.ts'

export function OfflineStrip() {
  const say = useWords()
  const { online } = useNetwork()
  const waiting = useWaitingCount()
  return (
    <div role="status" className="offline-place">
      {!online && (
        <p className="offline">
          {say(messages.offlineStrip)} {waiting > 0 && say(messages.waitsHere, { count: waiting })}
        </p>
      )}
    </div>
  )
}
