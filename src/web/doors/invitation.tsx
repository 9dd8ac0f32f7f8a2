import { Page } from '../page.tsx'

export function Invitation() {
  return <Page title="Invitation">{null}</Page>
}
