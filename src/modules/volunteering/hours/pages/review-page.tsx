import { useSuspenseQuery } from '@tanstack/react-query'
import { Fragment } from 'react'
import { useWords } from '../../../../platform/i18n.ts'
import { read } from '../../../../platform/web.tsx'
import { PageLink } from '../../../../web/link.tsx'
import { Day, useHours } from '../../../../web/moment.tsx'
import { Page } from '../../../../web/page.tsx'
import { Rows } from '../../../../web/rows.tsx'
import { Empty } from '../../../../web/states.tsx'
import { reviewHours } from '../contract.ts'
import { oddityWords, reviewWords } from '../messages.ts'

/** What is unusual in the records of hours, for somebody to look at. */
export function ReviewPage() {
  const say = useWords()
  const hours = useHours()
  const { data } = useSuspenseQuery(read(reviewHours, {}))
  return (
    <Page title={say(reviewWords.title)} about={say(reviewWords.about)}>
      {data.records.length === 0 ? (
        <Empty>{say(reviewWords.none)}</Empty>
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
                <PageLink to={'/people/$personId/hours' as '/'} params={{ personId: one.personId } as never}>
                  {one.name}
                </PageLink>
              ),
            },
            {
              key: 'when',
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
