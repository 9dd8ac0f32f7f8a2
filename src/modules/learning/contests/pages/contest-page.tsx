import './contest.css'
import { Button, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { z } from 'zod'
import { useWords } from '../../../../platform/i18n.ts'
import { write } from '../../../../platform/web.tsx'
import { useAddress } from '../../../../web/address.ts'
import { ButtonLink, PageLink } from '../../../../web/link.tsx'
import { useDates } from '../../../../web/moment.tsx'
import { Page, Section, State } from '../../../../web/page.tsx'
import { Empty, Trouble } from '../../../../web/states.tsx'
import { type Contest, finishContest } from '../contract.ts'
import { contestWords as words } from '../messages.ts'
import { CancelContest } from './cancel-contest.tsx'
import { useLiveContest } from './live-contest.ts'
import { Standings } from './standings.tsx'

const Address = z.object({ panel: z.enum(['cancel']).optional().catch(undefined) })

/** The rounds of a contest and its board, which follows by itself. */
export function ContestPage() {
  const say = useWords()
  const dates = useDates()
  const [address, setAddress] = useAddress(Address)
  const contest = useLiveContest()
  const { id: contestId, finishedAt, cancelledAt, cancelReason, mayChange, begun } = contest
  const finishing = useMutation(write(finishContest))
  const going = !finishedAt && !cancelledAt
  const hall = `/learning/contests/${contestId}/hall`
  return (
    <Page
      title={contest.name}
      about={[contest.organizationName, say(words.entrants, { n: contest.entrants }), contest.about]
        .filter(Boolean)
        .join(' · ')}
      back={<PageLink to={'/learning/contests' as '/'}>{say(words.contests)}</PageLink>}
      actions={
        <>
          {finishedAt && <State>{say(words.finished)}</State>}
          {mayChange && !cancelledAt && (
            <Button component="a" variant="default" href={hall} target="_blank">
              {say(words.hall)}
            </Button>
          )}
          {mayChange && going && !begun && (
            <ButtonLink variant="default" to={`/learning/contests/${contestId}/change` as '/'}>
              {say(words.change)}
            </ButtonLink>
          )}
          {mayChange && going && begun && (
            <Button variant="default" loading={finishing.isPending} onClick={() => finishing.mutate({ contestId })}>
              {say(words.finish)}
            </Button>
          )}
          {mayChange && going && (
            <Button variant="default" onClick={() => setAddress({ panel: 'cancel' }, { push: true })}>
              {say(words.cancel)}
            </Button>
          )}
        </>
      }
    >
      <Trouble error={finishing.error} />
      {cancelledAt && (
        <p className="sheet quiet">
          <State tone="late">{say(words.cancelled)}</State>{' '}
          {say(words.cancelledBecause, {
            day: dates.dayAt(cancelledAt, { relative: false }),
            reason: cancelReason ?? '',
          })}
        </p>
      )}
      <Section title={say(words.rounds)}>
        <Rounds contest={contest} />
      </Section>
      {!cancelledAt && (
        <Section title={say(words.board)}>
          {contest.standings.length === 0 ? (
            <Empty>{say(words.nobodyYet)}</Empty>
          ) : (
            <Standings name={contest.name} standings={contest.standings} className="board-of-contest" />
          )}
          <Lots contest={contest} />
        </Section>
      )}
      <CancelContest
        contest={contest}
        open={address.panel === 'cancel' && mayChange && going}
        close={() => setAddress({ panel: undefined })}
      />
    </Page>
  )
}

function Lots({ contest: { seed, seedDigest } }: { contest: Contest }) {
  const say = useWords()
  return (
    <>
      <Text size="sm" c="dimmed" mt="sm">
        {say(words.rule)}
      </Text>
      <Text size="sm" c="dimmed" mt="xs" style={{ overflowWrap: 'anywhere' }}>
        {seed ? say(words.seedShown, { seed, digest: seedDigest }) : say(words.seedHidden, { digest: seedDigest })}
      </Text>
    </>
  )
}

function Rounds({ contest: { rounds } }: { contest: Contest }) {
  const say = useWords()
  const dates = useDates()
  return (
    <ul className="sheet lines">
      {rounds.map(({ number, quizId, name, opensAt, closesAt, done }) => (
        <li key={number}>
          <div className="line-with-action">
            <PageLink to={`/learning/quizzes/${quizId}` as '/'}>
              {say(words.round, { n: number })} · {name}
            </PageLink>
            <State>{say(words.done, { n: done })}</State>
          </div>
          {(opensAt || closesAt) && (
            <Text size="sm" c="dimmed" component="div">
              {opensAt && closesAt
                ? `${dates.moment(opensAt)} – ${dates.moment(closesAt)}`
                : opensAt
                  ? say(words.from, { when: dates.moment(opensAt) })
                  : closesAt && say(words.until, { when: dates.moment(closesAt) })}
            </Text>
          )}
        </li>
      ))}
    </ul>
  )
}
