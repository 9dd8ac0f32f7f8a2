import './safety.css'
import { Text } from '@mantine/core'
import type { KeyboardEvent, MouseEvent } from 'react'
import { useWords } from '../../../../platform/i18n.ts'
import { addressOf } from '../../../../platform/web.tsx'
import { readFloor } from '../../../places/contract.ts'
import type { Check, Pin } from '../contract.ts'
import { checkWords as words } from '../messages.ts'

type Room = Check['rooms'][number]
const between = (value: number): number => Math.round(Math.min(1, Math.max(0, value)) * 1000) / 1000
const steps: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** The picture of a floor with a mark on it: set by a tap, or by the arrow keys. */
export function FloorPin({ room, pin, onPin }: { room: Room; pin: Pin | null; onPin?: (pin: Pin) => void }) {
  const say = useWords()
  const { floor } = room
  if (!floor)
    return onPin ? (
      <Text size="sm" c="dimmed">
        {say(words.noFloor)}
      </Text>
    ) : null
  const at = pin ?? { x: 0.5, y: 0.5 }
  const said = pin && say(words.pinAt, { x: Math.round(pin.x * 100), y: Math.round(pin.y * 100) })
  const tap = (event: MouseEvent<HTMLElement>): void => {
    // A key that presses a button has no place of its own.
    if (event.detail === 0) return
    const box = event.currentTarget.getBoundingClientRect()
    onPin?.({ x: between((event.clientX - box.left) / box.width), y: between((event.clientY - box.top) / box.height) })
  }
  const press = (event: KeyboardEvent): void => {
    const step = steps[event.key]
    if (!step) return
    event.preventDefault()
    const size = event.shiftKey ? 0.1 : 0.01
    onPin?.({ x: between(at.x + step[0] * size), y: between(at.y + step[1] * size) })
  }
  const picture = (
    <>
      <img
        src={addressOf(readFloor, { placeId: room.id, file: floor.file })}
        width={floor.width}
        height={floor.height}
        alt={onPin ? '' : `${say(words.pinLabel, { name: room.name })} ${said ?? ''}`}
      />
      {pin && (
        <span className="floor-mark" aria-hidden="true" style={{ left: `${at.x * 100}%`, top: `${at.y * 100}%` }} />
      )}
    </>
  )
  if (!onPin) return <div className="floor">{picture}</div>
  return (
    <div>
      <button
        type="button"
        className="floor"
        aria-label={[say(words.pinLabel, { name: room.name }), said].filter(Boolean).join(' · ')}
        onClick={tap}
        onKeyDown={press}
      >
        {picture}
      </button>
      <Text size="sm" c="dimmed">
        {say(words.pinHelp)}
      </Text>
    </div>
  )
}
