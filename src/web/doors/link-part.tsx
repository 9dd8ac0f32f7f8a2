import { QueryErrorResetBoundary } from '@tanstack/react-query'
import { Component, type ReactNode, Suspense } from 'react'
import { useWords } from '../../platform/i18n.ts'
import { signIn } from '../../platform/sign-in/contract.ts'
import { call, Offline, Problem, queryClient } from '../../platform/web.tsx'
import { ButtonLink } from '../link.tsx'
import { messages } from '../messages.ts'
import { Failure, Loading } from '../states.tsx'
import { DoorFrame } from './door-frame.tsx'

/** Signs in with what was just chosen and opens the start page; with a second step, or without a network, at the door. */
export async function enterWith(name: string, password: string): Promise<void> {
  const next = await call(signIn, { name, password }).then(
    (answer) => answer.next,
    (error: unknown) => {
      if (error instanceof Problem || error instanceof Offline) return 'secondStep' as const
      throw error
    },
  )
  queryClient.clear()
  location.replace(next === 'signedIn' ? '/' : '/sign-in')
}

class Catch extends Component<{ gone: ReactNode; children: ReactNode }, { error: unknown }> {
  override state: { error: unknown } = { error: null }
  static getDerivedStateFromError(error: unknown) {
    return { error }
  }
  override render() {
    const { error } = this.state
    if (!error) return this.props.children
    if (error instanceof Problem && error.status < 500 && error.status !== 429) return this.props.gone
    return (
      <main className="door-frame">
        <Failure error={error} retry={() => this.setState({ error: null })} />
      </main>
    )
  }
}

/** What a link opens, or that it opens nothing any more. */
export function LinkPart({ gone, children }: { gone: ReactNode; children: ReactNode }) {
  return (
    <QueryErrorResetBoundary>
      <Catch gone={gone}>
        <Suspense fallback={<Loading shape="text" />}>{children}</Suspense>
      </Catch>
    </QueryErrorResetBoundary>
  )
}

export function LinkGone({ help }: { help: string }) {
  const say = useWords()
  return (
    <DoorFrame title={say(messages.linkGone)} about={help}>
      <ButtonLink to="/sign-in" mt="lg">
        {say(messages.signIn)}
      </ButtonLink>
    </DoorFrame>
  )
}
