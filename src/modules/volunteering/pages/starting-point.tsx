import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { useWords } from '../../../platform/i18n.ts'
import { PageLink } from '../../../web/link.tsx'
import type { StartingPoint } from '../signing/contract.ts'
import { shiftWords } from './messages.ts'

const saidOf = {
  device: shiftWords.fromDevice,
  home: shiftWords.fromHome,
  station: shiftWords.fromStation,
} as const

/** From where distances are measured, and how to have them measured from elsewhere. */
export function StartingPointLine({
  from,
  near,
  onNear,
}: {
  from: StartingPoint | null
  near: string | undefined
  onNear: (near: string | undefined) => void
}) {
  const say = useWords()
  const [refused, setRefused] = useState(false)
  // To about a hundred metres: more is nobody's business, and the list needs no more.
  const locate = () =>
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => onNear(`${coords.latitude.toFixed(3)},${coords.longitude.toFixed(3)}`),
      () => setRefused(true),
    )
  return (
    <Group gap="xs" mb="sm" className="starting-point">
      <Text size="sm" c="dimmed" role="status">
        {refused
          ? say(shiftWords.deviceRefused)
          : from
            ? say(saidOf[from.kind], { name: from.name ?? '' })
            : say(shiftWords.fromNowhere)}
      </Text>
      {'geolocation' in navigator && (
        <Button size="compact-sm" variant="default" onClick={near ? () => onNear(undefined) : locate}>
          {say(near ? shiftWords.noDevice : shiftWords.useDevice)}
        </Button>
      )}
      {!near && from?.kind !== 'home' && (
        <PageLink size="sm" to={'/volunteers/me' as '/'}>
          {say(shiftWords.changeHome)}
        </PageLink>
      )}
    </Group>
  )
}
