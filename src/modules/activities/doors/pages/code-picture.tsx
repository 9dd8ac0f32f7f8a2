import encodeQR from 'qr'
import { useMemo } from 'react'

/** A code to be read by a camera. */
export function CodePicture({ text, label }: { text: string; label: string }) {
  const path = useMemo(() => {
    const grid = encodeQR(text, 'raw', { border: 3 })
    const squares = grid.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
    return { size: grid.length, squares: squares.join('') }
  }, [text])
  return (
    <svg viewBox={`0 0 ${path.size} ${path.size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <path d={path.squares} fill="currentColor" />
    </svg>
  )
}
