import { Stack, Text } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useWords } from '../../../platform/i18n.ts'
import { read } from '../../../platform/web.tsx'
import { useOpenedFigure, useOpenFigure } from '../../../web/figure-address.ts'
import { Moment } from '../../../web/moment.tsx'
import { Door, SidePanel } from '../../../web/panel.tsx'
import { Part } from '../../../web/states.tsx'
import { type Asking, figureCompared } from '../contract.ts'
import { messages } from '../messages.ts'
import { RecordList, useSaid } from './records.tsx'
import './figure.css'

/** A number that opens the records behind it. */
export function FigureDoor({ question, label, children }: { question: Asking; label?: string; children: ReactNode }) {
  const say = useWords()
  const open = useOpenFigure()
  return (
    <Door label={label ?? say(messages.showRecords)} onOpen={() => open(question)}>
      {children}
    </Door>
  )
}

/** The one panel behind every number: what is counted, for when and where, and the records themselves. */
export function FigurePanel() {
  const say = useWords()
  const asked = useOpenedFigure()
  const open = useOpenFigure()
  return (
    <SidePanel title={say(messages.whatIsCounted)} open={asked !== null} onClose={() => open(null)}>
      {asked && <Behind key={JSON.stringify(asked)} asking={withoutGaps(asked)} />}
    </SidePanel>
  )
}

const withoutGaps = ({ fact, measure, period, ...rest }: NonNullable<ReturnType<typeof useOpenedFigure>>): Asking => ({
  fact,
  measure,
  period,
  ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)),
})

function Behind({ asking }: { asking: Asking }) {
  const say = useWords()
  const said = useSaid()
  const { data } = useSuspenseQuery(read(figureCompared, asking))
  const { now, before, written, comparable } = data
  const lines: [string, ReactNode][] = [
    [say(messages.period), said(now.period)],
    [say(messages.scope), now.scope.name],
    // a change opens into the two figures that it is made of
    ...Object.values(now.change ?? {}).map(({ question, inWords, period }): [string, ReactNode] => [
      say(messages.comparedWith, { period: said(period) }),
      <FigureDoor key={question.period} question={question}>
        {said(inWords)}
      </FigureDoor>,
    ]),
    [
      say(now.change ? messages.changeIn : messages.comparedWith, { period: said(before.period) }),
      comparable ? (
        <>
          <FigureDoor question={before.question}>{said(before.inWords)}</FigureDoor>
          {say(messages.changeOf, { change: said(written) })}
        </>
      ) : (
        say(messages.nothingThen)
      ),
    ],
    [say(messages.counted), <Moment key="counted" at={now.counted} />],
  ]
  return (
    <Stack gap="md">
      <div>
        <Text size="28px" lh={1.3}>
          {said(now.inWords)}
        </Text>
        <Text>{said(now.definition)}</Text>
      </div>
      <dl className="figure-facts">
        {lines.map(([head, value]) => (
          <div key={head}>
            <dt>{head}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {!now.additive && <Text size="sm">{say(messages.notAdditive)}</Text>}
      <Part>
        <RecordList asking={asking} figure={now} />
      </Part>
    </Stack>
  )
}
