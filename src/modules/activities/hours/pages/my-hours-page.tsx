import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { z } from 'zod'
import { useWords } from '../../../../platform/i18n.ts'
import { read } from '../../../../platform/web.tsx'
import { useAddress } from '../../../../web/address.ts'
import { ButtonLink } from '../../../../web/link.tsx'
import { useMe } from '../../../../web/me.ts'
import { Page } from '../../../../web/page.tsx'
import { Empty } from '../../../../web/states.tsx'
import { Years } from '../../../../web/years.tsx'
import { type HoursOfYear, hoursOfPerson, myHours } from '../contract.ts'
import { hoursWords } from '../messages.ts'
import { CorrectionPanel } from './correction.tsx'
import { HoursList } from './hours-list.tsx'

const Address = z.object({
  year: z.coerce.number().int().min(1900).max(2200).optional().catch(undefined),
  correct: z.uuid().optional().catch(undefined),
})

/** My hours of a year, each with where it came from. */
export function MyHoursPage() {
  const say = useWords()
  const me = useMe()
  const [{ year }] = useAddress(Address)
  const { data } = useSuspenseQuery(read(myHours, { year }))
  return (
    <Hours
      title={say(hoursWords.mine)}
      hours={data}
      personId={me?.personId}
      actions={<ButtonLink to={'/certificates/new' as '/'}>{say(hoursWords.certify)}</ButtonLink>}
    />
  )
}

/** Somebody's hours, for whoever keeps attendance where they served. */
export function PersonHoursPage() {
  const say = useWords()
  const { personId } = useParams({ strict: false }) as { personId: string }
  const [{ year }] = useAddress(Address)
  const { data } = useSuspenseQuery(read(hoursOfPerson, { personId, year }))
  return <Hours title={say(hoursWords.of, { name: data.name })} hours={data} personId={personId} name={data.name} />
}

function Hours({
  title,
  hours: { year, minutes, entries },
  personId,
  name,
  actions,
}: {
  title: string
  hours: HoursOfYear
  personId: string | undefined
  name?: string
  actions?: ReactNode
}) {
  const say = useWords()
  const [{ correct }, setAddress] = useAddress(Address)
  return (
    <Page
      title={title}
      actions={actions}
      about={`${say(hoursWords.mineAbout, { hours: minutes / 60, year: String(year) })} · ${say(hoursWords.rule)}`}
    >
      <Years year={year} />
      {entries.length === 0 ? (
        <Empty>{say(hoursWords.none)}</Empty>
      ) : (
        <HoursList entries={entries} onCorrect={(activityId) => setAddress({ correct: activityId })} />
      )}
      <CorrectionPanel
        {...(name ? { name } : {})}
        whose={correct && personId ? { activityId: correct, personId } : null}
        onClose={() => setAddress({ correct: undefined })}
      />
    </Page>
  )
}
