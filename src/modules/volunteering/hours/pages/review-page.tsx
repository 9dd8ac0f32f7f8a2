import { useSuspenseQuery } from '@tanstack/react-query'
import { Fragment } from 'react'
import { z } from 'zod'
import { useWords } from '../../../../platform/i18n.ts'
import { read } from '../../../../platform/web.tsx'
import { useAddress } from '../../../../web/address.ts'
import { PageLink } from '../../../../web/link.tsx'
import { Day, useHours } from '../../../../web/moment.tsx'
import { Page } from '../../../../web/page.tsx'
import { Rows } from '../../../../web/rows.tsx'
import { Empty } from '../../../../web/states.tsx'
import { Years } from '../../../../web/years.tsx'
import { reviewHours } from '../contract.ts'
import { oddityWords, reviewWords } from '../messages.ts'

const Address = z.object({ year: z.coerce.number().int().min(1900).max(2200).optional().catch(undefined) })

/** What is unusual in the records of hours, for somebody to look at. */
export function ReviewPage() {
  const say = useWords()
  const hours = useHours()
  const [{ year }] = useAddress(Address)
  const { data } = useSuspenseQuery(read(reviewHours, { year }))
  return (
    <Page title={say(reviewWords.title)} about={say(reviewWords.about)}>
      <Years year={data.year} />
      {data.records.length === 0 ? (
        <Empty>{say(reviewWords.none, { year: String(data.year) })}</Empty>
      ) : (
        <Rows
          name={say(reviewWords.title)}
          rows={data.records}
          rowKey={(one) => one.key}
          columns={[
            { key: 'what', head: say(reviewWords.what), cell: (one) => say(oddityWords[one.oddity]) },
            {
              key: 'who',
              head: say(reviewWords.who),
              fact: true,
              cell: (one) => (
                <PageLink
                  to={'/people/$personId/hours' as '/'}
                  params={{ personId: one.personId } as never}
                  search={{ year: data.year } as never}
                >
                  {one.name}
                </PageLink>
              ),
            },
            {
              key: 'when',
              fact: true,
              head: say(reviewWords.when),
              cell: (one) =>
                one.oddity === 'yearCap' ? (
                  say(reviewWords.wholeYear, { year: String(data.year) })
                ) : (
                  <Day of={one.day} />
                ),
            },
            {
              key: 'hours',
              fact: true,
              head: say(reviewWords.hours),
              end: true,
              cell: (one) => (one.limit ? `${hours(one.minutes)} / ${hours(one.limit)}` : hours(one.minutes)),
            },
            {
              key: 'where',
              head: say(reviewWords.where),
              fact: true,
              cell: (one) =>
                one.activities.map(({ id, title }, i) => (
                  <Fragment key={id}>
                    {i > 0 && ' · '}
                    <PageLink to={'/activities/$activityId' as '/'} params={{ activityId: id } as never}>
                      {title}
                    </PageLink>
                  </Fragment>
                )),
            },
          ]}
        />
      )}
    </Page>
  )
}
