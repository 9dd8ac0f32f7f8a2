import './hall.css'
import { useEffect, useState } from 'react'
import { useWords } from '../../../../platform/i18n.ts'
import { messages } from '../../../../web/messages.ts'
import { useDates } from '../../../../web/moment.tsx'
import type { Contest } from '../contract.ts'
import { contestWords as words } from '../messages.ts'
import { useLiveContest } from './live-contest.ts'
import { Standings } from './standings.tsx'

/** So many rows can be read from ten metres; when there are more, the screen turns its pages. */
const rowsAtOnce = 8
const turnAfter = 10_000

/** The board for the hall: the whole window, large type, nothing to press but one. */
export function HallPage() {
  const say = useWords()
  const contest = useLiveContest()
  const pages = Math.max(1, Math.ceil(contest.standings.length / rowsAtOnce))
  const page = useTurning(pages)
  const shown = contest.standings.slice(page * rowsAtOnce, (page + 1) * rowsAtOnce)
  return (
    <div className="hall">
      <title>{`${contest.name} · ${say(messages.linli)}`}</title>
      <header>
        <h1 id="page-title" tabIndex={-1}>
          {contest.name}
        </h1>
        <p>
          <Progress contest={contest} />
          {pages > 1 && <span>{say(words.pageOf, { n: page + 1, all: pages })}</span>}
        </p>
      </header>
      {contest.standings.length === 0 ? (
        <p className="hall-nobody">{contest.cancelledAt ? contest.cancelReason : say(words.nobodyYet)}</p>
      ) : (
        <Standings name={contest.name} standings={shown} />
      )}
      <footer>
        {contest.standings.some(({ byLot }) => byLot) && (
          <p>
            {contest.seed
              ? say(words.lotSeed, { seed: contest.seed })
              : say(words.lotRule, { digest: contest.seedDigest })}
          </p>
        )}
        <button type="button" onClick={() => void document.documentElement.requestFullscreen()}>
          {say(words.fullScreen)}
        </button>
      </footer>
    </div>
  )
}

/** Which of these pages is shown now. */
function useTurning(pages: number): number {
  const [turns, setTurns] = useState(0)
  useEffect(() => {
    if (pages === 1) return
    const timer = setInterval(() => setTurns((now) => now + 1), turnAfter)
    return () => clearInterval(timer)
  }, [pages])
  return turns % pages
}

/** The round that is going on, or how it ended. */
function Progress({ contest: { rounds, finishedAt, cancelledAt, people } }: { contest: Contest }) {
  const say = useWords()
  const dates = useDates()
  if (cancelledAt) return <span>{say(words.cancelled)}</span>
  if (finishedAt) return <span>{say(words.finished)}</span>
  const now = Date.now()
  const round = rounds.find(({ done, closesAt }) => done < people && !(closesAt && +closesAt <= now)) ?? rounds.at(-1)
  if (!round) return null
  const { number, name, done, closesAt } = round
  return (
    <>
      <span>{`${say(words.round, { n: number })} · ${name}`}</span>
      <span>{say(words.doneOf, { n: done, all: people })}</span>
      {closesAt && <span>{say(words.until, { when: dates.moment(closesAt) })}</span>}
    </>
  )
}
