import { VisuallyHidden } from '@mantine/core'
import { Fragment, type ReactNode } from 'react'
import { useWords } from '../../../../platform/i18n.ts'
import { parseReference } from '../../../../platform/workbook/cell.ts'
import type { Drawing, Place, PlaceState } from '../keeping/contract.ts'
import { stateWords, formWords as words } from './messages.ts'
import './forms.css'

/** A shape for each state, so that it is not told by its colour alone. */
export const marks: Record<PlaceState, string> = { sure: '●', unsure: '◐', open: '○', hand: '–' }

export const placeKey = ({ sheet, cell, blank }: Pick<Place, 'sheet' | 'cell' | 'blank'>): string =>
  `${sheet}!${cell}${blank === null ? '' : `#${blank}`}`

type Chosen = { places: readonly Place[]; chosen: string | undefined; onChoose: (key: string) => void }
export type DrawnCell = Drawing['rows'][number]['cells'][number]

/** A sheet as it looks; what stands in a cell is said by whoever shows it. */
export function Frame({
  drawing,
  listed,
  children,
}: {
  drawing: Drawing
  /** The state of the list to which a cell belongs. */
  listed?: (cell: string) => PlaceState | undefined
  children: (cell: DrawnCell) => ReactNode
}) {
  const say = useWords()
  const width = drawing.widths.reduce((sum, one) => sum + one, 0)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className="form-scroll" aria-label={say(words.picture, { sheet: drawing.sheet })} tabIndex={0}>
      <table className="form-picture" style={{ minWidth: `${width * 0.55}rem` }}>
        <colgroup>
          {drawing.widths.map((one, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: columns of a sheet have no other name
            <col key={i} style={{ width: `${(one / width) * 100}%` }} />
          ))}
        </colgroup>
        <tbody>
          {drawing.rows.map(({ row, cells }) => (
            <tr key={row}>
              {cells.map((own) => (
                <td
                  key={own.cell}
                  colSpan={own.across}
                  rowSpan={own.down}
                  data-bold={own.bold || undefined}
                  data-bordered={own.bordered || undefined}
                  data-align={own.align ?? undefined}
                  data-list={listed?.(own.cell)}
                >
                  {children(own)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** The blank as it looks, with every place that is to be filled as a button. */
export function Picture({ drawing, ...chosen }: Chosen & { drawing: Drawing }) {
  const own = chosen.places.filter(({ sheet }) => sheet === drawing.sheet)
  const lists = own.filter(({ kind }) => kind === 'list')
  return (
    <Frame drawing={drawing} listed={(cell) => lists.find((place) => covers(place, cell))?.state}>
      {({ cell, text }) => <Inside {...chosen} text={text} places={own.filter((place) => place.cell === cell)} />}
    </Frame>
  )
}

const covers = ({ cell, last }: Place, at: string): boolean => {
  const [first, here] = [parseReference(cell), parseReference(at)]
  return (
    first?.column === here?.column &&
    first !== undefined &&
    here !== undefined &&
    here.row > first.row &&
    here.row <= (last ?? 0)
  )
}

/** What stands in a cell: its text, with the blanks of a sentence where they are. */
function Inside({ text, places, chosen, onChoose }: Chosen & { text: string }) {
  const [only] = places
  if (!only) return text
  if (only.start === null) return <Spot place={only} wide chosen={chosen} onChoose={onChoose} />
  const pieces: ReactNode[] = []
  let at = 0
  for (const place of places) {
    pieces.push(
      <Fragment key={place.blank}>
        {text.slice(at, place.start ?? at)}
        <Spot place={place} chosen={chosen} onChoose={onChoose} />
      </Fragment>,
    )
    at = place.end ?? at
  }
  return (
    <>
      {pieces}
      {text.slice(at)}
    </>
  )
}

function Spot({
  place,
  wide,
  chosen,
  onChoose,
}: {
  place: Place
  wide?: boolean
  chosen: string | undefined
  onChoose: (key: string) => void
}) {
  const say = useWords()
  const key = placeKey(place)
  return (
    <button
      type="button"
      className="form-spot"
      data-state={place.state}
      data-wide={wide || undefined}
      aria-current={chosen === key || undefined}
      onClick={() => onChoose(key)}
    >
      <span aria-hidden="true">{place.kind === 'list' ? `${marks[place.state]} ↓` : marks[place.state]}</span>
      <VisuallyHidden>
        {say(words.choosePlace, { label: place.label || place.cell, state: say(stateWords[place.state]) })}
      </VisuallyHidden>
    </button>
  )
}
