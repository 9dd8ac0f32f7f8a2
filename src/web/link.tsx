import { Anchor, Button, Menu, UnstyledButton } from '@mantine/core'
import { createLink } from '@tanstack/react-router'

/** Links that know the table of URLs: `<PageLink to="/people/$personId" params={{ personId }}>`. */
export const PageLink = createLink(Anchor<'a'>)
export const ButtonLink = createLink(Button<'a'>)
export const MenuLink = createLink(Menu.Item<'a'>)
export const BareLink = createLink(UnstyledButton<'a'>)
