import { Button, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useWords } from '../platform/i18n.ts'
import { PageLink } from './link.tsx'
import { messages } from './messages.ts'
import { Moment } from './moment.tsx'
import { useNotice } from './notice.tsx'
import { Section } from './page.tsx'
import { Trouble } from './states.tsx'

type Version = { number: number; changedAt: Date; changedBy: string | null }

/** How something came to be as it is, the newest first; an older one stands at `?version=` of its address. */
export function Versions({ of, versions }: { of: string; versions: readonly Version[] }) {
  const say = useWords()
  return (
    <Section title={say(messages.versions)}>
      <ul className="sheet lines">
        {versions.map(({ number, changedAt, changedBy }) => (
          <li key={number}>
            <PageLink to={of as '/'} search={(number === versions[0]?.number ? {} : { version: number }) as never}>
              {say(messages.version, { n: number })}
            </PageLink>
            <Text size="sm" c="dimmed" component="div">
              {changedBy && `${changedBy} · `}
              <Moment at={changedAt} />
            </Text>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** Taken out of use, which can be undone at once, or brought back from there. */
export function Retiring({
  retired,
  retire,
  bringBack,
  list,
  words,
}: {
  retired: boolean
  retire: () => Promise<unknown>
  bringBack: () => Promise<unknown>
  /** The address of the list that it is gone from. */
  list: string
  words: { retire: string; retiredNow: string; bringBack: string }
}) {
  const notice = useNotice()
  const navigate = useNavigate()
  const returning = useMutation({ mutationFn: bringBack })
  const retiring = useMutation({
    mutationFn: retire,
    onSuccess: () => {
      void navigate({ to: list as '/' })
      notice(words.retiredNow, () => returning.mutateAsync())
    },
  })
  const { mutate, isPending } = retired ? returning : retiring
  return (
    <>
      <Trouble error={retiring.error ?? returning.error} />
      <Button variant="default" loading={isPending} onClick={() => mutate()}>
        {retired ? words.bringBack : words.retire}
      </Button>
    </>
  )
}
