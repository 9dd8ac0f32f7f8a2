import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { call, Offline, read } from '../../../platform/web.tsx'
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

const keyOf = (activityId: string): string => `linli.sheet.${activityId}`

function stored(activityId: string): Queue {
  const text = localStorage.getItem(keyOf(activityId))
  return text ? (JSON.parse(text) as Queue) : {}
}

function keep(activityId: string, queue: Queue): void {
  if (Object.keys(queue).length === 0) localStorage.removeItem(keyOf(activityId))
  else localStorage.setItem(keyOf(activityId), JSON.stringify(queue))
}

const pauses = [2_000, 5_000, 15_000, 30_000]

/**
 * Taps are kept on the device first and sent in order, one parcel at a time; a parcel whose answer got lost is sent again, and the
 * server knows that it has it. Closing the page or losing the network loses nothing.
 */
export function useSheetQueue(activityId: string) {
  const client = useQueryClient()
  const [waiting, setWaiting] = useState<Queue>(() => stored(activityId))
  const [conflicts, setConflicts] = useState<Queue>({})
  const [error, setError] = useState<unknown>(null)
  const [sending, setSending] = useState(false)
  const [saved, setSaved] = useState(false)
  const queue = useRef(waiting)
  const busy = useRef(false)
  const failures = useRef(0)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const set = useCallback(
    (next: Queue) => {
      queue.current = next
      keep(activityId, next)
      setWaiting(next)
    },
    [activityId],
  )

  const send = useCallback(async (): Promise<void> => {
    const parcel = Object.values(queue.current)
    if (busy.current || parcel.length === 0) return
    busy.current = true
    setSending(true)
    try {
      const entries = parcel.map(({ name: _, ...entry }) => entry)
      const answer = await call(recordAttendance, { activityId, entries })
      const sent = new Map(parcel.map((one) => [one.personId, one]))
      // What was tapped again meanwhile stays in the queue, and has seen what has just been written.
      const written = new Map(answer.rows.map((row) => [row.personId, row.recordedAt?.toISOString() ?? null]))
      const left = Object.entries(queue.current).filter(([id, one]) => sent.get(id)?.at !== one.at)
      set(Object.fromEntries(left.map(([id, one]) => [id, { ...one, seen: written.get(id) ?? one.seen }])))
      const { queryKey } = read(getSheet, { activityId })
      client.setQueryData<Sheet>(queryKey, (sheet) => sheet && { ...sheet, rows: withRows(sheet.rows, answer.rows) })
      const clashes = answer.conflicts.flatMap((id) => sent.get(id) ?? [])
      if (clashes.length > 0)
        setConflicts((now) => ({ ...now, ...Object.fromEntries(clashes.map((one) => [one.personId, one])) }))
      setError(null)
      setSaved(true)
      failures.current = 0
      void client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== getSheet.name })
    } catch (problem) {
      setError(problem)
      if (problem instanceof Offline) {
        timer.current = setTimeout(() => void send(), pauses[Math.min(failures.current, pauses.length - 1)])
        failures.current += 1
      }
      return
    } finally {
      busy.current = false
      setSending(false)
    }
    if (Object.keys(queue.current).length > 0) await send()
  }, [activityId, client, set])

  const soon = useCallback(() => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void send(), 400)
  }, [send])

  const mark = useCallback(
    (lines: readonly Omit<Waiting, 'at'>[]) => {
      const at = new Date().toISOString()
      set({ ...queue.current, ...Object.fromEntries(lines.map((line) => [line.personId, { ...line, at }])) })
      setConflicts((now) => {
        const ids = new Set(lines.map((line) => line.personId))
        return Object.fromEntries(Object.entries(now).filter(([id]) => !ids.has(id)))
      })
      soon()
    },
    [set, soon],
  )
  const forget = useCallback(() => {
    set({})
    setError(null)
  }, [set])
  const settle = useCallback((personId: string) => setConflicts(({ [personId]: _, ...rest }) => rest), [])

  useEffect(() => {
    const back = () => void send()
    window.addEventListener('online', back)
    back()
    return () => {
      window.removeEventListener('online', back)
      clearTimeout(timer.current)
      // Leaving the page sends what is left at once.
      void send()
    }
  }, [send])

  return { waiting, conflicts, error, sending, saved, mark, settle, forget, send }
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
