import { Button, Group, Text } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useWords } from '../../../../platform/i18n.ts'
import { addressOf, call, read, write } from '../../../../platform/web.tsx'
import { ButtonLink, PageLink } from '../../../../web/link.tsx'
import { useDates } from '../../../../web/moment.tsx'
import { useNotice } from '../../../../web/notice.tsx'
import { Page, Section, Sheet, State } from '../../../../web/page.tsx'
import { SidePanel } from '../../../../web/panel.tsx'
import { Trouble } from '../../../../web/states.tsx'
import { parsePeriod, periodWords } from '../../../indicators/period/rules.ts'
import { dutyWords } from '../../messages.ts'
import { FrozenFigure } from '../../pages/frozen-figure.tsx'
import {
  bringBackReview,
  finishReview,
  type Review,
  readReview,
  removeReview,
  reviewFile,
  reviewRecords,
} from '../contract.ts'
import { stageWords, reviewWords as words } from '../messages.ts'
import { DoReview } from './do-review.tsx'
import { Findings } from './findings.tsx'
import { ReviewText } from './review-text.tsx'
import './reviews.css'

/** One review: being done, being answered, or final. */
export function ReviewPage() {
  const { reviewId } = useParams({ from: '/reviews/$reviewId' })
  const say = useWords()
  const dates = useDates()
  const { data } = useSuspenseQuery(read(readReview, { reviewId }))
  const finish = useMutation(write(finishReview))
  const [opened, setOpened] = useState<string | null>(null)
  const figure = opened ? data.figures[opened] : undefined
  const { organization, checklist, stage, mayFinish, mayDo, plannedOn, reviewer } = data
  const period = parsePeriod(data.period)
  return (
    <Page
      title={say(words.line, { name: checklist.name, organization: organization.name })}
      about={[
        dates.day(plannedOn, { relative: false }),
        say(words.by, { name: reviewer.name }),
        period && `${say(words.period)} ${say(periodWords(period))}`,
      ]
        .filter(Boolean)
        .join(' · ')}
      back={<PageLink to={'/reviews' as '/'}>{say(words.reviews)}</PageLink>}
      actions={
        <Group gap="xs">
          {mayDo && <Remove review={data} />}
          {stage !== 'planned' && (
            <>
              <ButtonLink to={`/reviews/${reviewId}/comparison` as '/'} variant="default">
                {say(words.compare)}
              </ButtonLink>
              <Button
                component="a"
                href={addressOf(reviewFile, { reviewId })}
                download
                variant="default"
                leftSection={<IconDownload size={16} aria-hidden="true" />}
              >
                {say(words.word)}
              </Button>
            </>
          )}
        </Group>
      }
      primary={
        mayFinish
          ? { label: say(words.finish), onClick: () => finish.mutate({ reviewId }), loading: finish.isPending }
          : undefined
      }
    >
      <Trouble error={finish.error} />
      {mayDo ? (
        <DoReview key={reviewId} review={data} />
      ) : stage === 'planned' ? (
        <Sheet>
          <Text>{say(words.notYours)}</Text>
        </Sheet>
      ) : (
        <>
          <Head review={data} />
          <Section title={say(words.answers)}>
            <Findings review={data} />
          </Section>
          <ReviewText review={data} open={setOpened} />
        </>
      )}
      <SidePanel title={say(dutyWords.figure)} open={figure !== undefined} onClose={() => setOpened(null)}>
        {figure && (
          <FrozenFigure of={reviewId} figure={figure} ask={(asked) => call(reviewRecords, { reviewId, ...asked })} />
        )}
      </SidePanel>
    </Page>
  )
}

function Head({ review: { stage, findings, answered, sentAt, finalAt, mayAnswer, seen } }: { review: Review }) {
  const say = useWords()
  const dates = useDates()
  return (
    <Sheet>
      <State tone={stage === 'final' ? undefined : answered < findings ? 'soon' : 'do'}>{say(stageWords[stage])}</State>
      <Text size="sm" mt="xs">
        {[
          say(words.found, { count: findings }),
          findings > 0 && say(words.answeredOf, { answered, count: findings }),
          sentAt && say(words.sentOn, { day: dates.dayAt(sentAt) }),
          finalAt && say(words.finalOn, { day: dates.dayAt(finalAt) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      {mayAnswer && <Text size="sm">{say(words.mustAnswer)}</Text>}
      {seen && (
        <Text mt="sm" className="review-words">
          {seen}
        </Text>
      )}
    </Sheet>
  )
}

function Remove({ review: { id: reviewId } }: { review: Review }) {
  const say = useWords()
  const notice = useNotice()
  const navigate = useNavigate()
  const bringBack = useMutation(write(bringBackReview))
  const remove = useMutation({
    ...write(removeReview),
    onSuccess: () => {
      notice(say(words.removed), () => bringBack.mutateAsync({ reviewId }))
      void navigate({ to: '/reviews' as '/' })
    },
  })
  return (
    <Button variant="default" loading={remove.isPending} onClick={() => remove.mutate({ reviewId })}>
      {say(words.remove)}
    </Button>
  )
}
