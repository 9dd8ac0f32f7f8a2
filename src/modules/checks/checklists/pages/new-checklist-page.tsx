import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useWords } from '../../../../platform/i18n.ts'
import { write } from '../../../../platform/web.tsx'
import { PageLink } from '../../../../web/link.tsx'
import { Page } from '../../../../web/page.tsx'
import { addChecklist } from '../contract.ts'
import { checklistWords as words } from '../messages.ts'
import { ChecklistForm } from './checklist-form.tsx'

export function NewChecklistPage() {
  const say = useWords()
  const navigate = useNavigate()
  const adding = useMutation({
    ...write(addChecklist),
    onSuccess: ({ id }) => void navigate({ to: `/checklists/${id}` as '/' }),
  })
  return (
    <Page title={say(words.add)} back={<PageLink to={'/checklists' as '/'}>{say(words.checklists)}</PageLink>}>
      <ChecklistForm submit={say(words.save)} sending={adding} send={(list) => adding.mutate(list)} />
    </Page>
  )
}
