import { useWords } from '../../../../../platform/i18n.ts'
import type { Inline } from '../../contract.ts'
import { commonOf } from '../../figures/rules.ts'
import type { ComparedLine, Run } from '../../history/contract.ts'
import { periodNames } from '../blocks/fields.tsx'
import { messages as textWords } from '../editor/messages.ts'
import { useIndicators } from '../editor/place.tsx'
import { messages } from './messages.ts'
import './past.css'

/** What stands in a fixed order and holds no state is known by its place. */
export const inOrder = <T,>(list: readonly T[]): { key: string; item: T }[] =>
  list.map((item, i) => ({ key: String(i), item }))

const fates = { added: messages.added, removed: messages.removedLine, changed: messages.changed } as const
/** So much of what did not change stands around what did. */
const context = 24

/** A line with its words that went and came; `side` shows only what it was or what it is. */
export function ComparedText({ line, side, short }: { line: ComparedLine; side?: 'was' | 'is'; short?: boolean }) {
  const say = useWords()
  const { as, what, settings } = line
  const hidden = side === 'was' ? 'added' : side === 'is' ? 'removed' : null
  const runs = line.runs.filter((run) => run.as !== hidden)
  return (
    <div className={`past-line past-${as}`}>
      <span className="past-what">
        {say(messages[what])}
        {as !== 'kept' && ` · ${say(fates[as])}`}
        {settings && ` · ${say(messages.settings)}`}
      </span>
      {runs.length > 0 && (
        <p>
          {inOrder(runs).map(({ key, item }, i) => (
            <RunText key={key} run={item} cut={short === true && [i > 0, i < runs.length - 1]} />
          ))}
        </p>
      )}
    </div>
  )
}

/** `cut`: what did not change is shortened, beside a change before and after it. */
function RunText({ run: { as, piece }, cut }: { run: Run; cut: false | boolean[] }) {
  const words = <PieceText piece={piece} cut={as === 'kept' && cut} />
  if (as === 'removed') return <del>{words}</del>
  return as === 'added' ? <ins>{words}</ins> : words
}

function PieceText({ piece, cut }: { piece: Inline; cut: false | boolean[] }) {
  const say = useWords()
  const { all } = useIndicators()
  if (piece.type === 'text') return cut ? shortened(piece.text, cut) : piece.text
  if (piece.type === 'word') return <span className="past-chip">{say(textWords[piece.attrs.what])}</span>
  const { question, spelled } = piece.attrs
  const named =
    'indicator' in question ? all.find(({ id }) => id === question.indicator)?.name : commonOf(question)?.words
  const known = Object.entries(periodNames).find(([name]) => name === question.period)
  const words = [
    say(named ?? textWords.noName),
    ...(question.period === 'report' ? [] : [known ? say(known[1]) : question.period]),
    ...(spelled === 'unit' ? [] : [say(textWords[spelled])]),
  ]
  return <span className="past-chip">{words.join(' · ')}</span>
}

function shortened(text: string, [before, after]: readonly boolean[]): string {
  if (text.length <= 3 * context) return text
  return `${before ? text.slice(0, context) : ''}…${after ? text.slice(-context) : ''}`
}
