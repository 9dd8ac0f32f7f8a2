import { Button, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useWords } from '../../../../platform/i18n.ts'
import { write } from '../../../../platform/web.tsx'
import { dayIn } from '../../../../platform/zone.ts'
import { useDates, useHours } from '../../../../web/moment.tsx'
import { useNotice } from '../../../../web/notice.tsx'
import { Section, State } from '../../../../web/page.tsx'
import { Trouble } from '../../../../web/states.tsx'
import { fitTopic, type Proposal, type StudyPlan } from '../contract.ts'
import { topicStateWords, planWords as words } from '../messages.ts'

/** What is missing, on the days that are free for it. */
export function Fits({ plan }: { plan: StudyPlan }) {
  const say = useWords()
  const hours = useHours()
  const { proposals, unfitted } = plan
  return (
    <Section title={say(words.fits)}>
      {proposals.length === 0 && unfitted.length === 0 ? (
        <p className="sheet quiet">{say(words.allFits)}</p>
      ) : (
        <>
          {proposals.length > 0 && (
            <>
              <Text size="sm" c="dimmed" mb="xs">
                {say(words.fitsAbout)}
              </Text>
              <ul className="sheet lines">
                {proposals.map((fit) => (
                  <FitLine key={`${fit.topicId} ${+fit.startsAt}`} studyPlanId={plan.id} fit={fit} />
                ))}
              </ul>
            </>
          )}
          {unfitted.length > 0 && (
            <ul className="sheet lines">
              {unfitted.map(({ topicId, title, minutes }) => (
                <li key={topicId}>{say(words.unfitted, { topic: title, hours: hours(minutes) })}</li>
              ))}
            </ul>
          )}
        </>
      )}
    </Section>
  )
}

function FitLine({ studyPlanId, fit }: { studyPlanId: string; fit: Proposal }) {
  const say = useWords()
  const dates = useDates()
  const notice = useNotice()
  const { topicId, title, activityId, startsAt, endsAt, late } = fit
  const day = dates.dayAt(startsAt, { weekday: true })
  const put = useMutation({
    ...write(fitTopic),
    onSuccess: () => notice(say(words.putDone, { topic: title, day })),
  })
  return (
    <li>
      <div className="line-with-action">
        <div>
          {title} {late && <State tone="late">{say(topicStateWords.late)}</State>}
          <Text size="sm" c="dimmed" component="div">
            {dates.span(startsAt, endsAt, { weekday: true })}
            {activityId === null && ` · ${say(words.newDay)}`}
          </Text>
        </div>
        <Button
          variant="default"
          size="compact-md"
          aria-label={say(words.putOf, { topic: title, day })}
          loading={put.isPending}
          onClick={() =>
            put.mutate({
              studyPlanId,
              topicId,
              activityId,
              day: activityId === null ? dayIn(dates.timeZone, startsAt) : null,
            })
          }
        >
          {say(words.put)}
        </Button>
      </div>
      <Trouble error={put.error} />
    </li>
  )
}
