import './activity.css'
import { ActionIcon, Text } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useWords } from '../../../platform/i18n.ts'
import { call, read, write } from '../../../platform/web.tsx'
import { PageLink } from '../../../web/link.tsx'
import { useHours } from '../../../web/moment.tsx'
import { useNotice } from '../../../web/notice.tsx'
import { State } from '../../../web/page.tsx'
import { Trouble } from '../../../web/states.tsx'
import { getSheet, type SheetRow } from '../attendance/contract.ts'
import { attendanceWords } from '../attendance/messages.ts'
import { summary } from '../attendance/rules.ts'
import { type Activity, invitePeople, uninvitePerson } from '../contract.ts'
import { stateWords } from '../messages.ts'
import { cameStates, isRecorded } from '../rules.ts'
import { activityWords } from './messages.ts'

/** Who is expected and who came: as much of it as the reader may see. */
export function PeopleList({ activity }: { activity: Activity }) {
  const say = useWords()
  const { data: sheet } = useSuspenseQuery(read(getSheet, { activityId: activity.id }))
  if (sheet.rows.length === 0) return <p className="sheet quiet">{say(activityWords.nobodyExpected)}</p>
  const count = summary(sheet.rows)
  const came = count.attended + count.late
  return (
    <>
      {activity.may.seePeople && (
        <Text size="sm" c="dimmed" mb="xs">
          {say(attendanceWords.counts, { expected: count.expected, came, open: count.open })}
        </Text>
      )}
      <ul className="sheet lines people-list">
        {sheet.rows.map((row) => (
          <PersonLine key={row.personId} row={row} activity={activity} />
        ))}
      </ul>
    </>
  )
}

function PersonLine({ row, activity }: { row: SheetRow; activity: Activity }) {
  const say = useWords()
  const hours = useHours()
  const notice = useNotice()
  const { personId, name, status } = row
  const back = () => call(invitePeople, { activityId: activity.id, personIds: [personId] })
  const take = useMutation({
    ...write(uninvitePerson),
    onSuccess: () => notice(say(activityWords.uninvited, { name }), back),
  })
  const removable = activity.may.change && status !== null && !isRecorded(status)
  return (
    <li className="line-with-action">
      <span>
        {activity.may.seePeople ? (
          <PageLink to="/people/$personId" params={{ personId }}>
            {name}
          </PageLink>
        ) : (
          name
        )}
        {!row.expected && status !== null && cameStates.includes(status) && (
          <span className="walk-in"> · {say(attendanceWords.walkIn)}</span>
        )}
        {row.note && <span className="walk-in"> · {row.note}</span>}
        <Trouble error={take.error} />
      </span>
      <span className="people-state">
        {row.minutes !== null && <span>{hours(row.minutes)}</span>}
        <State tone={status === 'attended' ? 'do' : status === 'absent' ? 'late' : undefined}>
          {status ? say(stateWords[status]) : say(attendanceWords.expected)}
        </State>
        {removable && (
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={say(activityWords.uninvite, { name })}
            onClick={() => take.mutate({ activityId: activity.id, personId })}
          >
            <IconX size={16} aria-hidden="true" />
          </ActionIcon>
        )}
      </span>
    </li>
  )
}
