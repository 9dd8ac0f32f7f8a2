import { Button, Menu, Modal, TextInput } from '@mantine/core'
import { useLocalStorage } from '@mantine/hooks'
import { IconAdjustmentsHorizontal, IconBookmark } from '@tabler/icons-react'
import { useLocation, useNavigate } from '@tanstack/react-router'
import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { useWords } from '../platform/i18n.ts'
import { writeAddress } from './address.ts'
import { messages } from './messages.ts'

/**
 * What narrows a list: the search first, the rest beside it; on a phone behind one button, so that the list begins on the
 * first screen. `set` is how many of the others differ from what the page begins with.
 */
export function Filters({ search, set = 0, children }: { search: ReactNode; set?: number; children: ReactNode }) {
  const say = useWords()
  const id = useId()
  const [open, setOpen] = useState(false)
  return (
    <search className="filters-block">
      <div className="filters-first">
        <div className="filters-search">{search}</div>
        <Button
          className="filters-open"
          variant="default"
          leftSection={<IconAdjustmentsHorizontal size={18} aria-hidden="true" />}
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          {set > 0 ? say(messages.filtersSet, { count: set }) : say(messages.filters)}
        </Button>
        <Views />
      </div>
      <div id={id} className="filters-others" data-open={open || undefined}>
        {children}
      </div>
    </search>
  )
}

type View = { name: string; search: string }

/** The address of a page is its state, so a view is an address with a name. This browser remembers it. */
function Views() {
  const say = useWords()
  const navigate = useNavigate()
  const { pathname, search } = useLocation()
  const [views, setViews] = useLocalStorage<View[]>({ key: `linli.views.${pathname}`, defaultValue: [] })
  const [naming, setNaming] = useState(false)
  const [name, setName] = useState('')
  const now = writeAddress({ ...(search as Record<string, unknown>), page: undefined, panel: undefined })

  const open = (view: View) =>
    void navigate({ to: '.', search: Object.fromEntries(new URLSearchParams(view.search)) as never })
  const keep = (event: FormEvent) => {
    event.preventDefault()
    const called = name.trim()
    if (called === '') return
    setViews([...views.filter((view) => view.name !== called), { name: called, search: now }])
    setName('')
    setNaming(false)
  }
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" leftSection={<IconBookmark size={18} aria-hidden="true" />}>
            {say(messages.views)}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {views.map((view) => (
            <Menu.Item key={view.name} onClick={() => open(view)}>
              {view.name}
            </Menu.Item>
          ))}
          {views.length > 0 && <Menu.Divider />}
          <Menu.Item disabled={now === ''} onClick={() => setNaming(true)}>
            {say(messages.keepView)}
          </Menu.Item>
          {views
            .filter((view) => view.search === now)
            .map((view) => (
              <Menu.Item key={view.name} onClick={() => setViews(views.filter((other) => other !== view))}>
                {say(messages.forgetView, { name: view.name })}
              </Menu.Item>
            ))}
        </Menu.Dropdown>
      </Menu>
      <Modal
        opened={naming}
        onClose={() => setNaming(false)}
        title={say(messages.keepView)}
        closeButtonProps={{ 'aria-label': say(messages.close) }}
      >
        <form className="form" onSubmit={keep}>
          <TextInput
            label={say(messages.viewName)}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            data-autofocus
          />
          <div>
            <Button type="submit">{say(messages.save)}</Button>
          </div>
        </form>
      </Modal>
    </>
  )
}
