import { Button, Group, Text } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useWords } from '../../../../../platform/i18n.ts'
import { call } from '../../../../../platform/web.tsx'
import { Moment, useDates } from '../../../../../web/moment.tsx'
import { Empty, Failure, Loading } from '../../../../../web/states.tsx'
import { readHistory, type Sitting } from '../../history/contract.ts'
import { ComparedText, inOrder } from './compared-lines.tsx'
import { messages } from './messages.ts'
import { NameVersion } from './versions-panel.tsx'

/** Who wrote what and when, one sitting after the other, the latest first. */
export function HistoryPanel({
  reportId,
  mayWrite,
  compare,
}: {
  reportId: string
  mayWrite: boolean
  compare: (from: number) => void
}) {
  const say = useWords()
  const dates = useDates()
  const history = useInfiniteQuery({
    queryKey: [readHistory.name, reportId],
    queryFn: ({ pageParam }) => call(readHistory, { reportId, offset: pageParam }),
    initialPageParam: 0,
    getNextPageParam: ({ next }) => next,
  })
  if (history.error) return <Failure error={history.error} retry={() => void history.refetch()} />
  if (!history.data) return <Loading shape="text" />
  const sittings = history.data.pages.flatMap((page) => page.sittings)
  const begun = history.data.pages[0]?.begun
  return (
    <>
      {sittings.length === 0 && !history.hasNextPage && <Empty>{say(messages.noHistory)}</Empty>}
      {sittings.map((sitting) => (
        <section key={`${sitting.seq} ${sitting.person?.id}`} className="past-sitting">
          <SittingText sitting={sitting} />
          <Group gap="xs" mt="xs">
            <Button size="compact-sm" variant="default" onClick={() => compare(sitting.seq)}>
              {say(messages.compareWithNow)}
            </Button>
            {mayWrite && <NameVersion reportId={reportId} seq={sitting.seq} />}
          </Group>
        </section>
      ))}
      {history.hasNextPage && (
        <Button
          mt="sm"
          variant="default"
          loading={history.isFetchingNextPage}
          onClick={() => void history.fetchNextPage()}
        >
          {say(messages.earlier)}
        </Button>
      )}
      {begun && !history.hasNextPage && (
        <Text size="sm" c="dimmed" mt="sm">
          {begun.by
            ? say(messages.begunBy, { who: begun.by, when: dates.moment(begun.at) })
            : say(messages.begun, { when: dates.moment(begun.at) })}
        </Text>
      )}
    </>
  )
}

function SittingText({ sitting: { person, from, to, lines } }: { sitting: Sitting }) {
  const say = useWords()
  const dates = useDates()
  return (
    <>
      <h3>{person?.name ?? say(messages.somebody)}</h3>
      <Text size="sm" c="dimmed">
        {dates.moment(from) === dates.moment(to) ? <Moment at={to} /> : dates.span(from, to)}
      </Text>
      {inOrder(lines).map(({ key, item }, i) => (
        <div key={key}>
          {item.under && item.under !== lines[i - 1]?.under && (
            <div className="past-under">{say(messages.under, { heading: item.under })}</div>
          )}
          <ComparedText line={item} short />
        </div>
      ))}
    </>
  )
}
