import { Stack, Text, Title } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useWords } from '../../../../platform/i18n.ts'
import { call, read } from '../../../../platform/web.tsx'
import { Part } from '../../../../web/states.tsx'
import { FigureThen, RecordsThen, sidesOf } from '../../../duties/pages/frozen-figure.tsx'
import { questionFrom } from '../../../indicators/contract.ts'
import { FigureDoor } from '../../../indicators/pages/figure.tsx'
import { RecordRows, useSaid } from '../../../indicators/pages/records.tsx'
import {
  type DifferenceRecords,
  differenceRecords,
  type PublishedReport,
  publishedDifferences,
  publishedRecords,
  recordFates,
} from '../contract.ts'
import { publishedWords as words } from './messages.ts'

/** A number of a published report: what it was, the records it was counted from, and what made it another one today. */
export function FrozenFigure({ report, figureKey }: { report: PublishedReport; figureKey: string }) {
  const figure = report.settled.figures[figureKey]
  return (
    <Stack gap="md">
      {figure && <FigureThen figure={figure} />}
      {(figure ? sidesOf(figure) : [figureKey]).map((question) => (
        <Part key={question}>
          <Count publishedId={report.id} question={question} />
        </Part>
      ))}
    </Stack>
  )
}

function Count({ publishedId, question }: { publishedId: string; question: string }) {
  const say = useWords()
  const said = useSaid()
  const { data: differences } = useSuspenseQuery(read(publishedDifferences, { publishedId }))
  const difference = differences.find((one) => one.question === question)
  const asking = questionFrom(question)
  return (
    <Stack gap="xs">
      {difference ? (
        <>
          <Text>
            {say(words.before, { before: said(difference.before.inWords) })}{' '}
            {asking ? (
              <FigureDoor question={asking}>{said(difference.now.inWords)}</FigureDoor>
            ) : (
              said(difference.now.inWords)
            )}
          </Text>
          <Part>
            <Why publishedId={publishedId} question={question} />
          </Part>
        </>
      ) : (
        <Text>{say(words.sameCount)}</Text>
      )}
      <Part>
        <RecordsThen
          of={publishedId}
          ask={(asked) => call(publishedRecords, { publishedId, ...asked })}
          question={question}
        />
      </Part>
    </Stack>
  )
}

/** The records that made the difference, by what became of them. */
function Why({ publishedId, question }: { publishedId: string; question: string }) {
  const say = useWords()
  const { data } = useSuspenseQuery(read(differenceRecords, { publishedId, question }))
  return recordFates
    .filter((fate) => data[fate] > 0)
    .map((fate) => <Fate key={fate} fate={fate} data={data} title={say(words[fate], { count: data[fate] })} />)
}

function Fate({ fate, data, title }: { fate: (typeof recordFates)[number]; data: DifferenceRecords; title: string }) {
  const say = useWords()
  const rows = data.records.filter((record) => record.fate === fate)
  const there = rows.flatMap(({ row }) => row ?? [])
  return (
    <div>
      <Title order={3} size="sm">
        {title}
      </Title>
      {there.length > 0 && <RecordRows columns={data.columns} rows={there} more={undefined} />}
      {rows.length > there.length && (
        <Text size="sm">{say(words.goneRecords, { count: rows.length - there.length })}</Text>
      )}
    </div>
  )
}
