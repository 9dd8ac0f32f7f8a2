import { Text } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useLanguage, useWords } from '../../../../platform/i18n.ts'
import type { Bilingual } from '../contract.ts'
import { kindWords, bankWords as words } from '../messages.ts'
import { rightTexts } from '../processing/rules.ts'
import { type Asked, inLanguage, letterOf, pieceOf } from '../rules.ts'
import { Lines } from './lines.tsx'
import './bank.css'

/** A question with what is right, for those who keep questions, and for whoever may see the answers afterwards. */
export function QuestionView({ question }: { question: Asked }) {
  const say = useWords()
  const language = useLanguage()
  const { content, keys } = question
  return (
    <div className="question">
      {content.pieces ? (
        <>
          <Stem text={content.stem} />
          {content.pieces.map((_, i) => {
            const piece = pieceOf(question, i)
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: what is asked has an order and no names
              <section className="question question-piece" key={i} aria-label={say(words.pieceOf, { n: i + 1 })}>
                <Text size="sm" c="dimmed">
                  {say(words.pieceOf, { n: i + 1 })}
                  {piece && ` · ${say(kindWords[piece.kind])}`}
                </Text>
                {piece && <Once question={piece} />}
              </section>
            )
          })}
        </>
      ) : (
        <Once question={question} />
      )}
      {keys.rules && <Text c="dimmed">{say(words.ownRules)}</Text>}
      {keys.explanation && (
        <section>
          <Text size="sm" c="dimmed">
            {say(words.explanation)}
          </Text>
          <Lines text={inLanguage(keys.explanation, language)} />
        </section>
      )}
    </div>
  )
}

const useOther = () => {
  const language = useLanguage()
  return (text: Bilingual): string | undefined => {
    const shown = inLanguage(text, language)
    return [text.zh, text.en].find((said) => said && said !== shown)
  }
}

function Stem({ text }: { text: Bilingual }) {
  const language = useLanguage()
  const other = useOther()(text)
  return (
    <>
      <Lines text={inLanguage(text, language)} />
      {other && <Lines text={other} c="dimmed" size="sm" />}
    </>
  )
}

/** What is asked once, and what is right. */
function Once({ question }: { question: Asked }) {
  const say = useWords()
  const language = useLanguage()
  const other = useOther()
  const { content, keys, kind } = question
  const right = new Set(keys.correct)
  return (
    <>
      <Stem text={content.stem} />
      {content.most && (
        <Text size="sm" c="dimmed">
          {say(words.chooseAtMost, { n: content.most })}
        </Text>
      )}
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
    </>
  )
}

function Key({ question: { kind, content, keys } }: { question: Asked }) {
  const say = useWords()
  const language = useLanguage()
  const letters = new Map(content.options.map(({ id }, i) => [id, letterOf(i)]))
  const named = new Map(content.targets.map(({ id, text }) => [id, inLanguage(text, language)]))
  const lines = (): string[] => {
    if (kind === 'trueFalse') return [say(keys.correct[0] === 'true' ? words.isTrue : words.isFalse)]
    if (kind === 'number' && keys.number)
      return [keys.number.tolerance ? say(words.plusMinus, keys.number) : String(keys.number.value)]
    if (kind === 'fill' || kind === 'number') {
      const texts = keys.rules ? rightTexts(keys.rules) : (keys.blanks ?? []).map((accepted) => accepted.join(' | '))
      return texts.length > 1 ? texts.map((text, i) => `${i + 1}. ${text}`) : texts
    }
    if (kind === 'order') return [keys.correct.map((id) => letters.get(id) ?? id).join(' → ')]
    if (kind === 'match')
      return keys.correct.map((pair) => {
        const [from = '', to = ''] = pair.split(' ')
        return say(words.pair, { from: letters.get(from) ?? from, to: named.get(to) ?? to })
      })
    if (keys.mapping)
      return [
        ...keys.mapping.entries.map(({ key, value }) => say(words.worth, { what: letters.get(key) ?? key, value })),
        ...(keys.mapping.otherwise ? [say(words.worthOther, { value: keys.mapping.otherwise })] : []),
      ]
    return kind === 'text' && keys.guide ? [inLanguage(keys.guide, language)] : []
  }
  const all = lines()
  if (all.length === 0) return null
  return (
    <section>
      <Text size="sm" c="dimmed">
        {say(kind === 'text' ? words.guide : words.answer)}
      </Text>
      <Lines text={all.join('\n')} />
    </section>
  )
}
