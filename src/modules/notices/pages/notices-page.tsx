import { Button, Group, SegmentedControl, Text } from '@mantine/core'
import { IconBell } from '@tabler/icons-react'
import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { z } from 'zod'
import { useWords } from '../../../platform/i18n.ts'
import { call, write } from '../../../platform/web.tsx'
import { useAddress } from '../../../web/address.ts'
import { ButtonLink, PageLink } from '../../../web/link.tsx'
import { messages } from '../../../web/messages.ts'
import { Moment } from '../../../web/moment.tsx'
import { Page, Sheet, State } from '../../../web/page.tsx'
import { Empty, Failure, Loading, Trouble } from '../../../web/states.tsx'
import { listNotices, type Notice, readAllNotices, readNotice } from '../inbox/contract.ts'
import { pageWords as words } from './messages.ts'
import './notices.css'

const Address = z.object({ show: z.enum(['all', 'unread']).catch('all').default('all') })

/** What somebody was told. */
export function NoticesPage() {
  const say = useWords()
  const [{ show }, setAddress] = useAddress(Address)
  const readAll = useMutation(write(readAllNotices))
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: [listNotices.name, show],
    queryFn: ({ pageParam }) => call(listNotices, { show, ...(pageParam ? { before: pageParam } : {}) }),
    initialPageParam: null as Date | null,
    getNextPageParam: (last) => last.next,
  })
  const notices = data?.pages.flatMap((page) => page.notices) ?? []
  return (
    <Page
      title={say(words.title)}
      about={say(words.about)}
      actions={
        <ButtonLink to="/notices/choices" variant="default">
          {say(words.toChoices)}
        </ButtonLink>
      }
    >
      <Group justify="space-between" gap="xs" mb="sm">
        <SegmentedControl
          aria-label={say(words.show)}
          value={show}
          onChange={(value) => setAddress({ show: value as 'all' | 'unread' })}
          data={[
            { value: 'all', label: say(words.all) },
            { value: 'unread', label: say(words.onlyUnread) },
          ]}
        />
        {notices.some(({ readAt }) => !readAt) && (
          <Button variant="subtle" loading={readAll.isPending} onClick={() => readAll.mutate({})}>
            {say(words.readAll)}
          </Button>
        )}
      </Group>
      <Trouble error={readAll.error} />
      {error ? (
        <Failure error={error} retry={() => refetch()} />
      ) : !data ? (
        <Loading />
      ) : notices.length === 0 ? (
        <Empty icon={<IconBell size={32} />}>{say(show === 'all' ? words.none : words.noneUnread)}</Empty>
      ) : (
        <Sheet pad={false}>
          <ul className="lines">
            {notices.map((notice) => (
              <Line key={notice.id} notice={notice} />
            ))}
          </ul>
        </Sheet>
      )}
      {hasNextPage && (
        <Group justify="center" mt="md">
          <Button variant="default" loading={isFetchingNextPage} onClick={() => fetchNextPage()}>
            {say(messages.showMore)}
          </Button>
        </Group>
      )}
    </Page>
  )
}

function Line({ notice: { id, title, text, link, at, readAt } }: { notice: Notice }) {
  const say = useWords()
  const { mutate: mark } = useMutation(write(readNotice))
  const markRead = () => {
    if (!readAt) mark({ noticeId: id })
  }
  return (
    <li className="line-with-action">
      <div>
        <Text className={readAt ? '' : 'notice-unread'}>
          {link ? (
            <PageLink to={link as '/'} onClick={markRead}>
              {title}
            </PageLink>
          ) : (
            title
          )}{' '}
          {!readAt && <State tone="do">{say(words.unread)}</State>}
        </Text>
        <Text size="sm">{text}</Text>
        <Text size="sm" c="dimmed">
          <Moment at={at} />
        </Text>
      </div>
      {readAt ? (
        <span />
      ) : (
        <Button variant="subtle" size="compact-sm" aria-label={say(words.markRead, { title })} onClick={markRead}>
          {say(words.markReadShort)}
        </Button>
      )}
    </li>
  )
}
