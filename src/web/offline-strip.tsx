import { useNetwork } from '@mantine/hooks'
import { useWords } from '../platform/i18n.ts'
import { messages } from './messages.ts'

export function OfflineStrip() {
  const say = useWords()
  const { online } = useNetwork()
  return (
    <div role="status" className="offline-place">
      {!online && <p className="offline">{say(messages.offlineStrip)}</p>}
    </div>
  )
}
