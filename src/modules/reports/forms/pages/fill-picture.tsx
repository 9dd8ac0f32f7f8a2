import { Stack, Text, VisuallyHidden } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useWords } from '../../../../platform/i18n.ts'
import { read } from '../../../../platform/web.tsx'
import { PageLink } from '../../../../web/link.tsx'
import { SidePanel } from '../../../../web/panel.tsx'
import { FigureDoor } from '../../../indicators/pages/figure.tsx'
import { useSaid } from '../../../indicators/pages/records.tsx'
import type { FilledCell } from '../contract.ts'
import { type FillCard, pictureOfFill } from '../keeping/fills/contract.ts'
import { gapWords } from '../messages.ts'
import { formWords as words } from './messages.ts'
import { Frame, marks } from './picture.tsx'

const keyOf = (sheet: string, cell: string): string => `${sheet}!${cell}`

/** The filled sheets as they look: a number opens its records, and what stayed empty is marked and says why. */
export function FillPicture({ fill }: { fill: FillCard }) {
  const say = useWords()
  const [chosen, setChosen] = useState<string>()
  const { data } = useSuspenseQuery(read(pictureOfFill, { formId: fill.form.id, fillId: fill.id }))
  const byCell = Map.groupBy(fill.cells, ({ sheet, cell }) => keyOf(sheet, cell))
  const opened = (chosen && byCell.get(chosen)) || []
  return (
    <>
      {data.drawings.map((drawing) => (
        <div key={drawing.sheet}>
          <Frame drawing={drawing}>
            {({ cell, text }) => {
              const key = keyOf(drawing.sheet, cell)
              return <Inside text={text} cells={byCell.get(key) ?? []} onChoose={() => setChosen(key)} />
            }}
          </Frame>
          {drawing.cut && <Text size="sm">{say(words.cutFill)}</Text>}
        </div>
      ))}
      <ul className="form-legend">
        <li>
          <span aria-hidden="true">{marks.open} </span>
          {say(words.emptyPlaces)}
        </li>
        <li>
          <span aria-hidden="true">{marks.hand} </span>
          {say(words.handKept)}
        </li>
      </ul>
      <SidePanel
        title={opened[0] ? say(words.place, { cell: opened[0].cell }) : ''}
        open={opened.length > 0}
        onClose={() => setChosen(undefined)}
      >
        <Stack gap="md">
          {opened.map((cell, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the blanks of a sentence have no other name
            <div key={i}>
              <Text fw={600}>{cell.label || cell.cell}</Text>
              <FilledValue cell={cell} />
            </div>
          ))}
          {opened.some(({ state }) => state === 'unfilled') && (
            <PageLink to={`/forms/${fill.form.id}` as '/'} search={{ place: chosen } as never}>
              {say(words.bindThere)}
            </PageLink>
          )}
        </Stack>
      </SidePanel>
    </>
  )
}

function Inside({ text, cells, onChoose }: { text: string; cells: readonly FilledCell[]; onChoose: () => void }) {
  const say = useWords()
  const said = useSaid()
  const [only, ...more] = cells
  if (!only) return text
  const empty = cells.some(({ state }) => state === 'unfilled')
  if (more.length === 0 && !empty) {
    if (only.question)
      return (
        <FigureDoor question={only.question} label={said(only.written ?? [only.label, only.label])}>
          {text}
        </FigureDoor>
      )
    if (only.link)
      return (
        <PageLink to={only.link as '/'} inherit>
          {text}
        </PageLink>
      )
    return only.state === 'hand' ? (
      <span className="form-hand">
        <span aria-hidden="true">{text || marks.hand}</span>
        <VisuallyHidden>{text || say(words.handKept)}</VisuallyHidden>
      </span>
    ) : (
      text
    )
  }
  const why = cells.flatMap(({ reason }) => (reason ? [say(gapWords[reason])] : []))
  return (
    <button
      type="button"
      className={empty ? 'form-spot' : 'form-sentence'}
      data-state={empty ? 'open' : undefined}
      data-wide
      onClick={onChoose}
    >
      {empty && <span aria-hidden="true">{marks.open} </span>}
      {text}
      <VisuallyHidden>{[only.label, ...new Set(why)].join(' ')}</VisuallyHidden>
    </button>
  )
}

/** What stands in a place and opens its records, or why nothing does. */
export function FilledValue({ cell: { value, question, link, written, state, reason } }: { cell: FilledCell }) {
  const say = useWords()
  const said = useSaid()
  if (state === 'hand') return say(words.handKept)
  const text = value === null ? '' : String(value)
  if (state === 'unfilled') return reason ? say(gapWords[reason]) : ''
  if (question)
    return (
      <FigureDoor question={question} {...(written ? { label: said(written) } : {})}>
        {text}
      </FigureDoor>
    )
  return link ? (
    <PageLink to={link as '/'} inherit>
      {text}
    </PageLink>
  ) : (
    text
  )
}
