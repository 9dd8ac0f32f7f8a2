import { Text } from '@mantine/core'
import { useLanguage, useWords } from '../../../../platform/i18n.ts'
import { Section, State } from '../../../../web/page.tsx'
import { Door } from '../../../../web/panel.tsx'
import { checklistWords } from '../../../checks/checklists/messages.ts'
import { applying, isFine } from '../../../checks/checklists/rules.ts'
import { messages as figureWords } from '../../../indicators/messages.ts'
import { useSaid } from '../../../indicators/pages/records.tsx'
import type { Review } from '../contract.ts'
import { answerIn } from '../document/rules.ts'
import { reviewWords as words } from '../messages.ts'

/** What records and the reviewer say to each question, each number with what it was counted from. */
export function ReviewText({ review, open }: { review: Review; open: (question: string) => void }) {
  const say = useWords()
  const said = useSaid()
  const language = useLanguage()
  const { content, answers, figures } = review
  const asking = new Set(applying(content, answers).map(({ id }) => id))
  return content.sections.map(({ id, title, questions }) => {
    const asked = questions.filter((one) => asking.has(one.id))
    if (asked.length === 0) return null
    return (
      <Section key={id} title={title || say(checklistWords.untitled)}>
        <ul className="sheet lines">
          {asked.map((one) => {
            const given = answers[one.id]
            const figure = figures[one.id]
            const amiss = isFine(one, given?.value) === false
            return (
              <li key={one.id}>
                <div className="review-head">
                  <Text>{one.text}</Text>
                  <State tone={amiss ? 'late' : undefined}>
                    {[answerIn(language, one, given?.value), amiss && say(words.amiss)].filter(Boolean).join(' · ')}
                  </State>
                </div>
                {figure && (
                  <Text size="sm">
                    {say(words.fromRecords)}{' '}
                    <Door label={say(figureWords.showRecords)} onOpen={() => open(one.id)}>
                      {said(figure.inWords)}
                    </Door>
                  </Text>
                )}
                {given?.note && (
                  <Text size="sm" c="dimmed" className="review-words">
                    {given.note}
                  </Text>
                )}
              </li>
            )
          })}
        </ul>
      </Section>
    )
  })
}
