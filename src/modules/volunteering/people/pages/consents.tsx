import { Button, NativeSelect } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useWords } from '../../../../platform/i18n.ts'
import { write } from '../../../../platform/web.tsx'
import { Form, useForm } from '../../../../web/form.tsx'
import { useNotice } from '../../../../web/notice.tsx'
import { Section, Sheet } from '../../../../web/page.tsx'
import { Empty, Trouble } from '../../../../web/states.tsx'
import { type Consent, endConsent, noteConsent, waysGiven } from '../consents/contract.ts'
import { wayWords, consentWords as words } from '../consents/messages.ts'
import type { VolunteerCard } from '../contract.ts'

/** Who may act for somebody who agreed to it, and for whom they may act themselves. */
export function Consents({ person, mine, add }: { person: VolunteerCard; mine: boolean; add: () => void }) {
  const say = useWords()
  return (
    <Section
      title={say(words.title)}
      actions={
        <Button variant="default" size="sm" onClick={add}>
          {say(words.add)}
        </Button>
      }
    >
      {person.consents.length === 0 ? (
        <Empty>{say(mine ? words.noneMine : words.none)}</Empty>
      ) : (
        <Sheet pad={false}>
          <ul className="lines">
            {person.consents.map((consent) => (
              <ConsentLine key={consent.id} consent={consent} />
            ))}
          </ul>
        </Sheet>
      )}
    </Section>
  )
}

function ConsentLine({ consent }: { consent: Consent }) {
  const say = useWords()
  const notice = useNotice()
  const names = { helper: consent.helper.name, person: consent.person.name }
  const end = useMutation({ ...write(endConsent), onSuccess: () => notice(say(words.ended, names)) })
  return (
    <li className="line-with-action">
      <div>
        {say(words.helps, names)}
        <div className="membership-span">
          {say(words.given, { way: say(wayWords[consent.given]), by: consent.notedBy })}
        </div>
        <Trouble error={end.error} />
      </div>
      {consent.mayEnd && (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={say(words.end, names)}
          onClick={() => end.mutate({ consentId: consent.id })}
        >
          {say(words.endIt)}
        </Button>
      )}
    </li>
  )
}

export function AddConsent({ person, done }: { person: VolunteerCard; done: () => void }) {
  const say = useWords()
  const form = useForm(noteConsent, {
    initial: { personId: person.id, helperId: person.companions[0]?.id ?? '', given: 'inPerson' },
    done,
  })
  return (
    <>
      <p>{say(words.about)}</p>
      <Form form={form} submit={say(words.add)}>
        <NativeSelect
          label={say(words.helper)}
          data={person.companions.map(({ id, name }) => ({ value: id, label: name }))}
          {...form.field('helperId')}
        />
        <NativeSelect
          label={say(words.how)}
          data={waysGiven.map((value) => ({ value, label: say(wayWords[value]) }))}
          {...form.field('given')}
        />
      </Form>
    </>
  )
}
