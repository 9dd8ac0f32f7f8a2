import './contest.css'
import { Button, Text, Title } from '@mantine/core'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useWords } from '../../../../platform/i18n.ts'
import { read, write } from '../../../../platform/web.tsx'
import { PageLink } from '../../../../web/link.tsx'
import { useDates } from '../../../../web/moment.tsx'
import { Page, Section, State } from '../../../../web/page.tsx'
import { Empty, Trouble } from '../../../../web/states.tsx'
import { type Contest, finishContest, seeContest } from '../contract.ts'
import { contestWords as words } from '../messages.ts'
import { topicOf } from '../topic/rules.ts'

/** The rounds of a contest and its board, which follows by itself; for the hall it fills the screen. */
export function ContestPage() {
  const say = useWords()
  const { contestId } = useParams({ strict: false }) as { contestId: string }
  const { data } = useSuspenseQuery(read(seeContest, { contestId }))
  const hall = useRef<HTMLDivElement>(null)
  const finishing = useMutation(write(finishContest))
  useLive(contestId)
  const over = data.finishedAt !== null
  return (
    <Page
      title={data.name}
      about={[data.organizationName, say(words.entrants, { n: data.entrants }), data.about].filter(Boolean).join(' · ')}
      back={<PageLink to={'/learning/contests' as '/'}>{say(words.contests)}</PageLink>}
      actions={
        <>
          {over && <State>{say(words.finished)}</State>}
          <Button variant="default" onClick={() => void hall.current?.requestFullscreen()}>
            {say(words.hall)}
          </Button>
          {data.mayChange && !over && (
            <Button variant="default" loading={finishing.isPending} onClick={() => finishing.mutate({ contestId })}>
              {say(words.finish)}
            </Button>
          )}
        </>
      }
    >
      <Trouble error={finishing.error} />
      <Section title={say(words.rounds)}>
        <Rounds contest={data} />
      </Section>
      <Section title={say(words.board)}>
        <div className="hall" ref={hall}>
          <Title order={2} className="hall-only">
            {data.name}
          </Title>
          <Board contest={data} />
        </div>
        <Text size="sm" c="dimmed" mt="sm">
          {say(words.rule)}
        </Text>
        <Text size="sm" c="dimmed" mt="xs" style={{ overflowWrap: 'anywhere' }}>
          {data.seed
            ? say(words.seedShown, { seed: data.seed, digest: data.seedDigest })
            : say(words.seedHidden, { digest: data.seedDigest })}
        </Text>
      </Section>
    </Page>
  )
}

/** Told of a change, the page reads again. */
function useLive(contestId: string): void {
  const client = useQueryClient()
  useEffect(() => {
    const live = new EventSource(`/api/live?topic=${encodeURIComponent(topicOf(contestId))}`)
    live.onmessage = () => void client.invalidateQueries({ queryKey: [seeContest.name] })
    return () => live.close()
  }, [client, contestId])
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
              {[opensAt, closesAt].map((at) => (at ? dates.moment(at) : '…')).join(' – ')}
            </Text>
          )}
        </li>
      ))}
    </ul>
  )
}

const two = (n: number): string => String(n).padStart(2, '0')
const clock = (seconds: number): string => `${Math.floor(seconds / 60)}:${two(seconds % 60)}`

function Board({ contest: { standings, name } }: { contest: Contest }) {
  const say = useWords()
  if (standings.length === 0) return <Empty>{say(words.nobodyYet)}</Empty>
  return (
    <table className="board-of-contest" aria-label={name}>
      <thead>
        <tr>
          <th className="number">{say(words.place)}</th>
          <th>{say(words.who)}</th>
          <th className="number">{say(words.points)}</th>
          <th className="number">{say(words.time)}</th>
        </tr>
      </thead>
      <tbody aria-live="polite">
        {standings.map((one) => (
          <tr key={`${one.place} ${one.name}`} data-mine={one.mine || undefined}>
            <td className="number">{one.place}</td>
            <td>
              {one.name}
              {(one.prize || one.byLot) && (
                <Text size="sm" c="dimmed" component="div">
                  {[one.prize, one.byLot ? say(words.lot) : null].filter(Boolean).join(' · ')}
                </Text>
              )}
            </td>
            <td className="number">{one.points}</td>
            <td className="number">{clock(one.seconds)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
