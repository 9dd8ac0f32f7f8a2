import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useRouter } from '@tanstack/react-router'
import { z } from 'zod'
import { useWords } from '../../../platform/i18n.ts'
import { read } from '../../../platform/web.tsx'
import { instantOf } from '../../../platform/zone.ts'
import { useAddress } from '../../../web/address.ts'
import { PageLink } from '../../../web/link.tsx'
import { useDates } from '../../../web/moment.tsx'
import { Page } from '../../../web/page.tsx'
import { whoAmI } from '../../organizations/me/contract.ts'
import { holdersOf } from '../../organizations/rules.ts'
import { activityKinds } from '../contract.ts'
import { ActivityForm } from './activity-form.tsx'
import { activityWords, formWords } from './messages.ts'

const Address = z.object({
  day: z.iso.date().optional().catch(undefined),
  kind: z.enum(activityKinds).catch('meeting').default('meeting'),
  place: z.uuid().nullable().catch(null).default(null),
})

/** Where somebody may plan, by the roles they hold themselves. */
export function useHosts() {
  const { data: me } = useSuspenseQuery(read(whoAmI, {}))
  const planning = me.roles.filter(({ role }) => holdersOf('planActivities').includes(role))
  return [...new Map(planning.map((role) => [role.organizationId, role.organizationName]))].map(([value, label]) => ({
    value,
    label,
  }))
}

export function NewActivityPage() {
  const say = useWords()
  const dates = useDates()
  const navigate = useNavigate()
  const router = useRouter()
  const hosts = useHosts()
  const [{ day, kind, place }] = useAddress(Address)
  const on = day ?? dates.today()
  const at = (time: string) => instantOf(on, time, dates.timeZone)
  return (
    <Page title={say(formWords.newTitle)} back={<PageLink to={'/calendar' as '/'}>{say(activityWords.back)}</PageLink>}>
      <ActivityForm
        activity={null}
        start={{
          kind,
          title: '',
          hostId: hosts[0]?.value ?? '',
          placeId: place,
          startsAt: at('09:00'),
          endsAt: at('11:00'),
          series: null,
          teamIds: [],
        }}
        hosts={hosts}
        teams={[]}
        onDone={({ id }) =>
          void navigate({ to: '/activities/$activityId' as '/', params: { activityId: id } as never, replace: true })
        }
        onLeave={() => router.history.back()}
      />
    </Page>
  )
}
