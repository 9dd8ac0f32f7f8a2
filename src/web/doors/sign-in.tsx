import { Page } from '../page.tsx'

export function SignIn() {
  return <Page title="SignIn">{null}</Page>
}
