import { Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useLanguage, useWords } from '../../../../platform/i18n.ts'
import { bankWords } from '../../bank/messages.ts'
import { Lines } from '../../bank/pages/lines.tsx'
import { inLanguage } from '../../bank/rules.ts'
import { quizWords as words } from '../messages.ts'
import { answersPiece, shownPiece, withoutPiece } from '../sitting/rules.ts'
import { Choices, Match, Order, type AnswerProps as Props } from './choosing-fields.tsx'

/** How a question of each kind is answered: large enough for a thumb, all of it with a keyboard. */
export function AnswerField(props: Props) {
  const say = useWords()
  const { question, answer, onAnswer, name = `q${question.position}` } = props
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return <Choices {...props} several={question.kind === 'multiple'} />
    case 'trueFalse':
      return (
        <fieldset className="quiz-choices" aria-label={say(words.yourAnswer)}>
          {(['true', 'false'] as const).map((value) => (
            <label className="quiz-choice" key={value}>
              <input type="radio" name={name} checked={answer[0] === value} onChange={() => onAnswer([value])} />
              <span>{say(value === 'true' ? bankWords.isTrue : bankWords.isFalse)}</span>
            </label>
          ))}
        </fieldset>
      )
    case 'number':
      return (
        <TextInput
          label={say(words.yourNumber)}
          inputMode="decimal"
          value={answer[0] ?? ''}
          onChange={(event) => onAnswer([event.currentTarget.value])}
        />
      )
    case 'text':
      return (
        <Textarea
          label={say(words.yourAnswer)}
          autosize
          minRows={4}
          maxLength={4000}
          value={answer[0] ?? ''}
          onChange={(event) => onAnswer([event.currentTarget.value])}
        />
      )
    case 'fill':
      return (
        <Stack gap="sm">
          {Array.from({ length: question.blanks }, (_, i) => i).map((i) => (
            <TextInput
              key={i}
              label={say(words.blankOf, { n: i + 1 })}
              value={answer[i] ?? ''}
              onChange={(event) => {
                const text = event.currentTarget.value
                onAnswer(Array.from({ length: question.blanks }, (_, j) => (j === i ? text : (answer[j] ?? ''))))
              }}
            />
          ))}
        </Stack>
      )
    case 'order':
      return <Order {...props} />
    case 'match':
      return <Match {...props} />
    case 'several':
      return <Several {...props} />
  }
}

/** Several things at once, one below the other; an answer holds what answers each. */
function Several({ question, answer, onAnswer }: Props) {
  const say = useWords()
  const language = useLanguage()
  return (
    <Stack gap="lg">
      {question.pieces.map(({ options }, i) => {
        const typed = options.length === 0
        const isOwn = (entry: string): boolean => answersPiece(question, i, entry)
        const piece = shownPiece(question, i)
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: what is asked has an order and no names
          <section key={i} aria-label={say(words.pieceOf, { n: i + 1 })} className="quiz-piece">
            <Text size="sm" c="dimmed">
              {say(words.pieceOf, { n: i + 1 })}
            </Text>
            <Lines text={inLanguage(piece.stem, language)} />
            <AnswerField
              name={`q${question.position}p${i}`}
              question={piece}
              answer={answer.filter(isOwn).map(withoutPiece)}
              onAnswer={(next) =>
                onAnswer([
                  ...answer.filter((entry) => !isOwn(entry)),
                  ...next.map((entry) => (typed ? `p${i}=${entry}` : entry)),
                ])
              }
            />
          </section>
        )
      })}
    </Stack>
  )
}
