import { Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useWords } from '../../../../platform/i18n.ts'
import { read } from '../../../../platform/web.tsx'
import { PageLink } from '../../../../web/link.tsx'
import { useHas } from '../../../../web/me.ts'
import { Page, State } from '../../../../web/page.tsx'
import { Empty } from '../../../../web/states.tsx'
import { learningWords } from '../../messages.ts'
import { listQuizzes, type QuizCard } from '../contract.ts'
import { quizWords as words } from '../messages.ts'
import { QuizTerms } from './quiz-terms.tsx'

/** What I may sit, and what I keep. */
export function QuizzesPage() {
  const say = useWords()
  const navigate = useNavigate()
  const keeps = useHas('keepQuestions')
  const { data } = useSuspenseQuery(read(listQuizzes, {}))
  return (
    <Page
      title={say(words.quizzes)}
      about={say(words.about)}
      back={<PageLink to={'/learning' as '/'}>{say(learningWords.learning)}</PageLink>}
      primary={
        keeps
          ? {
              label: say(words.add),
              icon: <IconPlus size={18} aria-hidden="true" />,
              onClick: () => void navigate({ to: '/learning/quizzes/new' as '/' }),
            }
          : undefined
      }
    >
      {data.length === 0 ? (
        <Empty>{say(words.none)}</Empty>
      ) : (
        <ul className="sheet lines">
          {data.map((quiz) => (
            <li key={quiz.id}>
              <div className="line-with-action">
                <PageLink to={`/learning/quizzes/${quiz.id}` as '/'}>{quiz.name}</PageLink>
                <Standing quiz={quiz} />
              </div>
              <Text size="sm" c="dimmed" component="div">
                <QuizTerms quiz={quiz} />
              </Text>
            </li>
          ))}
        </ul>
      )}
    </Page>
  )
}

export function Standing({ quiz: { published, mine } }: { quiz: Pick<QuizCard, 'published' | 'mine'> }) {
  const say = useWords()
  if (!published) return <State>{say(words.draft)}</State>
  if (mine.open) return <State tone="soon">{say(words.underWay)}</State>
  if (mine.passed) return <State tone="do">{say(words.passed)}</State>
  return mine.made > 0 ? <State>{say(mine.best === null ? words.awaitsMark : words.notPassed)}</State> : null
}
