import { Button, Group, Skeleton, Stack, Text, Title, VisuallyHidden } from '@mantine/core'
import { useQueryErrorResetBoundary } from '@tanstack/react-query'
import { Component, type ReactNode, Suspense } from 'react'
import { useWords, type Words } from '../platform/i18n.ts'
import { Offline, Problem } from '../platform/web.tsx'
import { messages } from './messages.ts'

/** One sentence and one action. */
export function Empty({ children, action, icon }: { children: ReactNode; action?: ReactNode; icon?: ReactNode }) {
  return (
    <Stack className="empty" align="center" gap="sm">
      {icon && (
        <span className="empty-icon" aria-hidden="true">
          {icon}
        </span>
      )}
      <Text c="dimmed" ta="center" component="div">
        {children}
      </Text>
      {action}
    </Stack>
  )
}

/** The shape of what comes; it shows after 200 ms, so that what is quick does not flicker. */
export function Loading({ shape = 'rows' }: { shape?: 'rows' | 'page' | 'cards' | 'text' }) {
  const say = useWords()
  const rows = shape === 'text' ? 3 : 8
  return (
    <div className="loading" role="status">
      <VisuallyHidden>{say(messages.loading)}</VisuallyHidden>
      <Stack gap="sm" aria-hidden="true">
        {shape === 'page' && <Skeleton height={34} width="14rem" mb="md" />}
        {Array.from({ length: rows }, (_, i) => (
          <Skeleton
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a skeleton are all alike
            key={i}
            height={shape === 'cards' ? 84 : 20}
            width={shape === 'text' && i === rows - 1 ? '60%' : '100%'}
          />
        ))}
      </Stack>
    </div>
  )
}

/** What happened, what was kept, what to do. */
export function Failure({ error, retry }: { error: unknown; retry?: (() => void) | undefined }) {
  const say = useWords()
  const { title, help, again } = wordsOf(error)
  return (
    <div className="failure" role="alert">
      <Title order={2}>{typeof title === 'string' ? title : say(title)}</Title>
      {help && <Text mt={4}>{say(help)}</Text>}
      <Group mt="md" gap="xs">
        {again === 'retry' && retry && <Button onClick={retry}>{say(messages.retry)}</Button>}
        {again === 'reload' && <Button onClick={() => location.reload()}>{say(messages.reload)}</Button>}
        <Button component="a" href="/" variant="default">
          {say(messages.toStart)}
        </Button>
      </Group>
    </div>
  )
}

type Failing = { title: string | Words; help: Words | null; again: 'retry' | 'reload' | null }

function wordsOf(error: unknown): Failing {
  if (error instanceof Offline) return { title: messages.offline, help: messages.offlineHelp, again: 'retry' }
  if (!(error instanceof Problem)) return { title: messages.broken, help: messages.brokenHelp, again: 'reload' }
  if (error.status === 401) return { title: error.message, help: messages.keptProblem, again: 'reload' }
  if (error.status === 403) return { title: error.message, help: messages.askForRight, again: null }
  if (error.status === 404) return { title: error.message, help: null, again: null }
  return { title: error.message, help: messages.keptProblem, again: 'retry' }
}

/** A failed write, said above the form or the button that asked for it. */
export function Trouble({ error }: { error: unknown }) {
  const say = useWords()
  if (!error) return null
  const offline = error instanceof Offline
  return (
    <div className="trouble" role="alert">
      {error instanceof Problem ? error.message : say(offline ? messages.offline : messages.broken)}
      {offline && ` ${say(messages.offlineHelp)}`}
    </div>
  )
}

class Catch extends Component<{ reset: () => void; children: ReactNode }, { error: unknown }> {
  override state: { error: unknown } = { error: null }
  static getDerivedStateFromError(error: unknown) {
    return { error }
  }
  override render() {
    if (!this.state.error) return this.props.children
    const retry = () => {
      this.props.reset()
      this.setState({ error: null })
    }
    return <Failure error={this.state.error} retry={retry} />
  }
}

/** A part of a page that loads and fails on its own: wrap what calls `useSuspenseQuery`. */
export function Part({ shape, children }: { shape?: 'rows' | 'cards' | 'text'; children: ReactNode }) {
  const { reset } = useQueryErrorResetBoundary()
  return (
    <Catch reset={reset}>
      <Suspense fallback={<Loading shape={shape ?? 'rows'} />}>{children}</Suspense>
    </Catch>
  )
}
