import { Button, Group, Text } from '@mantine/core'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useWords, type Words } from '../../../../platform/i18n.ts'
import { read, write } from '../../../../platform/web.tsx'
import { ButtonLink, PageLink } from '../../../../web/link.tsx'
import { Moment } from '../../../../web/moment.tsx'
import { useNotice } from '../../../../web/notice.tsx'
import { Page, Section, Sheet, State } from '../../../../web/page.tsx'
import { Trouble } from '../../../../web/states.tsx'
import { publishQuiz, type QuizCard, seeQuiz } from '../contract.ts'
import { quizRefusals, quizWords as words } from '../messages.ts'
import { startAttempt } from '../sitting/contract.ts'
import { QuizTerms } from './quiz-terms.tsx'
import { Standing } from './quizzes-page.tsx'

/** A quiz before it is sat, and how one did. */
export function QuizPage() {
  const say = useWords()
  const navigate = useNavigate()
  const { quizId } = useParams({ strict: false }) as { quizId: string }
  const { data } = useSuspenseQuery(read(seeQuiz, { quizId }))
  const starting = useMutation({
    ...write(startAttempt),
    onSuccess: ({ id }) => void navigate({ to: `/learning/quizzes/${quizId}/attempts/${id}` as '/' }),
  })
  const { mine, refusal, attemptsMade } = data
  return (
    <Page
      title={data.name}
      about={<QuizTerms quiz={data} />}
      back={<PageLink to={'/learning/quizzes' as '/'}>{say(words.quizzes)}</PageLink>}
      actions={<Standing quiz={data} />}
    >
      <Sheet>
        {data.about && <Text mb="sm">{data.about}</Text>}
        <Text c="dimmed" mb="md">
          {say(words.clockStarts)}
        </Text>
        <Trouble error={starting.error} />
        {refusal ? (
          <Text>{say((quizRefusals as Record<string, Words>)[refusal] ?? quizRefusals.quizClosed)}</Text>
        ) : (
          <Button size="md" loading={starting.isPending} onClick={() => starting.mutate({ quizId })}>
            {say(mine.open ? words.goOn : mine.made > 0 ? words.again : words.start)}
          </Button>
        )}
      </Sheet>
      {attemptsMade.some(({ submittedAt }) => submittedAt) && (
        <Section title={say(words.myAttempts)}>
          <ul className="sheet lines">
            {attemptsMade
              .filter(({ submittedAt }) => submittedAt)
              .map(({ id, number, submittedAt, score, most, passed }) => (
                <li key={id}>
                  <div className="line-with-action">
                    <PageLink to={`/learning/quizzes/${quizId}/attempts/${id}/result` as '/'}>
                      {say(words.attempt, { n: number })}
                    </PageLink>
                    <State tone={passed ? 'do' : undefined}>
                      {say(score === null ? words.awaitsMark : passed ? words.passed : words.notPassed)}
                    </State>
                  </div>
                  <Text size="sm" c="dimmed" component="div">
                    {score !== null && `${say(words.score, { score, most })} · `}
                    {submittedAt && <Moment at={submittedAt} />}
                  </Text>
                </li>
              ))}
          </ul>
        </Section>
      )}
      {data.mayChange && <Keeping quiz={data} />}
    </Page>
  )
}

function Keeping({ quiz: { id: quizId, published } }: { quiz: QuizCard }) {
  const say = useWords()
  const notice = useNotice()
  const publishing = useMutation({ ...write(publishQuiz), onSuccess: () => notice(say(words.published)) })
  return (
    <Section title={say(words.keep)}>
      <Trouble error={publishing.error} />
      <Group gap="xs">
        {!published && (
          <Button loading={publishing.isPending} onClick={() => publishing.mutate({ quizId })}>
            {say(words.publish)}
          </Button>
        )}
        <ButtonLink variant="default" to={`/learning/quizzes/${quizId}/change` as '/'}>
          {say(words.change)}
        </ButtonLink>
        <ButtonLink variant="default" to={`/learning/quizzes/${quizId}/results` as '/'}>
          {say(words.results)}
        </ButtonLink>
        <ButtonLink variant="default" to={`/learning/quizzes/${quizId}/marking` as '/'}>
          {say(words.marking)}
        </ButtonLink>
      </Group>
    </Section>
  )
}
