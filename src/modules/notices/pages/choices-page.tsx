import { Checkbox, Select, Switch, Text, TextInput } from '@mantine/core'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useWords } from '../../../platform/i18n.ts'
import { type Channel, channels } from '../../../platform/notice/matter.ts'
import { read, write } from '../../../platform/web.tsx'
import { Form, useForm } from '../../../web/form.tsx'
import { PageLink } from '../../../web/link.tsx'
import { useNotice } from '../../../web/notice.tsx'
import { Page, Section, Sheet } from '../../../web/page.tsx'
import { Trouble } from '../../../web/states.tsx'
import { type Choices, chooseWays, readChoices, setWishes } from '../choosing/contract.ts'
import { usualQuiet } from '../rules.ts'
import { Devices, Mailboxes } from './addresses.tsx'
import { pageWords as words } from './messages.ts'
import './notices.css'

/** By which ways somebody is told what, and when not. */
export function ChoicesPage() {
  const say = useWords()
  const { data: choices } = useSuspenseQuery(read(readChoices, {}))
  return (
    <Page
      title={say(words.toChoices)}
      about={say(words.choicesAbout)}
      back={<PageLink to="/notices">{say(words.back)}</PageLink>}
    >
      <Section title={say(words.whatBy)}>
        <Missing choices={choices} />
        <Sheet pad={false}>
          <ul className="lines">
            {choices.matters.map((matter) => (
              <MatterLine key={matter.matter} {...matter} />
            ))}
          </ul>
        </Sheet>
      </Section>
      <Devices choices={choices} />
      <Mailboxes choices={choices} />
      <Section title={say(words.quiet)}>
        <Wishes choices={choices} />
      </Section>
    </Page>
  )
}

function Missing({ choices: { addresses, mail } }: { choices: Choices }) {
  const say = useWords()
  const lines = [
    addresses.some(({ kind }) => kind === 'push') ? null : words.noPush,
    !mail || addresses.some(({ kind, confirmed }) => kind === 'email' && confirmed) ? null : words.noEmail,
  ].filter((line) => line !== null)
  return lines.map((line) => (
    <Text key={line[0]} size="sm" c="dimmed" mb="xs">
      {say(line)}
    </Text>
  ))
}

function MatterLine({ matter, label, channels: chosen }: Choices['matters'][number]) {
  const say = useWords()
  const choose = useMutation(write(chooseWays))
  // What was just ticked shows at once; a refusal takes it back.
  const now = choose.isPending ? choose.variables.channels : chosen
  const toggle = (way: Channel) =>
    choose.mutate({ matter, channels: now.includes(way) ? now.filter((one) => one !== way) : [...now, way] })
  return (
    <li>
      <div className="matter-line">
        <span>{label}</span>
        <div className="matter-ways">
          {channels.map((way) => (
            <Checkbox
              key={way}
              label={say(words[way])}
              aria-label={say(words.matterBy, { matter: label, way: say(words[way]) })}
              checked={now.includes(way)}
              onChange={() => toggle(way)}
            />
          ))}
        </div>
      </div>
      <Trouble error={choose.error} />
    </li>
  )
}

function Wishes({ choices: { quiet, language } }: { choices: Choices }) {
  const say = useWords()
  const notice = useNotice()
  const form = useForm(setWishes, { initial: { quiet, language }, done: () => notice(say(words.saved)) })
  const own = form.values.quiet
  return (
    <Form form={form} submit={say(words.save)}>
      <Switch
        label={say(words.quietOn)}
        description={say(words.quietHelp)}
        checked={own !== null}
        onChange={(event) => form.set('quiet', event.currentTarget.checked ? (quiet ?? usualQuiet) : null)}
      />
      {own && (
        <div className="quiet-times">
          <TextInput
            type="time"
            label={say(words.from)}
            value={own.from}
            error={form.errors['quiet.from']}
            onChange={(event) => form.set('quiet', { ...own, from: event.currentTarget.value })}
          />
          <TextInput
            type="time"
            label={say(words.to)}
            value={own.to}
            error={form.errors['quiet.to']}
            onChange={(event) => form.set('quiet', { ...own, to: event.currentTarget.value })}
          />
        </div>
      )}
      <Select
        label={say(words.language)}
        allowDeselect={false}
        value={form.values.language ?? 'office'}
        onChange={(value) => form.set('language', value === 'en' || value === 'zh-CN' ? value : null)}
        data={[
          { value: 'office', label: say(words.asOffice) },
          { value: 'zh-CN', label: say(words.chinese) },
          { value: 'en', label: say(words.english) },
        ]}
      />
    </Form>
  )
}
