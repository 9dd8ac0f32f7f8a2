import { Text } from '@mantine/core'
import { useWords } from '../../../../platform/i18n.ts'
import { PageLink } from '../../../../web/link.tsx'
import { Day, useDates } from '../../../../web/moment.tsx'
import { State } from '../../../../web/page.tsx'
import { type Column, Rows } from '../../../../web/rows.tsx'
import type { Action, ActionRow, Finding, Grade } from '../contract.ts'
import { actionStateWords, gradeWords, originWords, findingWords as words } from '../messages.ts'

const tones = { overdue: 'late', open: undefined, done: 'soon', closed: 'do' } as const

export function ActionStateOf({ action: { state } }: { action: Pick<Action, 'state'> }) {
  const say = useWords()
  return <State tone={tones[state]}>{say(actionStateWords[state])}</State>
}

export function GradeOf({ grade }: { grade: Grade }) {
  const say = useWords()
  return (
    <State tone={grade === 'danger' ? 'late' : grade === 'major' ? 'soon' : undefined}>{say(gradeWords[grade])}</State>
  )
}

export function ActionRows({
  rows,
  more,
  loading,
}: {
  rows: readonly ActionRow[]
  more: (() => void) | undefined
  loading: boolean
}) {
  const say = useWords()
  const columns: Column<ActionRow>[] = [
    {
      key: 'action',
      head: say(words.action),
      cell: ({ what, finding }) => (
        <>
          <PageLink to={`/findings/${finding.id}` as '/'}>{what}</PageLink>
          {finding.words !== what && (
            <Text size="sm" c="dimmed">
              {finding.words}
            </Text>
          )}
        </>
      ),
    },
    { key: 'state', head: say(words.state), fact: true, cell: (row) => <ActionStateOf action={row} /> },
    { key: 'due', head: say(words.due), fact: true, cell: ({ dueOn }) => <Day of={dueOn} /> },
    { key: 'owner', head: say(words.owner), shown: true, cell: ({ owner }) => owner.name },
    {
      key: 'organization',
      head: say(words.organization),
      shown: true,
      cell: ({ finding }) => finding.organization.name,
    },
    {
      key: 'grade',
      head: say(words.grade),
      shown: true,
      cell: ({ finding: { grade } }) => (grade ? <GradeOf grade={grade} /> : '—'),
    },
    { key: 'origin', head: say(words.origin), shown: true, cell: ({ finding }) => say(originWords[finding.origin]) },
  ]
  return (
    <Rows
      name={say(words.findings)}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      onMore={more}
      loadingMore={loading}
    />
  )
}

export function UnassignedLines({ findings }: { findings: readonly Omit<Finding, 'actions'>[] }) {
  const say = useWords()
  const dates = useDates()
  return (
    <ul className="sheet lines">
      {findings.map(({ id, words: said, grade, organization, raisedAt }) => (
        <li key={id}>
          <PageLink to={`/findings/${id}` as '/'}>{said}</PageLink> {grade && <GradeOf grade={grade} />}
          <Text size="sm" c="dimmed">
            {organization.name} · {say(words.found, { day: dates.dayAt(raisedAt) })}
          </Text>
        </li>
      ))}
    </ul>
  )
}
