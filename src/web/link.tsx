import { Anchor, Button, Menu, UnstyledButton } from '@mantine/core'
import { createLink } from '@tanstack/react-router'
import type { ComponentProps } from 'react'

// Mantine draws a button unless told otherwise; what leads somewhere is a link, for the middle mouse button as well.
const AnchorButton = (props: ComponentProps<typeof Button<'a'>>) => <Button {...props} component="a" />
const AnchorItem = (props: ComponentProps<typeof Menu.Item<'a'>>) => <Menu.Item {...props} component="a" />
const BareAnchor = (props: ComponentProps<typeof UnstyledButton<'a'>>) => <UnstyledButton {...props} component="a" />

/** Links that know the table of URLs: `<PageLink to="/people/$personId" params={{ personId }}>`. */
export const PageLink = createLink(Anchor<'a'>)
export const ButtonLink = createLink(AnchorButton)
export const MenuLink = createLink(AnchorItem)
export const BareLink = createLink(BareAnchor)
