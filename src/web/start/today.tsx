import { Page } from '../page.tsx'

export function Today() {
  return <Page title="Today">{null}</Page>
}
