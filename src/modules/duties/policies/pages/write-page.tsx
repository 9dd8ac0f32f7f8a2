import { Text, Textarea, TextInput } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useWords } from '../../../../platform/i18n.ts'
import { read } from '../../../../platform/web.tsx'
import { Form, useForm } from '../../../../web/form.tsx'
import { PageLink } from '../../../../web/link.tsx'
import { useDates } from '../../../../web/moment.tsx'
import { Page, Sheet } from '../../../../web/page.tsx'
import { type Policy, readPolicy, writePolicy } from '../contract.ts'
import { policyWords as words } from '../messages.ts'
import { sectionsOf, textOf } from '../text/rules.ts'

/** A version is written as one text; its sections are told while it is written. */
export function WritePolicyPage() {
  const { policyId } = useParams({ from: '/policies/$policyId/write' })
  const say = useWords()
  const { data: policy } = useSuspenseQuery(read(readPolicy, { policyId }))
  return (
    <Page
      title={say(words.write)}
      about={say(words.draftAbout)}
      back={<PageLink to={`/policies/${policyId}` as '/'}>{policy.name}</PageLink>}
    >
      <Sheet>
        <Draft policy={policy} />
      </Sheet>
    </Page>
  )
}

function Draft({ policy: { id: policyId, draft, sections } }: { policy: Policy }) {
  const say = useWords()
  const dates = useDates()
  const navigate = useNavigate()
  const form = useForm(writePolicy, {
    initial: { policyId, text: draft?.text ?? textOf(sections), inForceFrom: draft?.inForceFrom ?? dates.today() },
    done: () => void navigate({ to: `/policies/${policyId}` as '/' }),
  })
  const found = sectionsOf(String(form.values.text ?? ''))
  return (
    <Form form={form} submit={say(words.keepDraft)}>
      <TextInput type="date" label={say(words.inForceFrom)} {...form.field('inForceFrom')} />
      <Textarea
        label={say(words.text)}
        description={say(words.textHelp)}
        autosize
        minRows={14}
        maxRows={40}
        {...form.field('text')}
      />
      <Text size="sm" c="dimmed" component="p" aria-live="polite" m={0}>
        {[say(words.sectionsFound, { n: found.length }), ...found.map(({ heading }) => heading).filter(Boolean)].join(
          ' · ',
        )}
      </Text>
    </Form>
  )
}
