import { Text } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { z } from 'zod'
import { useLanguage, useWords } from '../../../../platform/i18n.ts'
import { read } from '../../../../platform/web.tsx'
import { PageLink } from '../../../../web/link.tsx'
import { Page, Section, State } from '../../../../web/page.tsx'
import { type Column, Rows } from '../../../../web/rows.tsx'
import { Empty } from '../../../../web/states.tsx'
import { kindWords } from '../../bank/messages.ts'
import { inLanguage } from '../../bank/rules.ts'
import { doubtWords, quizWords as words } from '../messages.ts'
import { quizResults } from '../statistics/contract.ts'

type Results = z.output<typeof quizResults.output>
type Person = Results['people'][number]
type Item = Results['questions'][number]

/** Who sat it, and which questions want mending. */
export function ResultsPage() {
  const say = useWords()
  const { quizId } = useParams({ strict: false }) as { quizId: string }
  const { data } = useSuspenseQuery(read(quizResults, { quizId }))
  const people = usePeople()
  const items = useItems()
  const { begun, over, passed } = data
  return (
    <Page
      title={say(words.results)}
      about={[
        say(words.begun, { n: begun }),
        say(words.over, { n: over }),
        say(words.passedOf, { n: passed }),
        ...(data.toMark > 0 ? [say(words.toMark, { n: data.toMark })] : []),
      ].join(' · ')}
      back={<PageLink to={`/learning/quizzes/${quizId}` as '/'}>{say(words.backToQuiz)}</PageLink>}
      wide
    >
      {begun === 0 ? (
        <Empty>{say(words.noResults)}</Empty>
      ) : (
        <>
          <Section title={say(words.items)}>
            <Rows
              name={say(words.items)}
              columns={items}
              rows={data.questions}
              rowKey={({ questionId }) => questionId}
            />
          </Section>
          <Section title={say(words.people)}>
            <Rows name={say(words.people)} columns={people} rows={data.people} rowKey={({ personId }) => personId} />
          </Section>
        </>
      )}
    </Page>
  )
}

function usePeople(): Column<Person>[] {
  const say = useWords()
  return [
    { key: 'name', head: say(words.people), cell: ({ name }) => name },
    {
      key: 'score',
      head: say(words.result),
      fact: true,
      cell: ({ best, most }) => (best === null ? say(words.awaitsMark) : say(words.score, { score: best, most })),
    },
    {
      key: 'passed',
      head: say(words.passed),
      fact: true,
      cell: ({ best, passed }) =>
        best === null && !passed ? (
          '—'
        ) : (
          <State tone={passed ? 'do' : undefined}>{say(passed ? words.passed : words.notPassed)}</State>
        ),
    },
  ]
}

const percent = (share: number): string => `${Math.round(share * 100)}%`

function useItems(): Column<Item>[] {
  const say = useWords()
  const language = useLanguage()
  return [
    {
      key: 'stem',
      head: say(words.items),
      cell: ({ questionId, stem, kind }) => (
        <>
          <PageLink to={`/learning/questions/${questionId}` as '/'} lineClamp={2}>
            {inLanguage(stem, language)}
          </PageLink>
          <Text size="sm" c="dimmed">
            {say(kindWords[kind])}
          </Text>
        </>
      ),
    },
    { key: 'difficulty', head: say(words.difficulty), fact: true, end: true, cell: (one) => percent(one.difficulty) },
    {
      key: 'discrimination',
      head: say(words.discrimination),
      end: true,
      cell: ({ discrimination }) => discrimination?.toFixed(2) ?? '—',
    },
    { key: 'count', head: say(words.answersCount), end: true, cell: ({ count }) => count },
    {
      key: 'chosen',
      head: say(words.chosen),
      cell: ({ options }) =>
        options
          .map(({ text, right, chosen }) =>
            say(words.chosenBy, { what: `${inLanguage(text, language)}${right ? ' ✓' : ''}`, n: chosen }),
          )
          .join(' · ') || '—',
    },
    { key: 'doubt', head: say(words.doubt), fact: true, cell: ({ doubt }) => (doubt ? say(doubtWords[doubt]) : '—') },
  ]
}
