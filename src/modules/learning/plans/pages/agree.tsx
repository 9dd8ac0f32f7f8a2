import { TextInput } from '@mantine/core'
import { useWords } from '../../../../platform/i18n.ts'
import { Form, useForm } from '../../../../web/form.tsx'
import { Section, Sheet } from '../../../../web/page.tsx'
import { agreeStudyPlan, type StudyPlan } from '../contract.ts'
import { planWords as words } from '../messages.ts'

/** What is drafted becomes the plan. A change of an agreed plan says why. */
export function Agree({ plan: { id: studyPlanId, draft } }: { plan: StudyPlan }) {
  const say = useWords()
  const form = useForm(agreeStudyPlan, { initial: { studyPlanId, reason: draft?.reason ?? null } })
  const changes = (draft?.number ?? 1) > 1
  return (
    <Section title={say(words.version, { number: draft?.number ?? 1 })}>
      <Sheet>
        <div className="plan-facts">{say(words.agreeAbout)}</div>
        <div className="plan-agree">
          <Form form={form} submit={say(words.agree)}>
            {changes && (
              <TextInput
                label={say(words.reason)}
                description={say(words.reasonHelp)}
                {...form.field('reason')}
                value={form.values.reason ?? ''}
              />
            )}
          </Form>
        </div>
      </Sheet>
    </Section>
  )
}
