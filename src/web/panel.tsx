import { Drawer } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import type { ReactNode } from 'react'
import { useWords } from '../platform/i18n.ts'
import { messages } from './messages.ts'
import { Part } from './states.tsx'
import { onPhone } from './theme.ts'

/** What lies behind a thing on the page, beside it; on a phone over it. Keep what is open in the address (`useAddress`). */
export function SidePanel({
  title,
  open,
  onClose,
  children,
}: {
  title: ReactNode
  open: boolean
  onClose: () => void
  children: ReactNode
}) {
  const say = useWords()
  const phone = useMediaQuery(onPhone, undefined, { getInitialValueInEffect: false })
  return (
    <Drawer
      opened={open}
      onClose={onClose}
      position={phone ? 'bottom' : 'right'}
      size={phone ? '92%' : 'xl'}
      title={title}
      closeButtonProps={{ 'aria-label': say(messages.close) }}
    >
      <Part>{children}</Part>
    </Drawer>
  )
}

/** Every number is a door: the same dotted underline everywhere, opening the same panel. */
export function Door({ children, label, onOpen }: { children: ReactNode; label: string; onOpen: () => void }) {
  return (
    <button type="button" className="door" title={label} onClick={onOpen}>
      {children}
    </button>
  )
}
