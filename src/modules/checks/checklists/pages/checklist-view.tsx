import './checklists.css'
import { Text } from '@mantine/core'
import { useWords } from '../../../../platform/i18n.ts'
import { Section } from '../../../../web/page.tsx'
import type { Content } from '../contract.ts'
import { checklistWords as words } from '../messages.ts'
import { inShort } from './sayings.ts'

/** What a list asks, as it is read. */
export function ChecklistView({ content }: { content: Content }) {
  const say = useWords()
  return (
    <>
      {content.about && <Text mb="md">{content.about}</Text>}
      {content.sections.map(({ id, title, questions }) => (
        <Section key={id} title={title || say(words.untitled)}>
          <ol className="sheet lines">
            {questions.map((asked) => (
              <li key={asked.id}>
                <div>{asked.text}</div>
                <Text size="sm" c="dimmed" component="div">
                  {inShort(say, asked, content)}
                </Text>
              </li>
            ))}
          </ol>
        </Section>
      ))}
    </>
  )
}
