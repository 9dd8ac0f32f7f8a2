import { Text } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useWords } from '../../../platform/i18n.ts'
import { PageLink } from '../../../web/link.tsx'
import { State } from '../../../web/page.tsx'
import type { DutyRow, Load } from '../contract.ts'
import { seatWords, dutyWords as words } from '../messages.ts'
import { type Place, seatIn, stepped } from '../rules.ts'
import './matrix.css'

/** People across, duties down. The arrow keys go from cell to cell, Enter opens the duty. */
export function DutyMatrix({ duties, loads }: { duties: readonly DutyRow[]; loads: readonly Load[] }) {
  const say = useWords()
  const navigate = useNavigate()
  const table = useRef<HTMLTableElement>(null)
  const [at, setAt] = useState<Place>({ row: 0, column: 0 })
  function onKeyDown(event: KeyboardEvent): void {
    if (!(event.target as HTMLElement).matches('td')) return
    if (event.key === 'Enter') return void navigate({ to: `/duties/${duties[at.row]?.id}` as '/' })
    const next = stepped(at, event.key, { rows: duties.length, columns: loads.length })
    if (!next) return
    event.preventDefault()
    setAt(next)
    table.current?.querySelector<HTMLElement>(`[data-at="${next.row}-${next.column}"]`)?.focus()
  }
  return (
    <div className="sheet matrix">
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are gone through by keys is a grid */}
      <table ref={table} role="grid" aria-label={say(words.matrix)} onKeyDown={onKeyDown}>
        <thead>
          <tr>
            <th scope="col" className="matrix-corner">
              {say(words.name)}
            </th>
            {loads.map(({ person, holds, deputizes }) => (
              <th key={person.id} scope="col">
                <PageLink to="/people/$personId" params={{ personId: person.id }}>
                  {person.name}
                </PageLink>
                <span className="matrix-load">
                  {holds > 1 ? (
                    <State tone="soon">{say(words.holdsSeveral, { n: holds })}</State>
                  ) : (
                    say(words.load, { holds, deputizes })
                  )}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {duties.map((duty, row) => (
            <tr key={duty.id}>
              <th scope="row">
                <PageLink to={`/duties/${duty.id}` as '/'}>{duty.name}</PageLink>
                {!duty.holder && (
                  <>
                    {' '}
                    <State tone="late">{say(words.gap)}</State>
                  </>
                )}
                <Text size="xs" c="dimmed" component="div">
                  {[duty.organization.name, duty.holder && !duty.deputy && say(words.noDeputy)]
                    .filter(Boolean)
                    .join(' · ')}
                </Text>
              </th>
              {loads.map(({ person }, column) => {
                const seat = seatIn(duty, person.id)
                return (
                  <td
                    key={person.id}
                    data-at={`${row}-${column}`}
                    tabIndex={at.row === row && at.column === column ? 0 : -1}
                    className={seat ? `matrix-${seat}` : undefined}
                    onFocus={() => setAt({ row, column })}
                  >
                    {seat && say(seatWords[seat])}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
