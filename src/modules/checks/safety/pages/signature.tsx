import './safety.css'
import { Button, Group, Text } from '@mantine/core'
import { type PointerEvent, useRef } from 'react'
import { useWords } from '../../../../platform/i18n.ts'
import { useMe } from '../../../../web/me.ts'
import { checkWords as words } from '../messages.ts'

/** A name drawn by hand; whoever does not draw confirms with a button, under the name of whoever is signed in. */
export function Signature({ signed, onSign }: { signed: boolean; onSign: (picture: Blob | null) => void }) {
  const say = useWords()
  const name = useMe()?.name ?? ''
  const canvas = useRef<HTMLCanvasElement>(null)
  const drawing = useRef(false)
  const draw = (event: PointerEvent<HTMLCanvasElement>, begins: boolean): void => {
    const brush = event.currentTarget.getContext('2d')
    if (!brush || !(begins || drawing.current)) return
    const box = event.currentTarget.getBoundingClientRect()
    const [x, y] = [event.clientX - box.left, event.clientY - box.top]
    if (begins) {
      event.currentTarget.setPointerCapture(event.pointerId)
      brush.beginPath()
      brush.moveTo(x, y)
    }
    drawing.current = true
    brush.lineWidth = 2.5
    brush.lineCap = 'round'
    brush.strokeStyle = '#1d1b18'
    brush.lineTo(x, y)
    brush.stroke()
  }
  const end = (): void => {
    if (!drawing.current) return
    drawing.current = false
    canvas.current?.toBlob((picture) => onSign(picture))
  }
  const clear = (): void => {
    canvas.current?.getContext('2d')?.clearRect(0, 0, 1000, 1000)
    onSign(null)
  }
  return (
    <div>
      <canvas
        ref={canvas}
        className="signature"
        width={600}
        height={140}
        role="img"
        aria-label={say(words.sign)}
        onPointerDown={(event) => draw(event, true)}
        onPointerMove={(event) => draw(event, false)}
        onPointerUp={end}
      />
      <Text size="sm" c="dimmed" mb={4}>
        {signed ? say(words.signedAs, { name }) : say(words.signHelp)}
      </Text>
      <Group gap="xs">
        <Button
          variant="default"
          disabled={signed}
          onClick={() => {
            const brush = canvas.current?.getContext('2d')
            if (!brush) return
            brush.font = '32px sans-serif'
            brush.fillStyle = '#1d1b18'
            brush.fillText(name, 16, 84)
            canvas.current?.toBlob((picture) => onSign(picture))
          }}
        >
          {say(words.signAs, { name })}
        </Button>
        {signed && (
          <Button variant="subtle" onClick={clear}>
            {say(words.clear)}
          </Button>
        )}
      </Group>
    </div>
  )
}
