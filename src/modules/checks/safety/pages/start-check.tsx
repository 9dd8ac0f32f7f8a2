import { Select } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useWords } from '../../../../platform/i18n.ts'
import { read } from '../../../../platform/web.tsx'
import { Form, useForm } from '../../../../web/form.tsx'
import { ButtonLink } from '../../../../web/link.tsx'
import { Empty } from '../../../../web/states.tsx'
import { listPlaces } from '../../../places/contract.ts'
import { listChecklists } from '../../checklists/contract.ts'
import { checklistWords } from '../../checklists/messages.ts'
import { startCheck } from '../contract.ts'
import { checkWords as words } from '../messages.ts'

/** The lists for safety checks, and the own stations and rooms, as choices. */
export function useWhatAndWhere() {
  const { data: lists } = useSuspenseQuery(read(listChecklists, { use: 'safety' }))
  const { data: places } = useSuspenseQuery(read(listPlaces, {}))
  return {
    checklists: lists.checklists.map(({ id, name }) => ({ value: id, label: name })),
    places: places
      .filter(({ kind, organizationId }) => kind !== 'address' && organizationId)
      .map(({ id, name, parentName }) => ({ value: id, label: [parentName, name].filter(Boolean).join(' · ') })),
  }
}

export function NoChecklist() {
  const say = useWords()
  return (
    <Empty action={<ButtonLink to={'/checklists' as '/'}>{say(checklistWords.checklists)}</ButtonLink>}>
      {say(words.noChecklist)}
    </Empty>
  )
}

/** A check that nobody planned. */
export function StartCheck() {
  const say = useWords()
  const navigate = useNavigate()
  const { checklists, places } = useWhatAndWhere()
  const form = useForm(startCheck, {
    initial: { checklistId: checklists[0]?.value ?? '', placeId: '' },
    done: ({ id }) => void navigate({ to: `/checks/${id}` as '/' }),
  })
  if (checklists.length === 0) return <NoChecklist />
  return (
    <Form form={form} submit={say(words.start)}>
      <Select label={say(words.checklist)} data={checklists} allowDeselect={false} {...form.field('checklistId')} />
      <Select label={say(words.place)} data={places} searchable {...form.field('placeId')} />
    </Form>
  )
}
