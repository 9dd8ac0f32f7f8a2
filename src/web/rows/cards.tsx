import type { ReactNode } from 'react'
import type { Column } from './columns.tsx'

/** How rows are drawn, on a phone and on a desk. */
export type Shown<T> = {
  name: string
  columns: readonly Column<T>[]
  rows: readonly T[]
  rowKey: (row: T) => string
  box: (row: T) => ReactNode
}

/** On a phone each row is a card: its title, and the facts that matter. */
export function Cards<T>({ name, columns: [title, ...more], rows, rowKey, box }: Shown<T>) {
  const facts = more.filter((column) => column.fact)
  return (
    <ul className="cards" aria-label={name}>
      {rows.map((row) => (
        <li key={rowKey(row)} className="card">
          {box(row)}
          <div className="card-body">
            <div className="card-title">{title?.cell(row)}</div>
            {facts.length > 0 && (
              <dl className="card-facts">
                {facts.map((column) => (
                  <div key={column.key}>
                    <dt>{column.head}</dt>
                    <dd>{column.cell(row)}</dd>
                  </div>
                ))}
              </dl>
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}
