import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call, read } from '../../../platform/web.tsx'
import { useOutbox } from '../../../web/outbox/use-outbox.ts'
import { getSheet, recordAttendance, type Sheet, type SheetRow } from '../attendance/contract.ts'
import type { Mark } from '../attendance/rules.ts'

/** One line as tapped, until the server has it. */
export type Waiting = {
  personId: string
  name: string
  status: Mark | null
  minutes: number | null
  note: string | null
  at: string
  seen: string | null
}
type Queue = Record<string, Waiting>

const byPerson = (lines: readonly Waiting[]): Queue => Object.fromEntries(lines.map((one) => [one.personId, one]))

/** The lines of a sheet that wait; those of others that stand against mine are kept apart until somebody decides. */
export function useSheetQueue(activityId: string) {
  const client = useQueryClient()
  const [conflicts, setConflicts] = useState<Queue>({})
  const box = useOutbox<
    Waiting,
    Awaited<ReturnType<typeof call<typeof recordAttendance.input, typeof recordAttendance.output>>>
  >({
    box: `sheet ${activityId}`,
    carry: (letters) => {
      const entries = letters.map(({ content: { name: _, ...entry } }) => entry)
      return call(recordAttendance, { activityId, entries })
    },
    onSent: (answer, letters) => {
      // What was tapped again meanwhile has seen what has just been written.
      const written = new Map(answer.rows.map((row) => [row.personId, row.recordedAt?.toISOString() ?? null]))
      const again = Object.values(box.current()).filter(({ personId }) => written.has(personId))
      if (again.length > 0)
        void box.post(byPerson(again.map((one) => ({ ...one, seen: written.get(one.personId) ?? one.seen }))))
      const { queryKey } = read(getSheet, { activityId })
      client.setQueryData<Sheet>(queryKey, (sheet) => sheet && { ...sheet, rows: withRows(sheet.rows, answer.rows) })
      const mine = letters.map(({ content }) => content)
      const clashes = mine.filter(({ personId }) => answer.conflicts.includes(personId))
      if (clashes.length > 0) setConflicts((now) => ({ ...now, ...byPerson(clashes) }))
      void client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== getSheet.name })
    },
  })
  const settle = (...ids: string[]): void =>
    setConflicts((now) => Object.fromEntries(Object.entries(now).filter(([id]) => !ids.includes(id))))
  const mark = (lines: readonly Omit<Waiting, 'at'>[]): void => {
    const at = new Date().toISOString()
    void box.post(byPerson(lines.map((line) => ({ ...line, at }))))
    settle(...lines.map(({ personId }) => personId))
  }
  const { waiting, offline, error, sending, sent } = box
  return { waiting, conflicts, offline, error, sending, sent, mark, settle, forget: box.withdraw, send: box.flush }
}

/** The lines as the server has them now; a line that is new to the sheet is added, a cleared one without expectation goes. */
function withRows(rows: readonly SheetRow[], changed: readonly SheetRow[]): SheetRow[] {
  const fresh = new Map(changed.map((row) => [row.personId, row]))
  const kept = rows.map((row) => fresh.get(row.personId) ?? row)
  const known = new Set(rows.map((row) => row.personId))
  return [...kept, ...changed.filter((row) => !known.has(row.personId))].filter(
    (row) => row.expected || row.status !== null,
  )
}
