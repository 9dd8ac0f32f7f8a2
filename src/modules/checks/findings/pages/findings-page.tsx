import { Group, NativeSelect, SegmentedControl } from '@mantine/core'
import { IconChecklist } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { useWords } from '../../../../platform/i18n.ts'
import { call } from '../../../../platform/web.tsx'
import { useAddress } from '../../../../web/address.ts'
import { Filters } from '../../../../web/filters.tsx'
import { ButtonLink } from '../../../../web/link.tsx'
import { useHas } from '../../../../web/me.ts'
import { Page, Section } from '../../../../web/page.tsx'
import { Empty, Failure, Loading } from '../../../../web/states.tsx'
import { useScopes } from '../../../indicators/pages/scopes.ts'
import { grades, origins } from '../contract.ts'
import { listActions } from '../listing/contract.ts'
import { gradeWords, originWords, findingWords as words } from '../messages.ts'
import { ActionRows, UnassignedLines } from './action-rows.tsx'

const { whose, state, origin, grade, sort } = listActions.input.shape
const Address = z.object({
  whose: whose.catch('mine'),
  state: state.catch('open'),
  organization: z.uuid().optional().catch(undefined),
  origin: origin.catch(undefined),
  grade: grade.catch(undefined),
  sort: sort.catch('due'),
})

const states = { open: words.stateOpen, overdue: words.stateOverdue, done: words.stateDone, closed: words.stateClosed }
const orders = { due: words.byDue, owner: words.byOwner, organization: words.byOrganization, grade: words.byGrade }

/** What is not in order yet: mine, or that of my organization; what is overdue first. */
export function FindingsPage() {
  const say = useWords()
  const sees = useHas('readFigures')
  const [{ organization, ...address }, setAddress] = useAddress(Address)
  const asked = { ...address, organizationId: address.whose === 'all' ? organization : undefined }
  const list = useInfiniteQuery({
    queryKey: [listActions.name, asked],
    queryFn: ({ pageParam }) => call(listActions, { ...asked, offset: pageParam }),
    initialPageParam: 0,
    getNextPageParam: (last, all) => (last.more ? all.reduce((sum, { rows }) => sum + rows.length, 0) : undefined),
    placeholderData: keepPreviousData,
  })
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? []
  const unassigned = list.data?.pages[0]?.unassigned ?? []
  const mine = address.whose === 'mine'
  return (
    <Page title={say(words.findings)} about={say(words.about)}>
      <Filters
        search={
          <Group gap="sm">
            {sees && (
              <SegmentedControl
                aria-label={say(words.whose)}
                data={[
                  { value: 'mine', label: say(words.mine) },
                  { value: 'all', label: say(words.all) },
                ]}
                value={address.whose}
                onChange={(next) => setAddress({ whose: next as 'mine' | 'all' })}
              />
            )}
          </Group>
        }
        set={
          [organization, address.origin, address.grade, address.state !== 'open', address.sort !== 'due'].filter(
            Boolean,
          ).length
        }
      >
        <NativeSelect
          label={say(words.state)}
          value={address.state}
          data={Object.entries(states).map(([value, label]) => ({ value, label: say(label) }))}
          onChange={(event) => setAddress({ state: event.currentTarget.value as keyof typeof states })}
        />
        {!mine && <OrganizationFilter value={organization} onChange={(next) => setAddress({ organization: next })} />}
        <NativeSelect
          label={say(words.origin)}
          value={address.origin ?? ''}
          data={[
            { value: '', label: say(words.any) },
            ...origins.map((value) => ({ value, label: say(originWords[value]) })),
          ]}
          onChange={(event) => setAddress({ origin: origin.catch(undefined).parse(event.currentTarget.value) })}
        />
        <NativeSelect
          label={say(words.grade)}
          value={address.grade ?? ''}
          data={[
            { value: '', label: say(words.any) },
            ...grades.map((value) => ({ value, label: say(gradeWords[value]) })),
          ]}
          onChange={(event) => setAddress({ grade: grade.catch(undefined).parse(event.currentTarget.value) })}
        />
        <NativeSelect
          label={say(words.sort)}
          value={address.sort}
          data={Object.entries(orders).map(([value, label]) => ({ value, label: say(label) }))}
          onChange={(event) => setAddress({ sort: event.currentTarget.value as keyof typeof orders })}
        />
      </Filters>
      {list.error && !list.data && <Failure error={list.error} retry={() => void list.refetch()} />}
      {!list.data && !list.error && <Loading />}
      {list.data && rows.length === 0 && unassigned.length === 0 && (
        <Empty
          icon={<IconChecklist size={28} stroke={1.6} />}
          action={
            mine &&
            sees && (
              <ButtonLink to={'.' as '/'} search={{ whose: 'all' } as never} variant="default">
                {say(words.showAll)}
              </ButtonLink>
            )
          }
        >
          {say(mine && address.state === 'open' ? words.noneMine : words.none)}
        </Empty>
      )}
      {unassigned.length > 0 && (
        <Section title={`${say(words.unassigned)} · ${unassigned.length}`}>
          <UnassignedLines findings={unassigned} />
        </Section>
      )}
      {rows.length > 0 && (
        <ActionRows
          rows={rows}
          more={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
          loading={list.isFetchingNextPage}
        />
      )}
    </Page>
  )
}

function OrganizationFilter({
  value,
  onChange,
}: {
  value: string | undefined
  onChange: (next: string | undefined) => void
}) {
  const say = useWords()
  const { known } = useScopes()
  return (
    <NativeSelect
      label={say(words.organization)}
      value={value ?? ''}
      data={[{ value: '', label: say(words.any) }, ...known]}
      onChange={(event) => onChange(event.currentTarget.value || undefined)}
    />
  )
}
