import { Stack, Text } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useWords } from '../../../../platform/i18n.ts'
import { read } from '../../../../platform/web.tsx'
import { Sheet, State } from '../../../../web/page.tsx'
import { Door } from '../../../../web/panel.tsx'
import { useSaid } from '../../../indicators/pages/records.tsx'
import { publishedDifferences } from '../contract.ts'
import { publishedWords as words } from './messages.ts'

/** Which figures would be others today, each a door to the records that made the difference. */
export function DifferencesToday({ publishedId, onOpen }: { publishedId: string; onOpen: (key: string) => void }) {
  const say = useWords()
  const said = useSaid()
  const { data } = useSuspenseQuery(read(publishedDifferences, { publishedId }))
  if (data.length === 0)
    return (
      <Text size="sm" mb="sm">
        <State tone="do">{say(words.sameToday)}</State>
      </Text>
    )
  return (
    <Sheet>
      <Stack gap={4}>
        <Text>
          <State tone="soon">{say(words.otherToday, { count: data.length })}</State> {say(words.reportStays)}
        </Text>
        <ul className="published-differences">
          {data.map(({ question, definition, before, now, written }) => (
            <li key={question}>
              {said(definition)}{' '}
              <Door label={say(words.why)} onOpen={() => onOpen(question)}>
                {say(words.thenAndNow, { before: said(before.inWords), now: said(now.inWords) })}
              </Door>
              {before.value === now.value ? ` ${say(words.otherRecords)}` : ` ${said(written)}`}
            </li>
          ))}
        </ul>
      </Stack>
    </Sheet>
  )
}
