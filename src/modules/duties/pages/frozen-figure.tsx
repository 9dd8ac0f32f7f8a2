import { Stack, Text, Title } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useWords } from '../../../platform/i18n.ts'
import { Moment } from '../../../web/moment.tsx'
import { Empty, Part } from '../../../web/states.tsx'
import { type Figure, questionText, type Records } from '../../indicators/contract.ts'
import { RecordRows, useSaid } from '../../indicators/pages/records.tsx'
import { dutyWords as words } from '../messages.ts'

type Then = Records & { missing: number }
type Asking = (asked: { question: string; limit: number }) => Promise<Then>

/** A number as it was when what it stands in was closed, and the records that it was counted from. */
export function FrozenFigure({ of, figure, ask }: { of: string; figure: Figure; ask: Asking }) {
  return (
    <Stack gap="md">
      <FigureThen figure={figure} />
      {sidesOf(figure).map((question) => (
        <Part key={question}>
          <RecordsThen of={of} ask={ask} question={question} />
        </Part>
      ))}
    </Stack>
  )
}

/** What was asked: of a change both its sides. */
export const sidesOf = (figure: Figure): string[] =>
  (figure.change ? [figure.change.now, figure.change.before] : [figure]).map(({ question }) => questionText(question))

export function FigureThen({ figure }: { figure: Figure }) {
  const say = useWords()
  const said = useSaid()
  return (
    <div>
      <Text size="28px" lh={1.3}>
        {said(figure.inWords)}
      </Text>
      <Text>{said(figure.definition)}</Text>
      <Text size="sm" c="dimmed">
        {say(words.countedAt)} <Moment at={figure.counted} />
      </Text>
    </div>
  )
}

const [first, most] = [20, 200]

/** Read in steps, as far as the reader may see them. */
export function RecordsThen({ of, ask, question }: { of: string; ask: Asking; question: string }) {
  const say = useWords()
  const [limit, setLimit] = useState(first)
  const { data } = useSuspenseQuery({
    queryKey: ['recordsThen', of, question, limit],
    queryFn: () => ask({ question, limit }),
  })
  if (data.total === 0) return <Empty>{say(words.noRecords)}</Empty>
  return (
    <div>
      <Title order={3} size="sm">
        {say(words.countedFrom)} · {data.total}
      </Title>
      <RecordRows
        columns={data.columns}
        rows={data.rows}
        more={limit < Math.min(data.total, most) ? () => setLimit(Math.min(limit + first, most)) : undefined}
      />
      {data.missing > 0 && <Text size="sm">{say(words.missing, { n: data.missing })}</Text>}
    </div>
  )
}
