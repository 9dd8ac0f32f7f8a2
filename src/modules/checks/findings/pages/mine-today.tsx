import { Text } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useWords } from '../../../../platform/i18n.ts'
import { read } from '../../../../platform/web.tsx'
import { PageLink } from '../../../../web/link.tsx'
import { useDates } from '../../../../web/moment.tsx'
import { Section } from '../../../../web/page.tsx'
import { listActions } from '../listing/contract.ts'
import { findingWords as words } from '../messages.ts'
import { ActionStateOf } from './action-rows.tsx'

const most = 5

/** What is mine to put in order; whoever has nothing sees nothing. */
export function MineToday() {
  const say = useWords()
  const dates = useDates()
  const { data } = useSuspenseQuery(read(listActions, { whose: 'mine' }))
  if (data.rows.length === 0) return null
  return (
    <Section
      title={`${say(words.onToday)} · ${data.rows.length}${data.more ? '+' : ''}`}
      actions={<PageLink to={'/findings' as '/'}>{say(words.toAll)}</PageLink>}
    >
      <ul className="sheet lines">
        {data.rows.slice(0, most).map((action) => (
          <li key={action.id}>
            <PageLink to={`/findings/${action.finding.id}` as '/'}>{action.what}</PageLink>
            <Text size="sm" c="dimmed">
              {say(words.dueIs, { day: dates.day(action.dueOn) })} · {action.finding.organization.name}
            </Text>
            {action.state === 'overdue' && <ActionStateOf action={action} />}
          </li>
        ))}
      </ul>
    </Section>
  )
}
