import './quiz.css'
import { Text } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useLanguage, useWords } from '../../../../platform/i18n.ts'
import { read } from '../../../../platform/web.tsx'
import { PageLink } from '../../../../web/link.tsx'
import { Page, State } from '../../../../web/page.tsx'
import { bankWords } from '../../bank/messages.ts'
import { Lines } from '../../bank/pages/lines.tsx'
import { inLanguage, letterOf } from '../../bank/rules.ts'
import { quizWords as words } from '../messages.ts'
import { seeResult, type Told } from '../sitting/contract.ts'
import { answersPiece, isAnswered, shownPiece, withoutPiece } from '../sitting/rules.ts'

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
  return (
    <li>
      <div className="line-with-action">
        <Lines text={`${position + 1}. ${inLanguage(stem, language)}`} />
        <State tone={share === 1 ? 'do' : share === 0 ? 'late' : undefined}>{say(verdict)}</State>
      </div>
      {question.kind === 'several' ? <Pieces question={question} /> : <Answered question={question} />}
      {explanation && (
        <Text size="sm" c="dimmed">
          {inLanguage(explanation, language)}
        </Text>
      )}
    </li>
  )
}

type Asked = Pick<Told, 'kind' | 'options' | 'targets' | 'answer' | 'right' | 'rightText' | 'share'>

/** What was answered, and what was right where that is something else. */
function Answered({ question }: { question: Asked }) {
  const say = useWords()
  const inWords = useInWords(question)
  const { answer, right, rightText, share } = question
  const told =
    rightText.length > 0
      ? rightText.map((text) => text.split(' | ').join(say(words.or))).join(' · ')
      : right.length > 0
        ? inWords(right)
        : ''
  return (
    <>
      <Text size="sm">{say(words.youSaid, { what: isAnswered(answer) ? inWords(answer) : say(words.nothing) })}</Text>
      {share !== 1 && told && <Text size="sm">{say(words.rightWas, { what: told })}</Text>}
    </>
  )
}

/** Of several things each with its own answer; what they earn is said of all of them together. */
function Pieces({ question }: { question: Told }) {
  const say = useWords()
  const language = useLanguage()
  return question.pieces.map((_, i) => {
    const piece = shownPiece(question, i)
    const own = (entries: readonly string[]) =>
      entries.filter((entry) => answersPiece(question, i, entry)).map(withoutPiece)
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: what is asked has an order and no names
      <section key={i} className="quiz-piece-told">
        <Text size="sm" c="dimmed">
          {say(words.pieceOf, { n: i + 1 })}
        </Text>
        <Lines size="sm" text={inLanguage(piece.stem, language)} />
        <Answered question={{ ...piece, answer: own(question.answer), right: own(question.right) }} />
      </section>
    )
  })
}

function useInWords({ kind, options, targets }: Asked): (answer: readonly string[]) => string {
  const say = useWords()
  const language = useLanguage()
  // A choice has letters on the screen on which it is made.
  const option = (id: string | undefined): string => {
    const at = options.findIndex((own) => own.id === id)
    return at < 0 ? '' : `${letterOf(at)} ${inLanguage(options[at]?.text, language)}`
  }
  const text = (all: Told['options'], id: string | undefined): string =>
    inLanguage(all.find((own) => own.id === id)?.text, language)
  return (answer) => {
    if (kind === 'trueFalse') return say(answer[0] === 'true' ? bankWords.isTrue : bankWords.isFalse)
    if (kind === 'order') return answer.map((id) => text(options, id)).join(' → ')
    if (kind === 'match')
      return answer
        .map((pair) => {
          const [from, to] = pair.split(' ')
          return `${text(options, from)} → ${text(targets, to)}`
        })
        .join(' · ')
    return kind === 'single' || kind === 'multiple' ? answer.map(option).join(' · ') : answer.join(' · ')
  }
}
