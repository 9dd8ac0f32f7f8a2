import { Text } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useWords } from '../../../../platform/i18n.ts'
import { read } from '../../../../platform/web.tsx'
import { PageLink } from '../../../../web/link.tsx'
import { Day } from '../../../../web/moment.tsx'
import { Page } from '../../../../web/page.tsx'
import { Empty } from '../../../../web/states.tsx'
import { dutyWords } from '../../messages.ts'
import { listHandOvers } from '../contract.ts'
import { handOverWords as words } from '../messages.ts'
import { Signatures } from './hand-over-page.tsx'

/** What the reader signs or arranged. */
export function HandOversPage() {
  const say = useWords()
  const { data } = useSuspenseQuery(read(listHandOvers, {}))
  return (
    <Page
      title={say(words.handOvers)}
      about={say(words.about)}
      back={<PageLink to={'/duties' as '/'}>{say(dutyWords.duties)}</PageLink>}
    >
      {data.length === 0 ? (
        <Empty>{say(words.none)}</Empty>
      ) : (
        <ul className="sheet lines">
          {data.map((handOver) => (
            <li key={handOver.id}>
              <PageLink to={`/hand-overs/${handOver.id}` as '/'}>
                {say(words.line, { from: handOver.from.name, to: handOver.to.name })}
              </PageLink>
              <Text size="sm" c="dimmed">
                <Day of={handOver.onDate} />
              </Text>
              <Signatures handOver={handOver} />
            </li>
          ))}
        </ul>
      )}
    </Page>
  )
}
