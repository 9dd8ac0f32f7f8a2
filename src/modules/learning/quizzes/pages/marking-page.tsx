import { Button, Group, Text } from '@mantine/core'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useLanguage, useWords } from '../../../../platform/i18n.ts'
import { read, write } from '../../../../platform/web.tsx'
import { PageLink } from '../../../../web/link.tsx'
import { Page } from '../../../../web/page.tsx'
import { Empty, Trouble } from '../../../../web/states.tsx'
import { inLanguage } from '../../bank/rules.ts'
import { listToMark, markAnswer } from '../marking/contract.ts'
import { quizWords as words } from '../messages.ts'
import { tidy } from '../rules.ts'

/** Short texts one below the other, the same question together; whose they are is not said. */
export function MarkingPage() {
  const say = useWords()
  const language = useLanguage()
  const { quizId } = useParams({ strict: false }) as { quizId: string }
  const { data } = useSuspenseQuery(read(listToMark, { quizId }))
  const marking = useMutation(write(markAnswer))
  return (
    <Page
      title={say(words.marking)}
      about={data.quizName}
      back={<PageLink to={`/learning/quizzes/${quizId}` as '/'}>{say(words.backToQuiz)}</PageLink>}
    >
      <Trouble error={marking.error} />
      {data.answers.length === 0 ? (
        <Empty>{say(words.nothingToMark)}</Empty>
      ) : (
        <ul className="sheet lines">
          {data.answers.map(({ attemptId, position, stem, guide, points, answer }) => (
            <li key={`${attemptId} ${position}`}>
              <Text size="sm" c="dimmed">
                {inLanguage(stem, language)}
              </Text>
              <Text my="xs">{answer}</Text>
              {guide && (
                <Text size="sm" c="dimmed">
                  {say(words.guide, { what: inLanguage(guide, language) })}
                </Text>
              )}
              <Group gap="xs" mt="xs">
                {[0, 0.25, 0.5, 0.75, 1].map((share) => (
                  <Button
                    key={share}
                    variant="default"
                    aria-label={say(words.markAs, { points: tidy(points * share), most: points })}
                    onClick={() => marking.mutate({ quizId, attemptId, position, share })}
                  >
                    {tidy(points * share)}
                  </Button>
                ))}
              </Group>
            </li>
          ))}
        </ul>
      )}
    </Page>
  )
}
