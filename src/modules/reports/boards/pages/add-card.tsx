import { Button, Group, NativeSelect, Title } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useWords } from '../../../../platform/i18n.ts'
import { read, write } from '../../../../platform/web.tsx'
import { Trouble } from '../../../../web/states.tsx'
import { listIndicators } from '../../../indicators/named/contract.ts'
import { useSaid } from '../../../indicators/pages/records.tsx'
import { addCard, type CardPeriod, cardPeriods, type Drawing, drawings } from '../contract.ts'
import { cardPeriodWords, drawingWords, boardWords as words } from '../messages.ts'

const usual = ''
const groupings = ['month', 'day', 'quarter', 'year', 'part'] as const

/** A figure that has a name, drawn as one chooses. */
export function AddCard({ boardId }: { boardId: string }) {
  const say = useWords()
  const said = useSaid()
  const { data = [], error } = useQuery(read(listIndicators, {}))
  const [chosen, setChosen] = useState<string>()
  const [drawn, setDrawn] = useState<Drawing>('card')
  const [by, setBy] = useState<string>(usual)
  const [period, setPeriod] = useState<CardPeriod>('thisYear')
  const adding = useMutation(write(addCard))
  const indicator = chosen ?? data[0]?.id
  const byWords = { ...words, part: words.parts }
  return (
    <>
      <Title order={2} size="h3" mb="xs">
        {say(words.addCard)}
      </Title>
      <Group align="end" gap="sm">
        <NativeSelect
          label={say(words.figure)}
          value={indicator ?? ''}
          data={data.map(({ id, name }) => ({ value: id, label: said(name) }))}
          onChange={(event) => setChosen(event.currentTarget.value)}
        />
        <NativeSelect
          label={say(words.drawnAs)}
          value={drawn}
          data={drawings.map((value) => ({ value, label: say(drawingWords[value]) }))}
          onChange={(event) => setDrawn(event.currentTarget.value as Drawing)}
        />
        {drawn !== 'card' && drawn !== 'heat' && (
          <NativeSelect
            label={say(words.by)}
            value={by}
            data={[
              { value: usual, label: say(words.usual) },
              ...groupings.map((value) => ({ value, label: say(byWords[value]) })),
            ]}
            onChange={(event) => setBy(event.currentTarget.value)}
          />
        )}
        <NativeSelect
          label={say(words.when)}
          value={period}
          data={cardPeriods.map((value) => ({ value, label: say(cardPeriodWords[value]) }))}
          onChange={(event) => setPeriod(event.currentTarget.value as CardPeriod)}
        />
        <Button
          loading={adding.isPending}
          disabled={!indicator}
          onClick={() =>
            indicator &&
            adding.mutate({
              boardId,
              question: { indicator },
              drawn,
              period,
              width: drawn === 'heat' ? 2 : 1,
              ...(by && drawn !== 'card' && drawn !== 'heat' ? { by } : {}),
            })
          }
        >
          {say(words.add)}
        </Button>
      </Group>
      <Trouble error={error ?? adding.error} />
    </>
  )
}
