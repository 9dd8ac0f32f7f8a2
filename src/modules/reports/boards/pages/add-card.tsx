import { Button, Group, NativeSelect, SegmentedControl, Title } from '@mantine/core'
import { useMutation, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useWords } from '../../../../platform/i18n.ts'
import { read, write } from '../../../../platform/web.tsx'
import { Trouble } from '../../../../web/states.tsx'
import { listFacts } from '../../../indicators/contract.ts'
import { listIndicators } from '../../../indicators/named/contract.ts'
import { questionOf, useAskedHere } from '../../../indicators/pages/asked.ts'
import { useSaid } from '../../../indicators/pages/records.tsx'
import { QuestionSentence } from '../../../indicators/pages/sentence.tsx'
import { addCard, type CardPeriod, type CardQuestion, cardPeriods, type Drawing, drawings } from '../contract.ts'
import { cardPeriodWords, drawingWords, boardWords as words } from '../messages.ts'

const usual = ''
const groupings = ['month', 'day', 'quarter', 'year', 'part'] as const

/** A figure that has a name, or any question there is, drawn as one chooses. */
export function AddCard({ boardId }: { boardId: string }) {
  const say = useWords()
  const [own, setOwn] = useState(false)
  return (
    <>
      <Title order={2} size="h3" mb="xs">
        {say(words.addCard)}
      </Title>
      <SegmentedControl
        mb="sm"
        aria-label={say(words.kindOf)}
        value={own ? 'own' : 'named'}
        data={[
          { value: 'named', label: say(words.named) },
          { value: 'own', label: say(words.ownQuestion) },
        ]}
        onChange={(value) => setOwn(value === 'own')}
      />
      {own ? <AnyQuestion boardId={boardId} /> : <Named boardId={boardId} />}
    </>
  )
}

function Named({ boardId }: { boardId: string }) {
  const say = useWords()
  const said = useSaid()
  const { data = [], error } = useQuery(read(listIndicators, {}))
  const [chosen, setChosen] = useState<string>()
  const [by, setBy] = useState<string>(usual)
  const indicator = chosen ?? data[0]?.id
  const byWords = { ...words, part: words.parts }
  return (
    <>
      <Adding
        boardId={boardId}
        question={indicator ? { indicator } : null}
        by={by}
        first={
          <NativeSelect
            label={say(words.figure)}
            value={indicator ?? ''}
            data={data.map(({ id, name }) => ({ value: id, label: said(name) }))}
            onChange={(event) => setChosen(event.currentTarget.value)}
          />
        }
        parts={
          <NativeSelect
            label={say(words.by)}
            value={by}
            data={[
              { value: usual, label: say(words.usual) },
              ...groupings.map((value) => ({ value, label: say(byWords[value]) })),
            ]}
            onChange={(event) => setBy(event.currentTarget.value)}
          />
        }
      />
      <Trouble error={error} />
    </>
  )
}

/** The sentence says in what parts it is shown; when and where is said by the card and by the board. */
function AnyQuestion({ boardId }: { boardId: string }) {
  const say = useWords()
  const { data: facts } = useSuspenseQuery(read(listFacts, {}))
  const asked = useAskedHere(facts)
  return (
    <>
      <section aria-label={say(words.ownQuestion)}>
        <QuestionSentence asked={asked} facts={facts} open />
      </section>
      <Adding boardId={boardId} question={questionOf(asked)} by={asked.by ?? usual} />
    </>
  )
}

function Adding({
  boardId,
  question,
  by,
  first,
  parts,
}: {
  boardId: string
  question: CardQuestion | null
  by: string
  first?: ReactNode
  parts?: ReactNode
}) {
  const say = useWords()
  const [drawn, setDrawn] = useState<Drawing>('card')
  const [period, setPeriod] = useState<CardPeriod>('thisYear')
  const adding = useMutation(write(addCard))
  const inParts = drawn !== 'card' && drawn !== 'heat'
  const width = drawn === 'heat' ? 2 : 1
  return (
    <>
      <Group align="end" gap="sm">
        {first}
        <NativeSelect
          label={say(words.drawnAs)}
          value={drawn}
          data={drawings.map((value) => ({ value, label: say(drawingWords[value]) }))}
          onChange={(event) => setDrawn(event.currentTarget.value as Drawing)}
        />
        {inParts && parts}
        <NativeSelect
          label={say(words.when)}
          value={period}
          data={cardPeriods.map((value) => ({ value, label: say(cardPeriodWords[value]) }))}
          onChange={(event) => setPeriod(event.currentTarget.value as CardPeriod)}
        />
        <Button
          loading={adding.isPending}
          disabled={!question}
          onClick={() =>
            question && adding.mutate({ boardId, question, drawn, period, width, ...(by && inParts ? { by } : {}) })
          }
        >
          {say(words.add)}
        </Button>
      </Group>
      <Trouble error={adding.error} />
    </>
  )
}
