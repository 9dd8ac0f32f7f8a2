import { Text } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useLanguage, useWords } from '../../../../platform/i18n.ts'
import type { Bilingual, QuestionFields } from '../contract.ts'
import { bankWords as words } from '../messages.ts'
import { inLanguage, letterOf } from '../rules.ts'
import './bank.css'

/** A question with what is right, for those who keep questions, and for whoever may see the answers afterwards. */
export function QuestionView({ question }: { question: Pick<QuestionFields, 'kind' | 'content' | 'keys'> }) {
  const say = useWords()
  const language = useLanguage()
  const { content, keys, kind } = question
  const right = new Set(keys.correct)
  const other = (text: Bilingual): string | undefined => {
    const shown = inLanguage(text, language)
    return [text.zh, text.en].find((said) => said && said !== shown)
  }
  return (
    <div className="question">
      <Said text={inLanguage(content.stem, language)} />
      {other(content.stem) && <Said text={other(content.stem) ?? ''} dimmed />}
      {content.options.length > 0 && (
        <ol className="question-options">
          {content.options.map(({ id, text }, i) => (
            <li key={id} data-right={right.has(id) && kind !== 'order' ? true : undefined}>
              <span className="question-letter">{letterOf(i)}</span>
              <span>
                {inLanguage(text, language)}
                {other(text) && (
                  <Text span size="sm" c="dimmed">
                    {' '}
                    {other(text)}
                  </Text>
                )}
              </span>
              {right.has(id) && kind !== 'order' && (
                <IconCheck size={18} aria-label={say(words.right, { letter: letterOf(i) })} />
              )}
            </li>
          ))}
        </ol>
      )}
      <Key question={question} />
      {keys.rules && <Text c="dimmed">{say(words.ownRules)}</Text>}
      {keys.explanation && (
        <section>
          <Text size="sm" c="dimmed">
            {say(words.explanation)}
          </Text>
          <Said text={inLanguage(keys.explanation, language)} />
        </section>
      )}
    </div>
  )
}

const Said = ({ text, dimmed }: { text: string; dimmed?: true }) => (
  <div>
    {text.split('\n').map((line) => (
      <Text key={line} {...(dimmed ? { c: 'dimmed', size: 'sm' } : {})}>
        {line}
      </Text>
    ))}
  </div>
)

function Key({ question: { kind, content, keys } }: { question: Pick<QuestionFields, 'kind' | 'content' | 'keys'> }) {
  const say = useWords()
  const language = useLanguage()
  const letters = new Map(content.options.map(({ id }, i) => [id, letterOf(i)]))
  const named = new Map(content.targets.map(({ id, text }) => [id, inLanguage(text, language)]))
  const lines = (): string[] => {
    if (kind === 'trueFalse') return [say(keys.correct[0] === 'true' ? words.isTrue : words.isFalse)]
    if (kind === 'number' && keys.number)
      return [keys.number.tolerance ? say(words.plusMinus, keys.number) : String(keys.number.value)]
    if (kind === 'fill') return (keys.blanks ?? []).map((accepted, i) => `${i + 1}. ${accepted.join(' | ')}`)
    if (kind === 'order') return [keys.correct.map((id) => letters.get(id) ?? id).join(' → ')]
    if (kind === 'match')
      return keys.correct.map((pair) => {
        const [from = '', to = ''] = pair.split(' ')
        return say(words.pair, { from: letters.get(from) ?? from, to: named.get(to) ?? to })
      })
    if (kind === 'several')
      return keys.correct.flatMap((entry) => {
        const [from = '', to] = entry.split(' ')
        if (entry.includes('=')) return [entry.replace(/^p\d+=/, '')]
        return to ? [say(words.pair, { from: letters.get(from) ?? from, to: named.get(to) ?? to })] : []
      })
    return kind === 'text' && keys.guide ? [inLanguage(keys.guide, language)] : []
  }
  const all = lines()
  if (all.length === 0) return null
  return (
    <section>
      <Text size="sm" c="dimmed">
        {say(kind === 'text' ? words.guide : words.answer)}
      </Text>
      {all.map((line) => (
        <Text key={line}>{line}</Text>
      ))}
    </section>
  )
}
