import { Button, Stack, Text } from '@mantine/core'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useWords } from '../../../platform/i18n.ts'
import { read, write } from '../../../platform/web.tsx'
import { useNotice } from '../../../web/notice.tsx'
import { SidePanel } from '../../../web/panel.tsx'
import { Trouble } from '../../../web/states.tsx'
import { askSwap, swapPartners } from '../swaps/contract.ts'
import { swapWords } from '../swaps/messages.ts'

/** Asks a colleague to take over a place of mine. */
export function AskSwap({ signupId, title }: { signupId: string; title: string }) {
  const say = useWords()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button
        variant="default"
        aria-label={say(swapWords.of, { what: say(swapWords.ask), title })}
        onClick={() => setOpen(true)}
      >
        {say(swapWords.ask)}
      </Button>
      <SidePanel open={open} onClose={() => setOpen(false)} title={say(swapWords.who)}>
        {open && <Partners signupId={signupId} done={() => setOpen(false)} />}
      </SidePanel>
    </>
  )
}

function Partners({ signupId, done }: { signupId: string; done: () => void }) {
  const say = useWords()
  const notice = useNotice()
  const { data: partners } = useSuspenseQuery(read(swapPartners, { signupId }))
  const ask = useMutation({
    ...write(askSwap),
    onSuccess: ({ to }) => {
      notice(say(swapWords.asked, { name: to.name }))
      done()
    },
  })
  if (partners.length === 0) return <Text>{say(swapWords.nobody)}</Text>
  return (
    <Stack gap="xs">
      {partners.map(({ id, name }) => (
        <Button
          key={id}
          variant="default"
          loading={ask.isPending && ask.variables.personId === id}
          disabled={ask.isPending}
          onClick={() => ask.mutate({ signupId, personId: id })}
        >
          {name}
        </Button>
      ))}
      {ask.error && <Trouble error={ask.error} />}
    </Stack>
  )
}
