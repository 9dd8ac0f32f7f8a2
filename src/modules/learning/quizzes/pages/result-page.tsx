import './quiz.css'
import { Text } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useLanguage, useWords } from '../../../../platform/i18n.ts'
import { read } from '../../../../platform/web.tsx'
import { PageLink } from '../../../../web/link.tsx'
import { Page, State } from '../../../../web/page.tsx'
import { bankWords } from '../../bank/messages.ts'
import { inLanguage, letterOf } from '../../bank/rules.ts'
import { quizWords as words } from '../messages.ts'
import { seeResult, type Told } from '../sitting/contract.ts'
import { isAnswered } from '../sitting/rules.ts'

/** How it went: the score, and what was right as far as the quiz shows it. */
export function ResultPage() {
  const say = useWords()
  const { quizId, attemptId } = useParams({ strict: false }) as { quizId: string; attemptId: string }
  const { data } = useSuspenseQuery(read(seeResult, { quizId, attemptId }))
  const { score, most, passed, hidden } = data
  return (
    <Page
      title={score === null ? say(words.awaitsMark) : say(words.score, { score, most })}
      about={`${data.quizName} · ${say(words.passAt, { n: data.passPercent })}`}
      back={<PageLink to={`/learning/quizzes/${quizId}` as '/'}>{say(words.backToQuiz)}</PageLink>}
      actions={
        passed !== null && (
          <State tone={passed ? 'do' : undefined}>{say(passed ? words.passed : words.notPassed)}</State>
        )
      }
    >
      {hidden && <Text>{say(hidden === 'never' ? words.hiddenNever : words.hiddenAfterEnd)}</Text>}
      {data.questions.length > 0 && (
        <ol className="sheet lines quiz-told">
          {data.questions.map((question) => (
            <Line key={question.position} question={question} />
          ))}
        </ol>
      )}
    </Page>
  )
}

function Line({ question }: { question: Told }) {
  const say = useWords()
  const language = useLanguage()
  const { share, stem, explanation, position } = question
  const verdict =
    share === null ? words.notMarked : share === 1 ? words.right : share === 0 ? words.wrong : words.partly
  const inWords = useInWords(question)
  return (
    <li>
      <div className="line-with-action">
        <div>
          {position + 1}. {inLanguage(stem, language)}
        </div>
        <State tone={share === 1 ? 'do' : share === 0 ? 'late' : undefined}>{say(verdict)}</State>
      </div>
      <Text size="sm">
        {say(words.youSaid, { what: isAnswered(question.answer) ? inWords(question.answer) : say(words.nothing) })}
      </Text>
      {share !== 1 && (question.right.length > 0 || question.rightText.length > 0) && (
        <Text size="sm">
          {say(words.rightWas, {
            what: question.rightText.length > 0 ? question.rightText.join(' · ') : inWords(question.right),
          })}
        </Text>
      )}
      {explanation && (
        <Text size="sm" c="dimmed">
          {inLanguage(explanation, language)}
        </Text>
      )}
    </li>
  )
}

function useInWords({ kind, options, targets }: Told): (answer: readonly string[]) => string {
  const say = useWords()
  const language = useLanguage()
  const option = (id: string | undefined): string => {
    const at = options.findIndex((own) => own.id === id)
    return at < 0 ? '' : `${letterOf(at)} ${inLanguage(options[at]?.text, language)}`
  }
  const text = (all: Told['options'], id: string | undefined): string =>
    inLanguage(all.find((own) => own.id === id)?.text, language)
  return (answer) => {
    if (kind === 'trueFalse') return say(answer[0] === 'true' ? bankWords.isTrue : bankWords.isFalse)
    if (kind === 'order') return answer.map(option).join(' → ')
    if (kind === 'several')
      return answer
        .map((entry) => {
          const [from, to] = entry.split(' ')
          if (/^p\d+=/.test(entry)) return entry.replace(/^p\d+=/, '')
          return to ? `${text(options, from)} → ${text(targets, to)}` : text(options, from)
        })
        .join(' · ')
    if (kind === 'match')
      return answer
        .map((pair) => {
          const [from, to] = pair.split(' ')
          return `${option(from)} → ${text(targets, to)}`
        })
        .join(' · ')
    return kind === 'single' || kind === 'multiple' ? answer.map(option).join(' · ') : answer.join(' · ')
  }
}
