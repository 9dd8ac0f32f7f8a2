import { Button, Group, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { useWords } from '../platform/i18n.ts'
import { messages } from './messages.ts'

type Primary = { label: string; icon?: ReactNode; onClick: () => void; disabled?: boolean; loading?: boolean }

/**
 * The frame of every page: its title (also the browser's), what it is in one line, what one can do.
 * `primary` is the one thing most people come for: on a phone it rests under the thumb.
 */
export function Page({
  title,
  about,
  back,
  actions,
  primary,
  wide,
  children,
}: {
  title: string
  about?: ReactNode
  /** A link to where this page belongs, above the title. */
  back?: ReactNode
  /** Other buttons, right of the title; on a phone below it. */
  actions?: ReactNode
  primary?: Primary | undefined
  /** For calendars and broad tables; other pages keep to a readable width. */
  wide?: boolean
  children: ReactNode
}) {
  const say = useWords()
  return (
    <article className={wide ? 'page page-wide' : 'page'}>
      <title>{`${title} · ${say(messages.linli)}`}</title>
      {back && <div className="page-back">{back}</div>}
      <header className="page-head">
        <div>
          <Title order={1} id="page-title" tabIndex={-1}>
            {title}
          </Title>
          {about && (
            <Text c="dimmed" size="sm" component="div" mt={2}>
              {about}
            </Text>
          )}
        </div>
        {(actions || primary) && (
          <Group gap="xs" className="page-actions">
            {actions}
            {primary && <PrimaryButton {...primary} />}
          </Group>
        )}
      </header>
      {children}
    </article>
  )
}

function PrimaryButton({ label, icon, onClick, disabled, loading }: Primary) {
  return (
    <div className="page-primary">
      <Button leftSection={icon} onClick={onClick} disabled={disabled ?? false} loading={loading ?? false}>
        {label}
      </Button>
    </div>
  )
}

/** A part of a page with a heading of its own. */
export function Section({ title, actions, children }: { title: string; actions?: ReactNode; children: ReactNode }) {
  return (
    <section className="section">
      <Group justify="space-between" gap="xs" mb="xs">
        <Title order={2}>{title}</Title>
        {actions}
      </Group>
      {children}
    </section>
  )
}

/** A sheet of paper on the board. */
export function Sheet({ children, pad = true }: { children: ReactNode; pad?: boolean }) {
  return <div className={pad ? 'sheet sheet-pad' : 'sheet'}>{children}</div>
}

/** Late, soon, or as it should be: always a word, never a colour alone. */
export function State({ tone, children }: { tone?: 'do' | 'soon' | 'late' | undefined; children: ReactNode }) {
  return <span className={`state state-${tone ?? 'plain'}`}>{children}</span>
}
