import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useWords } from '../../../platform/i18n.ts'
import { read } from '../../../platform/web.tsx'
import { PageLink } from '../../../web/link.tsx'
import { Page } from '../../../web/page.tsx'
import { getActivity } from '../contract.ts'
import { ActivityForm } from './activity-form.tsx'
import { formWords } from './messages.ts'
import { useHosts } from './new-activity-page.tsx'

export function ChangeActivityPage() {
  const say = useWords()
  const navigate = useNavigate()
  const hosts = useHosts()
  const { activityId } = useParams({ strict: false }) as { activityId: string }
  const { data: activity } = useSuspenseQuery(read(getActivity, { activityId }))
  const { kind, title, topic, description, hostId, hostName, placeId, groupId, startsAt, endsAt, teams } = activity
  const known = hosts.some((host) => host.value === hostId) ? hosts : [...hosts, { value: hostId, label: hostName }]
  const back = () => void navigate({ to: '/activities/$activityId' as '/', params: { activityId } as never })
  return (
    <Page
      title={say(formWords.changeTitle, { title })}
      back={
        <PageLink to={'/activities/$activityId' as '/'} params={{ activityId } as never}>
          {title}
        </PageLink>
      }
    >
      <ActivityForm
        // What somebody else saved meanwhile fills the form anew.
        key={activity.sequence}
        activity={activity}
        start={{
          kind,
          title,
          topic,
          description,
          hostId,
          placeId,
          groupId,
          startsAt,
          endsAt,
          teamIds: teams.map((team) => team.id),
          equipmentIds: activity.equipmentIds,
          series: null,
        }}
        hosts={known}
        teams={teams.map((team) => ({ value: team.id, label: team.name }))}
        onDone={back}
        onLeave={back}
      />
    </Page>
  )
}
