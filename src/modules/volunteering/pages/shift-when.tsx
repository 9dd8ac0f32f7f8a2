import { Text } from '@mantine/core'
import { IconMapPin } from '@tabler/icons-react'
import { useWords } from '../../../platform/i18n.ts'
import { useDates } from '../../../web/moment.tsx'
import type { Shift } from '../contract.ts'
import { shiftWords } from './messages.ts'

type Where = Pick<Shift, 'startsAt' | 'endsAt' | 'placeName' | 'address' | 'hostName'>

/** When, where and for whom, in one line. */
export function ShiftWhen({ shift }: { shift: Where }) {
  const dates = useDates()
  const { startsAt, endsAt, placeName, hostName } = shift
  return (
    <Text size="sm" c="dimmed" component="div">
      <time dateTime={startsAt.toISOString()} title={dates.exact(startsAt)}>
        {dates.span(startsAt, endsAt, { weekday: true })}
      </time>
      {placeName && ` · ${placeName}`}
      {` · ${hostName}`}
    </Text>
  )
}

/** The phone's own map program opens; nothing is asked of anybody before the tap. */
export function MapLink({ shift }: { shift: Pick<Where, 'placeName' | 'address'> }) {
  const say = useWords()
  const place = [shift.placeName, shift.address].filter(Boolean).join(' ')
  if (!place) return null
  return (
    <a
      className="shift-map"
      href={`https://www.openstreetmap.org/search?query=${encodeURIComponent(shift.address || place)}`}
      target="_blank"
      rel="noreferrer"
      aria-label={say(shiftWords.mapOf, { place })}
    >
      <IconMapPin size={16} aria-hidden="true" className="inline-icon" /> {say(shiftWords.map)}
    </a>
  )
}
