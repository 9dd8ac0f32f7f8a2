import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useWords } from '../../../../../platform/i18n.ts'
import { read } from '../../../../../platform/web.tsx'
import { listIndicators } from '../../../../indicators/named/contract.ts'
import { commonOf, findFigures, questionOf } from '../../figures/rules.ts'
import { messages } from './messages.ts'
import type { Offer, Slash } from './slash.ts'

const most = 8

const pictureOffer: Offer = { key: 'picture', words: messages.addPicture, question: 'picture' }
const pictureLetters = ['图片', '插入图片', 'tupian', 'tp', 'crtp', 'picture', 'add a picture']

/** Named indicators first, and of the common figures those that nobody has named. */
export function useOffers(query: string | null): readonly Offer[] {
  const { data: named = [] } = useQuery({
    ...read(listIndicators, { q: query ?? '' }),
    enabled: query !== null,
    placeholderData: keepPreviousData,
  })
  if (query === null) return []
  const indicators = named.map(({ id, name, question }) => ({
    key: id,
    words: name,
    question: { indicator: id, scope: 'report' as const, period: 'report' },
    common: commonOf({ ...question, scope: 'report', period: 'report' }),
  }))
  const others = findFigures(query).filter((figure) => !indicators.some(({ common }) => common === figure))
  const common = others.map((figure) => ({ key: figure.name, words: figure.words, question: questionOf(figure) }))
  const pictures = pictureLetters.some((letters) => letters.startsWith(query.toLowerCase())) ? [pictureOffer] : []
  return [...[...indicators, ...common].slice(0, most - pictures.length), ...pictures]
}

export function SlashMenu({ slash: { asked, found, chosen }, take }: { slash: Slash; take: (offer: Offer) => void }) {
  const say = useWords()
  if (!asked) return null
  const left = Math.min(asked.left, window.innerWidth - 296)
  return (
    <div className="slash" role="listbox" aria-label={say(messages.chooseFigure)} style={{ left, top: asked.top + 4 }}>
      {found.length === 0 && <div className="slash-none">{say(messages.noFigure)}</div>}
      {found.map((offer, i) => (
        <button
          key={offer.key}
          type="button"
          role="option"
          aria-selected={i === chosen}
          className={i === chosen ? 'slash-one slash-chosen' : 'slash-one'}
          // The caret stays where it is.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => take(offer)}
        >
          {say(offer.words)}
        </button>
      ))}
    </div>
  )
}
