import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useWords } from '../../../../platform/i18n.ts'
import { read } from '../../../../platform/web.tsx'
import { sessionWords } from '../../sessions/messages.ts'
import { listQuizzes } from '../contract.ts'

/** One of the quizzes that the reader knows of. */
export function QuizSelect({
  value,
  description,
  onChange,
}: {
  value: string | null
  description?: string
  onChange: (quizId: string | null) => void
}) {
  const say = useWords()
  const { data: quizzes = [] } = useQuery(read(listQuizzes, {}))
  return (
    <Select
      label={say(sessionWords.quiz)}
      description={description}
      data={quizzes.map(({ id, name }) => ({ value: id, label: name }))}
      searchable
      clearable
      value={value}
      onChange={onChange}
    />
  )
}
