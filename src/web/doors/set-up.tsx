import { Page } from '../page.tsx'

export function SetUp() {
  return <Page title="SetUp">{null}</Page>
}
