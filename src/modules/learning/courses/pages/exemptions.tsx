import { Button, Group, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useWords } from '../../../../platform/i18n.ts'
import { write } from '../../../../platform/web.tsx'
import { Section, State } from '../../../../web/page.tsx'
import { Trouble } from '../../../../web/states.tsx'
import type { Course } from '../contract.ts'
import { decideExemption } from '../exempting/contract.ts'
import { courseWords as words } from '../messages.ts'

/** Who need not do it, and why; a second person answers. */
export function Exemptions({ course }: { course: Course }) {
  const say = useWords()
  return (
    <Section title={say(words.exemptions)}>
      <ul className="sheet lines">
        {course.exemptions.map((exemption) => (
          <ExemptionLine key={exemption.id} exemption={exemption} />
        ))}
      </ul>
    </Section>
  )
}

function ExemptionLine({ exemption }: { exemption: Course['exemptions'][number] }) {
  const say = useWords()
  const decide = useMutation(write(decideExemption))
  const { id: exemptionId, personName, reason, askedBy, decidedBy, granted, mayDecide } = exemption
  const standing =
    granted === null ? say(words.waiting) : say(granted ? words.granted : words.declined, { name: decidedBy ?? '' })
  return (
    <li>
      <div className="line-with-action">
        <div>
          {personName}
          <Text size="sm" c="dimmed" component="div">
            {say(words.asked, { name: askedBy, reason })}
          </Text>
        </div>
        {mayDecide ? (
          <Group gap="xs">
            <Button
              size="compact-md"
              aria-label={say(words.grantOf, { name: personName })}
              loading={decide.isPending}
              onClick={() => decide.mutate({ exemptionId, granted: true })}
            >
              {say(words.grant)}
            </Button>
            <Button
              variant="default"
              size="compact-md"
              aria-label={say(words.declineOf, { name: personName })}
              loading={decide.isPending}
              onClick={() => decide.mutate({ exemptionId, granted: false })}
            >
              {say(words.decline)}
            </Button>
          </Group>
        ) : (
          <State tone={granted === null ? 'soon' : undefined}>{standing}</State>
        )}
      </div>
      <Trouble error={decide.error} />
    </li>
  )
}
