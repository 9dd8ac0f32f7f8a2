import './shifts.css'
import { Button, Checkbox, Group, TextInput } from '@mantine/core'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { useWords } from '../../../platform/i18n.ts'
import { call } from '../../../platform/web.tsx'
import { instantOf } from '../../../platform/zone.ts'
import { useAddress } from '../../../web/address.ts'
import { ButtonLink } from '../../../web/link.tsx'
import { useDates } from '../../../web/moment.tsx'
import { Page } from '../../../web/page.tsx'
import { Empty, Failure, Loading } from '../../../web/states.tsx'
import { shiftsForMe } from '../signing/contract.ts'
import { LeaderLinks } from './leader-links.tsx'
import { shiftWords } from './messages.ts'
import { ShiftCard } from './shift-card.tsx'
import { useShiftQueue } from './shift-queue.ts'
import { StartingPointLine } from './starting-point.tsx'

const Address = z.object({
  from: z.iso.date().optional().catch(undefined),
  all: z.literal('1').optional().catch(undefined),
})

/** Shifts for me, soonest and nearest first; with the others on request, each with its reason in words. */
export function OpenShiftsPage() {
  const say = useWords()
  const dates = useDates()
  const queue = useShiftQueue()
  const [address, setAddress] = useAddress(Address)
  // Only here: where somebody is stands in no address and in no storage.
  const [near, setNear] = useState<string>()
  const all = address.all === '1'
  const from = address.from ? instantOf(address.from, '00:00', dates.timeZone) : undefined
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: [shiftsForMe.name, address, near],
    queryFn: ({ pageParam }) =>
      call(shiftsForMe, {
        ...(from ? { from } : {}),
        ...(pageParam ? { after: pageParam } : {}),
        ...(near ? { near } : {}),
        all: all ? 'true' : 'false',
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  })
  const shifts = (data?.pages ?? []).flatMap((page) => page.shifts)
  return (
    <Page
      title={say(shiftWords.shifts)}
      about={say(shiftWords.shiftsAbout)}
      actions={
        <>
          <LeaderLinks />
          <ButtonLink to={'/shifts/mine' as '/'} variant="default">
            {say(shiftWords.mine)}
          </ButtonLink>
        </>
      }
    >
      <search className="shift-filters">
        <TextInput
          type="date"
          label={say(shiftWords.from)}
          value={address.from ?? dates.today()}
          min={dates.today()}
          onChange={(event) => setAddress({ from: event.currentTarget.value || undefined })}
        />
        <Checkbox
          label={say(shiftWords.all)}
          checked={all}
          onChange={(event) => setAddress({ all: event.currentTarget.checked ? '1' : undefined })}
        />
      </search>
      {data && <StartingPointLine from={data.pages[0]?.from ?? null} near={near} onNear={setNear} />}
      {error && !data ? <Failure error={error} retry={() => void refetch()} /> : null}
      {!data && !error ? <Loading shape="cards" /> : null}
      {data && shifts.length === 0 && !hasNextPage && (
        <Empty
          action={
            !all && (
              <Button variant="default" onClick={() => setAddress({ all: '1' })}>
                {say(shiftWords.showAll)}
              </Button>
            )
          }
        >
          {say(all ? shiftWords.nothingAtAll : shiftWords.nothingForMe)}
        </Empty>
      )}
      {shifts.length > 0 && (
        <ul className="sheet shift-list" aria-label={say(shiftWords.forMe)}>
          {shifts.map((shift) => (
            <ShiftCard key={shift.id} shift={shift} refusals={shift.refusals} queue={queue} />
          ))}
        </ul>
      )}
      {hasNextPage && (
        <Group justify="center" mt="md">
          <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {say(shiftWords.more)}
          </Button>
        </Group>
      )}
    </Page>
  )
}
