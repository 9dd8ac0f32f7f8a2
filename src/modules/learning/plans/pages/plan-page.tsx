import { Button, Text } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useWords } from '../../../../platform/i18n.ts'
import { read, write } from '../../../../platform/web.tsx'
import { PageLink } from '../../../../web/link.tsx'
import { useDates, useHours } from '../../../../web/moment.tsx'
import { useNotice } from '../../../../web/notice.tsx'
import { Page, Section, State } from '../../../../web/page.tsx'
import { type Column, Rows } from '../../../../web/rows.tsx'
import { Trouble } from '../../../../web/states.tsx'
import { type CoveredTopic, discardStudyDraft, getStudyPlan, type StudyPlan } from '../contract.ts'
import { topicStateWords, planWords as words } from '../messages.ts'
import { Agree } from './agree.tsx'
import { Fits } from './fits.tsx'
import { Versions } from './versions.tsx'
import './plans.css'

/** A group's year: what is planned, how far it is studied, and where the rest fits. */
export function StudyPlanPage() {
  const say = useWords()
  const navigate = useNavigate()
  const { studyPlanId } = useParams({ strict: false }) as { studyPlanId: string }
  const { data: plan } = useSuspenseQuery(read(getStudyPlan, { studyPlanId }))
  const { agreed, drafting, may, tally } = plan
  const edit = () =>
    void navigate({ to: '/learning/plans/$studyPlanId/draft' as '/', params: { studyPlanId } as never })
  return (
    <Page
      title={say(words.title, { group: plan.groupName, year: String(plan.year) })}
      about={[
        agreed === null ? say(words.onlyDraft) : say(words.agreedVersion, { number: agreed }),
        agreed !== null && drafting && say(words.draftToo),
        say(words.tally, tally),
      ]
        .filter(Boolean)
        .join(' · ')}
      back={
        <PageLink to={'/learning/plans' as '/'} search={{ year: plan.year } as never}>
          {say(words.plans)}
        </PageLink>
      }
      actions={may.change && drafting && <Discard plan={plan} />}
      primary={
        may.change
          ? {
              label: say(drafting ? words.editDraft : words.edit),
              icon: <IconPencil size={18} aria-hidden="true" />,
              onClick: edit,
            }
          : undefined
      }
    >
      {drafting && may.agree && <Agree plan={plan} />}
      <Section title={say(words.topics)}>
        <Topics plan={plan} />
      </Section>
      {may.change && plan.topics.length > 0 && <Fits plan={plan} />}
      {plan.otherSessions.length > 0 && (
        <Section title={say(words.otherSessions)}>
          <ul className="sheet lines">
            {plan.otherSessions.map((session) => (
              <li key={session.id}>
                <SessionLink session={session} /> {session.topic ?? say(words.noTopicNamed)}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Versions plan={plan} />
    </Page>
  )
}

function SessionLink({ session: { id, startsAt } }: { session: { id: string; startsAt: Date } }) {
  const dates = useDates()
  return (
    <PageLink to={'/activities/$activityId' as '/'} params={{ activityId: id } as never}>
      {dates.dayAt(startsAt, { relative: false })}
    </PageLink>
  )
}

function Topics({ plan }: { plan: StudyPlan }) {
  const say = useWords()
  const hours = useHours()
  const dates = useDates()
  const month = (n: number): string => dates.shortMonth(`${plan.year}-${String(n).padStart(2, '0')}`)
  const tones = { covered: 'do', thin: undefined, open: undefined, late: 'late' } as const
  const columns: Column<CoveredTopic>[] = [
    {
      key: 'topic',
      head: say(words.topic),
      cell: ({ title, aim, material }) => (
        <>
          {title}
          {aim && <p className="topic-words">{`${say(words.aim)}${say(words.colon)}${aim}`}</p>}
          {material && <p className="topic-words">{`${say(words.material)}${say(words.colon)}${material}`}</p>}
        </>
      ),
    },
    {
      key: 'state',
      head: say(words.state),
      fact: true,
      cell: ({ state }) => <State tone={tones[state]}>{say(topicStateWords[state])}</State>,
    },
    {
      key: 'months',
      head: say(words.months),
      cell: ({ fromMonth, toMonth }) =>
        fromMonth === toMonth ? month(fromMonth) : `${month(fromMonth)}–${month(toMonth)}`,
    },
    {
      key: 'hours',
      head: say(words.hours),
      fact: true,
      cell: ({ held, minutes, ahead }) => (
        <>
          {say(words.heldOf, { held: hours(held), planned: hours(minutes) })}
          {ahead > 0 && (
            <Text size="sm" c="dimmed" component="div">
              {say(words.ahead, { hours: hours(ahead) })}
            </Text>
          )}
        </>
      ),
    },
    {
      key: 'sessions',
      head: say(words.sessions),
      cell: ({ sessions }) =>
        sessions.map((session, i) => (
          <span key={session.id}>
            {i > 0 && say(words.comma)}
            <SessionLink session={session} />
          </span>
        )),
    },
  ]
  if (plan.topics.length === 0) return <p className="sheet quiet">{say(words.noTopics)}</p>
  return <Rows name={say(words.topics)} columns={columns} rows={plan.topics} rowKey={({ id }) => id} />
}

function Discard({ plan: { id: studyPlanId, agreed } }: { plan: StudyPlan }) {
  const say = useWords()
  const notice = useNotice()
  const navigate = useNavigate()
  const discard = useMutation({
    ...write(discardStudyDraft),
    onSuccess: () => {
      notice(say(words.discarded))
      if (agreed === null) void navigate({ to: '/learning/plans' as '/' })
    },
  })
  return (
    <div>
      <Button variant="default" loading={discard.isPending} onClick={() => discard.mutate({ studyPlanId })}>
        {say(words.discard)}
      </Button>
      <Trouble error={discard.error} />
    </div>
  )
}
