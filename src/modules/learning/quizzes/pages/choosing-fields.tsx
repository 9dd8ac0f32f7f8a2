import { ActionIcon, Button, Select, Stack, Text } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useLanguage, useWords } from '../../../../platform/i18n.ts'
import { inLanguage, letterOf } from '../../bank/rules.ts'
import { quizWords as words } from '../messages.ts'
import type { Shown } from '../sitting/contract.ts'

export type AnswerProps = {
  question: Shown
  answer: readonly string[]
  onAnswer: (answer: string[]) => void
  /** of one of several things: its own name among the fields */
  name?: string
}
type Props = AnswerProps

export function Choices({ question, answer, onAnswer, name, several }: Props & { several: boolean }) {
  const say = useWords()
  const language = useLanguage()
  const { most } = question
  const full = several && most !== null && answer.length >= most
  return (
    <fieldset className="quiz-choices" aria-label={say(words.yourAnswer)}>
      {several && (
        <Text size="sm" c="dimmed">
          {most ? say(words.chooseAtMost, { n: most }) : say(words.chooseSeveral)}
        </Text>
      )}
      {question.options.map(({ id, text }, i) => (
        <label className="quiz-choice" key={id}>
          <input
            type={several ? 'checkbox' : 'radio'}
            name={name ?? `q${question.position}`}
            checked={answer.includes(id)}
            disabled={full && !answer.includes(id)}
            onChange={(event) => {
              if (!several) return onAnswer([id])
              onAnswer(event.currentTarget.checked ? [...answer, id] : answer.filter((own) => own !== id))
            }}
          />
          <span>{letterOf(i)}</span>
          <span>{inLanguage(text, language)}</span>
        </label>
      ))}
    </fieldset>
  )
}

export function Order({ question, answer, onAnswer }: Props) {
  const say = useWords()
  const language = useLanguage()
  const order = answer.length > 0 ? answer : question.options.map(({ id }) => id)
  const move = (from: number, to: number): void => {
    const next = [...order]
    const [taken] = next.splice(from, 1)
    if (taken) next.splice(to, 0, taken)
    onAnswer(next)
  }
  return (
    <>
      <ol className="quiz-order">
        {order.map((id, i) => {
          const what = inLanguage(question.options.find((own) => own.id === id)?.text, language)
          return (
            <li key={id}>
              <span>{i + 1}</span>
              <span>{what}</span>
              <ActionIcon
                variant="subtle"
                color="gray"
                size="xl"
                disabled={i === 0}
                aria-label={say(words.up, { what })}
                onClick={() => move(i, i - 1)}
              >
                <IconArrowUp size={20} aria-hidden />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                color="gray"
                size="xl"
                disabled={i === order.length - 1}
                aria-label={say(words.down, { what })}
                onClick={() => move(i, i + 1)}
              >
                <IconArrowDown size={20} aria-hidden />
              </ActionIcon>
            </li>
          )
        })}
      </ol>
      {answer.length === 0 && (
        <Button mt="sm" variant="default" onClick={() => onAnswer([...order])}>
          {say(words.confirmOrder)}
        </Button>
      )}
    </>
  )
}

export function Match({ question, answer, onAnswer }: Props) {
  const say = useWords()
  const language = useLanguage()
  const chosen = new Map(answer.map((pair) => pair.split(' ') as [string, string]))
  return (
    <Stack gap="sm">
      {question.options.map(({ id, text }) => {
        const what = inLanguage(text, language)
        return (
          <Select
            key={id}
            label={what}
            aria-label={say(words.matchFor, { what })}
            placeholder={say(words.chooseOne)}
            clearable
            data={question.targets.map((target) => ({ value: target.id, label: inLanguage(target.text, language) }))}
            value={chosen.get(id) ?? null}
            onChange={(target) => {
              const rest = answer.filter((pair) => !pair.startsWith(`${id} `))
              onAnswer(target ? [...rest, `${id} ${target}`] : rest)
            }}
          />
        )
      })}
    </Stack>
  )
}
