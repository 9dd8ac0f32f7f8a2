import './quiz.css'
import { Button, Group, Text } from '@mantine/core'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useLanguage, useWords } from '../../../../platform/i18n.ts'
import { read, write } from '../../../../platform/web.tsx'
import { PageLink } from '../../../../web/link.tsx'
import { Page } from '../../../../web/page.tsx'
import { Trouble } from '../../../../web/states.tsx'
import { Lines } from '../../bank/pages/lines.tsx'
import { inLanguage } from '../../bank/rules.ts'
import { quizWords as words } from '../messages.ts'
import { type Sitting, seeAttempt, submitAttempt } from '../sitting/contract.ts'
import { isAnswered } from '../sitting/rules.ts'
import { AnswerField } from './answer-field.tsx'
import { useAnswerQueue } from './answer-queue.ts'

/** One question at a time; the time runs on the server, the answers are kept as they are given. */
export function SitPage() {
  const { quizId, attemptId } = useParams({ strict: false }) as { quizId: string; attemptId: string }
  // Read once: what is answered since is on this page.
  const { data } = useSuspenseQuery({
    ...read(seeAttempt, { quizId, attemptId }),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnMount: 'always',
  })
  return <Sit key={data.id} sitting={data} />
}

function Sit({ sitting }: { sitting: Sitting }) {
  const say = useWords()
  const language = useLanguage()
  const navigate = useNavigate()
  const { id: attemptId, quizId, questions } = sitting
  const queue = useAnswerQueue(quizId, attemptId, sitting.answers)
  const [at, setAt] = useState(0)
  const [given, setGiven] = useState<Record<number, string[]>>(() =>
    Object.fromEntries(
      [...sitting.answers, ...Object.values(queue.waiting)].map(({ position, answer }) => [position, answer]),
    ),
  )
  const toResult = () => void navigate({ to: `/learning/quizzes/${quizId}/attempts/${attemptId}/result` as '/' })
  const handing = useMutation({ ...write(submitAttempt), onSuccess: toResult })
  const handIn = async () => {
    await queue.flush()
    handing.mutate({ quizId, attemptId })
  }
  const left = useTimeLeft(sitting, () => void handIn())
  const over = sitting.submittedAt !== null || queue.error !== null || left === 0
  useEffect(() => {
    if (sitting.submittedAt) handing.mutate({ quizId, attemptId })
  }, [sitting.submittedAt, quizId, attemptId, handing.mutate])
  const question = questions[at]
  const open = questions.filter(({ position }) => !isAnswered(given[position])).length
  const waiting = Object.keys(queue.waiting).length
  return (
    <Page
      title={sitting.quizName}
      back={<PageLink to={`/learning/quizzes/${quizId}` as '/'}>{say(words.backToQuiz)}</PageLink>}
    >
      <div className="quiz-head">
        <span>{say(words.question, { n: at + 1, all: questions.length })}</span>
        {left !== null && <span role="timer">{say(words.left, { time: clock(left) })}</span>}
      </div>
      <Trouble error={queue.error ?? handing.error} />
      {question && !over && (
        <section aria-label={say(words.question, { n: at + 1, all: questions.length })}>
          <div className="quiz-stem">
            <Lines inherit text={inLanguage(question.stem, language)} />
            <Text size="sm" c="dimmed">
              {say(words.points, { n: question.points })}
            </Text>
          </div>
          <AnswerField
            key={question.position}
            question={question}
            answer={given[question.position] ?? []}
            onAnswer={(answer) => {
              setGiven((now) => ({ ...now, [question.position]: answer }))
              queue.answer(question.position, answer)
            }}
          />
        </section>
      )}
      {over && <Text mt="md">{say(words.timeOver)}</Text>}
      <Group mt="lg" justify="space-between">
        <Button variant="default" disabled={at === 0 || over} onClick={() => setAt(at - 1)}>
          {say(words.previous)}
        </Button>
        {at < questions.length - 1 && !over ? (
          <Button onClick={() => setAt(at + 1)}>{say(words.next)}</Button>
        ) : (
          <Button loading={handing.isPending} onClick={() => void handIn()}>
            {open > 0 && !over ? say(words.handInWith, { n: open }) : say(words.handIn)}
          </Button>
        )}
      </Group>
      <Text size="sm" c="dimmed" mt="sm" role="status">
        {queue.offline && waiting > 0
          ? say(words.waiting, { n: waiting })
          : say(waiting > 0 ? words.saving : words.saved)}
      </Text>
      <nav className="quiz-map" aria-label={say(words.lookThrough)}>
        {questions.map(({ position }, i) => (
          <button
            type="button"
            key={position}
            data-answered={isAnswered(given[position]) || undefined}
            aria-current={i === at ? 'step' : undefined}
            aria-label={`${say(words.question, { n: i + 1, all: questions.length })}, ${say(isAnswered(given[position]) ? words.answered : words.unanswered)}`}
            onClick={() => setAt(i)}
          >
            {i + 1}
          </button>
        ))}
      </nav>
    </Page>
  )
}

const two = (n: number): string => String(n).padStart(2, '0')
const clock = (seconds: number): string =>
  `${seconds >= 3600 ? `${Math.floor(seconds / 3600)}:` : ''}${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`

/** Seconds left on the server's clock, whatever this device believes; null without a limit. */
function useTimeLeft({ endsAt, now }: Sitting, over: () => void): number | null {
  const [ahead] = useState(() => Date.now() - +now)
  const end = endsAt && +endsAt + ahead
  const [left, setLeft] = useState(() => (end ? secondsTo(end) : null))
  const tell = useRef(over)
  tell.current = over
  useEffect(() => {
    if (!end) return
    const timer = setInterval(() => {
      const seconds = secondsTo(end)
      setLeft(seconds)
      if (seconds > 0) return
      clearInterval(timer)
      tell.current()
    }, 500)
    return () => clearInterval(timer)
  }, [end])
  return left
}

const secondsTo = (end: number): number => Math.max(0, Math.ceil((end - Date.now()) / 1000))
