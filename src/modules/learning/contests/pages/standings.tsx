import { useWords } from '../../../../platform/i18n.ts'
import type { Contest } from '../contract.ts'
import { contestWords as words } from '../messages.ts'
import { clock } from './live-contest.ts'

/** The board, which follows by itself: on the contest's page and, larger, in the hall. */
export function Standings({
  name,
  standings,
  className,
}: {
  name: string
  standings: Contest['standings']
  className?: string
}) {
  const say = useWords()
  return (
    <table className={className} aria-label={name}>
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
              <span className="standing-name">{one.name}</span>
              {one.prize && <span className="standing-mark standing-prize">{one.prize}</span>}
              {one.byLot && <span className="standing-mark">{say(words.lot)}</span>}
            </td>
            <td className="number">{one.points}</td>
            <td className="number">{clock(one.seconds)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
