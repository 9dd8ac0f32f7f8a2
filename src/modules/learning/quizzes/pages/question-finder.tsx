import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLanguage, useWords } from '../../../../platform/i18n.ts'
import { read } from '../../../../platform/web.tsx'
import { type Bilingual, listQuestions } from '../../bank/contract.ts'
import { bankWords } from '../../bank/messages.ts'
import { inLanguage } from '../../bank/rules.ts'
import { quizWords as words } from '../messages.ts'

/** One question of the bank, at once: choosing is adding. */
export function QuestionFinder({
  taken,
  onPick,
}: {
  taken: readonly string[]
  onPick: (question: { id: string; stem: Bilingual }) => void
}) {
  const say = useWords()
  const language = useLanguage()
  const [typed, setTyped] = useState('')
  const [q] = useDebouncedValue(typed, 200)
  const { data } = useQuery({ ...read(listQuestions, { q, limit: 20 }), placeholderData: keepPreviousData })
  const free = (data?.questions ?? []).filter(({ id }) => !taken.includes(id))
  return (
    <Select
      aria-label={say(words.addFixed)}
      placeholder={say(words.addFixed)}
      data={free.map(({ id, stem }) => ({ value: id, label: inLanguage(stem, language).slice(0, 80) }))}
      value={null}
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      filter={({ options }) => options}
      nothingFoundMessage={say(bankWords.noneFound)}
      onChange={(id) => {
        const found = free.find((own) => own.id === id)
        if (!found) return
        onPick(found)
        setTyped('')
      }}
    />
  )
}
