import { Table, Text } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useWords } from '../../../../platform/i18n.ts'
import { read } from '../../../../platform/web.tsx'
import { PageLink } from '../../../../web/link.tsx'
import { useDates } from '../../../../web/moment.tsx'
import { Page } from '../../../../web/page.tsx'
import { Empty } from '../../../../web/states.tsx'
import { useSaid } from '../../../indicators/pages/records.tsx'
import { type Comparison, compareReview } from '../contract.ts'
import { reviewWords as words } from '../messages.ts'
import './reviews.css'

type Given = Comparison['questions'][number]['given'][number]

/** One community's reviews with one list, side by side. */
export function ComparisonPage() {
  const { reviewId } = useParams({ from: '/reviews/$reviewId/comparison' })
  const say = useWords()
  const dates = useDates()
  const { data } = useSuspenseQuery(read(compareReview, { reviewId }))
  const { organization, checklist, reviews, questions } = data
  return (
    <Page
      wide
      title={say(words.compare)}
      about={say(words.compareAbout)}
      back={
        <PageLink to={`/reviews/${reviewId}` as '/'}>
          {say(words.line, { name: checklist.name, organization: organization.name })}
        </PageLink>
      }
    >
      {reviews.length < 2 && <Empty>{say(words.noEarlier)}</Empty>}
      <section className="sheet review-table" aria-label={say(words.compare)}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{say(words.question)}</Table.Th>
              {reviews.map(({ id, plannedOn }) => (
                <Table.Th key={id} scope="col">
                  <PageLink to={`/reviews/${id}` as '/'}>{dates.day(plannedOn, { relative: false })}</PageLink>
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            <Table.Tr>
              <Table.Th scope="row">{say(words.finding)}</Table.Th>
              {reviews.map(({ id, findings, closed }) => (
                <Table.Td key={id}>{say(words.closedOf, { closed, count: findings })}</Table.Td>
              ))}
            </Table.Tr>
            {questions.map(({ id, text, given }) => (
              <Table.Tr key={id}>
                <Table.Th scope="row" fw={400}>
                  {text}
                </Table.Th>
                {reviews.map(({ id: of }, i) => (
                  <Table.Td key={of}>
                    <Cell given={given[i] ?? null} />
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </section>
    </Page>
  )
}

function Cell({ given }: { given: Given }) {
  const say = useWords()
  const said = useSaid()
  if (!given || given.value === null)
    return (
      <Text size="sm" c="dimmed">
        {say(words.notAsked)}
      </Text>
    )
  const { fine, figure, value } = given
  const verdict = fine === null ? (value === 'na' ? '—' : String(value)) : say(fine ? words.fine : words.amiss)
  return <Text size="sm">{[figure && said(figure.inWords), verdict].filter(Boolean).join(' · ')}</Text>
}
