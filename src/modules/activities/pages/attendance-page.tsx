import './activity.css'
import './attendance.css'
import { Button, Group, Text } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { z } from 'zod'
import { useLanguage, useWords } from '../../../platform/i18n.ts'
import { read } from '../../../platform/web.tsx'
import { useAddress } from '../../../web/address.ts'
import { PageLink } from '../../../web/link.tsx'
import { useDates } from '../../../web/moment.tsx'
import { useNotice } from '../../../web/notice.tsx'
import { Page, Section } from '../../../web/page.tsx'
import { Trouble } from '../../../web/states.tsx'
import { getSheet, type SheetRow } from '../attendance/contract.ts'
import { attendanceWords, sheetRefusals } from '../attendance/messages.ts'
import { countsMinutes, type Mark, minutesFor, sheetRefusal, summary } from '../attendance/rules.ts'
import { getActivity } from '../contract.ts'
import { CorrectionPanel } from '../hours/pages/correction.tsx'
import { isRecorded } from '../rules.ts'
import { PersonFinder } from './pickers.tsx'
import { SheetLine } from './sheet-line.tsx'
import { useSheetQueue } from './sheet-queue.ts'

const Address = z.object({ correct: z.uuid().optional().catch(undefined) })

/** The attendance sheet: big lines, a tap a person, under one thumb. */
export function AttendancePage() {
  const say = useWords()
  const dates = useDates()
  const notice = useNotice()
  const language = useLanguage()
  const { activityId } = useParams({ strict: false }) as { activityId: string }
  const { data: activity } = useSuspenseQuery(read(getActivity, { activityId }))
  const { data: sheet } = useSuspenseQuery(read(getSheet, { activityId }))
  const [{ correct }, setAddress] = useAddress(Address)
  const queue = useSheetQueue(activityId)
  const [now] = useState(() => new Date())
  const refusal = sheetRefusal(activity, now)
  const fillable = sheet.mayRecord && refusal === null

  const rows = withWaiting(sheet.rows, queue.waiting)
  const count = summary(rows)
  const besides = rows.filter((row) => !row.expected && (row.status === 'attended' || row.status === 'late')).length
  const open = rows.filter((row) => row.expected && !(row.status && isRecorded(row.status)))

  const entry = (row: SheetRow, status: Mark | null, more: { note?: string | null } = {}) => ({
    personId: row.personId,
    name: row.name,
    status,
    minutes: minutesFor(activity.kind, status, row.minutes, row.minutes),
    note: status === null ? null : more.note === undefined ? row.note : more.note,
    seen: sheet.rows.find((one) => one.personId === row.personId)?.recordedAt?.toISOString() ?? null,
  })
  const allHere = () => {
    queue.mark(open.map((row) => entry(row, 'attended')))
    notice(say(attendanceWords.allHereDone, { count: open.length }), async () =>
      queue.mark(open.map((row) => ({ ...entry(row, null), seen: null }))),
    )
  }
  const walkIn = ({ id, name }: { id: string; name: string }) => {
    const known = rows.find((row) => row.personId === id)
    const row = known ?? { ...nobody, personId: id, name }
    queue.mark([entry(row, 'attended')])
    notice(say(attendanceWords.addedWalkIn, { name }), async () => queue.mark([{ ...entry(row, null), seen: null }]))
  }

  return (
    <Page
      title={say(attendanceWords.title)}
      about={
        <>
          {activity.title} · {dates.span(activity.startsAt, activity.endsAt, { weekday: true })}
          {activity.placeName && ` · ${activity.placeName}`}
        </>
      }
      back={
        <PageLink to={'/activities/$activityId' as '/'} params={{ activityId } as never}>
          {say(attendanceWords.back)}
        </PageLink>
      }
      primary={fillable && open.length > 0 ? { label: say(attendanceWords.allHere), onClick: allHere } : undefined}
    >
      {refusal && <p className="sheet quiet">{say(sheetRefusals[refusal])}</p>}
      {!sheet.mayRecord && <p className="sheet quiet">{say(attendanceWords.mayNot)}</p>}
      <div className="sheet-head">
        <Text fw={600}>
          {say(attendanceWords.counts, {
            expected: count.expected,
            came: rows.filter((row) => row.expected && (row.status === 'attended' || row.status === 'late')).length,
            open: open.length,
          })}
          {besides > 0 && ` · ${say(attendanceWords.besides, { count: besides })}`}
        </Text>
        <Status queue={queue} />
      </div>
      {rows.length === 0 && <p className="sheet quiet">{say(attendanceWords.nobody)}</p>}
      <ul className="sheet-lines">
        {rows.map((row) => (
          <SheetLine
            key={row.personId}
            row={row}
            fillable={fillable}
            hours={countsMinutes(activity.kind)}
            waiting={queue.waiting[row.personId] !== undefined}
            conflict={queue.conflicts[row.personId]}
            onCorrect={sheet.mayRecord ? () => setAddress({ correct: row.personId }) : undefined}
            onMark={(status) => queue.mark([entry(row, status)])}
            onKeep={() => queue.settle(row.personId)}
            onMine={(mine) => queue.mark([{ ...mine, seen: row.recordedAt?.toISOString() ?? null }])}
          />
        ))}
      </ul>
      {fillable && (
        <Section title={say(attendanceWords.addWalkIn)}>
          <PersonFinder label={say(attendanceWords.addWalkIn)} onPick={walkIn} />
        </Section>
      )}
      {sheet.notMembers.length > 0 && (
        <Text size="sm" c="dimmed">
          {say(attendanceWords.notMembers, {
            names: sheet.notMembers.map((one) => one.name).join(language === 'en' ? ', ' : '、'),
          })}
        </Text>
      )}
      <CorrectionPanel
        name={rows.find(({ personId }) => personId === correct)?.name ?? ''}
        whose={correct && sheet.mayRecord ? { activityId, personId: correct } : null}
        onClose={() => setAddress({ correct: undefined })}
      />
    </Page>
  )
}

const nobody: Omit<SheetRow, 'personId' | 'name'> = {
  expected: false,
  status: null,
  minutes: null,
  note: null,
  recordedBy: null,
  recordedAt: null,
}

type Queue = ReturnType<typeof useSheetQueue>

/** The sheet as tapped: what waits stands over what the server has. */
function withWaiting(rows: readonly SheetRow[], waiting: Queue['waiting']): SheetRow[] {
  const all = rows.map((row) => {
    const mine = waiting[row.personId]
    return mine ? { ...row, status: mine.status, minutes: mine.minutes, note: mine.note } : row
  })
  const known = new Set(rows.map((row) => row.personId))
  for (const { personId, name, status, minutes, note } of Object.values(waiting))
    if (!known.has(personId) && status) all.push({ ...nobody, personId, name, status, minutes, note })
  return all
}

function Status({ queue }: { queue: Queue }) {
  const say = useWords()
  const count = Object.keys(queue.waiting).length
  return (
    <div role="status" className="sheet-status">
      {queue.error ? (
        <>
          <Trouble error={queue.error} />
          <Group gap="xs" mt="xs">
            <Button size="compact-sm" variant="default" onClick={() => void queue.send()}>
              {say(attendanceWords.sendAgain)}
            </Button>
            <Button size="compact-sm" variant="default" onClick={() => void queue.forget()}>
              {say(attendanceWords.forget)}
            </Button>
          </Group>
        </>
      ) : queue.offline ? (
        say(attendanceWords.waiting, { count })
      ) : count > 0 || queue.sending ? (
        say(attendanceWords.saving)
      ) : (
        queue.sent && say(attendanceWords.saved)
      )}
    </div>
  )
}
