import { Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useWords } from '../../../../platform/i18n.ts'
import { read } from '../../../../platform/web.tsx'
import { PageLink } from '../../../../web/link.tsx'
import { useHas } from '../../../../web/me.ts'
import { Page, State } from '../../../../web/page.tsx'
import { Empty } from '../../../../web/states.tsx'
import { learningWords } from '../../messages.ts'
import { listContests } from '../contract.ts'
import { contestWords as words } from '../messages.ts'

export function ContestsPage() {
  const say = useWords()
  const navigate = useNavigate()
  const keeps = useHas('keepQuestions')
  const { data } = useSuspenseQuery(read(listContests, {}))
  return (
    <Page
      title={say(words.contests)}
      about={say(words.about)}
      back={<PageLink to={'/learning' as '/'}>{say(learningWords.learning)}</PageLink>}
      primary={
        keeps
          ? {
              label: say(words.add),
              icon: <IconPlus size={18} aria-hidden="true" />,
              onClick: () => void navigate({ to: '/learning/contests/new' as '/' }),
            }
          : undefined
      }
    >
      {data.length === 0 ? (
        <Empty>{say(words.none)}</Empty>
      ) : (
        <ul className="sheet lines">
          {data.map(({ id, name, organizationName, entrants, finishedAt, cancelledAt }) => (
            <li key={id}>
              <div className="line-with-action">
                <PageLink to={`/learning/contests/${id}` as '/'}>{name}</PageLink>
                {finishedAt && <State>{say(words.finished)}</State>}
                {cancelledAt && <State tone="late">{say(words.cancelled)}</State>}
              </div>
              <Text size="sm" c="dimmed" component="div">
                {organizationName} · {say(words.entrants, { n: entrants })}
              </Text>
            </li>
          ))}
        </ul>
      )}
    </Page>
  )
}
