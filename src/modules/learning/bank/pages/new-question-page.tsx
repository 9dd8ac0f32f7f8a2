import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useWords } from '../../../../platform/i18n.ts'
import { write } from '../../../../platform/web.tsx'
import { PageLink } from '../../../../web/link.tsx'
import { Page } from '../../../../web/page.tsx'
import { addQuestion } from '../contract.ts'
import { bankWords as words } from '../messages.ts'
import { QuestionForm } from './question-form.tsx'

export function NewQuestionPage() {
  const say = useWords()
  const navigate = useNavigate()
  const adding = useMutation({
    ...write(addQuestion),
    onSuccess: ({ id }) => void navigate({ to: `/learning/questions/${id}` as '/' }),
  })
  return (
    <Page title={say(words.add)} back={<PageLink to={'/learning/questions' as '/'}>{say(words.questions)}</PageLink>}>
      <QuestionForm submit={say(words.save)} sending={adding} send={(question) => adding.mutate(question)} />
    </Page>
  )
}
