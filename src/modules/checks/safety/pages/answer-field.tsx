import './safety.css'
import { Button, NumberInput } from '@mantine/core'
import { useWords } from '../../../../platform/i18n.ts'
import type { Answer, Asked } from '../../checklists/contract.ts'
import { rangeOf } from '../../checklists/pages/sayings.ts'
import { checkWords as words } from '../messages.ts'

type Value = Answer['value']

/** The ways to answer, large enough for a thumb. */
export function AnswerField({
  asked,
  value,
  onAnswer,
}: {
  asked: Asked
  value: Value
  onAnswer: (value: Value) => void
}) {
  const say = useWords()
  const na = { value: 'na', label: say(words.na) }
  if (asked.kind === 'yesNo')
    return (
      <Ways
        label={asked.text}
        ways={[{ value: 'yes', label: say(words.yes) }, { value: 'no', label: say(words.no) }, na]}
        value={value}
        onAnswer={onAnswer}
      />
    )
  if (asked.kind === 'choice')
    return (
      <Ways
        label={asked.text}
        ways={[...asked.choices.map(({ id, text }) => ({ value: id, label: text })), na]}
        value={value}
        onAnswer={onAnswer}
      />
    )
  if (asked.kind === 'score' && asked.most <= 10)
    return (
      <Ways
        label={asked.text}
        ways={[...Array.from({ length: asked.most + 1 }, (_, n) => ({ value: n, label: String(n) })), na]}
        value={value}
        onAnswer={onAnswer}
      />
    )
  const range = rangeOf(say, asked)
  return (
    <>
      <NumberInput
        aria-label={asked.text}
        description={range && say(words.inOrderFrom, { range })}
        inputMode="decimal"
        suffix={asked.unit ? ` ${asked.unit}` : ''}
        placeholder={say(words.value)}
        disabled={value === 'na'}
        value={typeof value === 'number' ? value : ''}
        {...(asked.kind === 'score' ? { min: 0, max: asked.most, allowDecimal: false } : {})}
        onChange={(next) => onAnswer(next === '' || Number.isNaN(Number(next)) ? null : Number(next))}
      />
      <div>
        <Button
          size="compact-md"
          variant={value === 'na' ? 'filled' : 'default'}
          aria-pressed={value === 'na'}
          onClick={() => onAnswer(value === 'na' ? null : 'na')}
        >
          {say(words.na)}
        </Button>
      </div>
    </>
  )
}

function Ways({
  label,
  ways,
  value,
  onAnswer,
}: {
  label: string
  ways: readonly { value: string | number; label: string }[]
  value: Value
  onAnswer: (value: Value) => void
}) {
  return (
    <div className="check-ways" role="radiogroup" aria-label={label}>
      {ways.map((way) => (
        // biome-ignore lint/a11y/useSemanticElements: a large target for a thumb, with the role of a radio
        <button
          key={way.value}
          type="button"
          role="radio"
          aria-checked={value === way.value}
          className="check-way"
          onClick={() => onAnswer(way.value)}
        >
          {way.label}
        </button>
      ))}
    </div>
  )
}
