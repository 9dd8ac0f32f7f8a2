import { ActionIcon, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useWords } from '../../../../platform/i18n.ts'
import { call, read, write } from '../../../../platform/web.tsx'
import { Form, useForm } from '../../../../web/form.tsx'
import { useNotice } from '../../../../web/notice.tsx'
import { Sheet } from '../../../../web/page.tsx'
import { Trouble } from '../../../../web/states.tsx'
import { PersonField } from '../../../organizations/pages/choosing.tsx'
import { type KeptApart, keepApart, letTogether, listKeptApart } from '../apart/contract.ts'
import { apartWords as words } from '../apart/messages.ts'

export function KeptApartPart() {
  const say = useWords()
  const { data: pairs } = useSuspenseQuery(read(listKeptApart, {}))
  return (
    <>
      <p>{say(words.about)}</p>
      <Sheet pad={false}>
        {pairs.length === 0 && <p className="quiet">{say(words.none)}</p>}
        <ul className="lines">
          {pairs.map((pair) => (
            <Pair key={pair.id} pair={pair} />
          ))}
        </ul>
      </Sheet>
      <KeepApart key={pairs.length} />
    </>
  )
}

function Pair({ pair: { id, one, other, reason } }: { pair: KeptApart }) {
  const say = useWords()
  const notice = useNotice()
  const names = { one: one.name, other: other.name }
  const again = () => call(keepApart, { onePersonId: one.id, otherPersonId: other.id, reason })
  const together = useMutation({ ...write(letTogether), onSuccess: () => notice(say(words.removed, names), again) })
  return (
    <li className="line-with-action">
      <div>
        {say(words.pair, names)}
        {reason && <div className="tree-note">{reason}</div>}
        <Trouble error={together.error} />
      </div>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={say(words.remove, names)}
        onClick={() => together.mutate({ keptApartId: id })}
      >
        <IconX size={18} aria-hidden />
      </ActionIcon>
    </li>
  )
}

function KeepApart() {
  const say = useWords()
  const form = useForm(keepApart, { initial: { onePersonId: '', otherPersonId: '', reason: null } })
  return (
    <Form form={form} submit={say(words.add)}>
      <PersonField
        label={say(words.one)}
        name="onePersonId"
        error={form.errors.onePersonId}
        value={form.values.onePersonId || null}
        onChange={(value) => form.set('onePersonId', value ?? '')}
      />
      <PersonField
        label={say(words.other)}
        name="otherPersonId"
        error={form.errors.otherPersonId}
        value={form.values.otherPersonId || null}
        onChange={(value) => form.set('otherPersonId', value ?? '')}
      />
      <TextInput
        label={say(words.reason)}
        name="reason"
        error={form.errors.reason}
        value={form.values.reason ?? ''}
        onChange={(event) => form.set('reason', event.currentTarget.value || null)}
      />
    </Form>
  )
}
