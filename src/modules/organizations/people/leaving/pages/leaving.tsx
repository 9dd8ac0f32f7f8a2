import { Alert, Button, Text } from '@mantine/core'
import { IconDownload, IconUserOff } from '@tabler/icons-react'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useWords } from '../../../../../platform/i18n.ts'
import { addressOf, read, write } from '../../../../../platform/web.tsx'
import { useDates } from '../../../../../web/moment.tsx'
import { useNotice } from '../../../../../web/notice.tsx'
import { Section } from '../../../../../web/page.tsx'
import { askToForget, keepAfterAll, readLeaving, takeMyData } from '../contract.ts'
import { messages } from '../messages.ts'

/** What one may have of one's own data: all of it, and to be forgotten. */
export function OwnData({ personId }: { personId: string }) {
  const say = useWords()
  return (
    <>
      <Section title={say(messages.myData)}>
        <Text size="sm" c="dimmed" mb="sm">
          {say(messages.myDataAbout)}
        </Text>
        <Button
          component="a"
          href={addressOf(takeMyData, {})}
          download
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden="true" />}
        >
          {say(messages.take)}
        </Button>
      </Section>
      <Forgetting personId={personId} />
    </>
  )
}

/** Asks for a person to be forgotten, says from when on, and takes it back. Without a name it is the reader's own. */
export function Forgetting({ personId, name }: { personId: string; name?: string }) {
  const say = useWords()
  const dates = useDates()
  const notice = useNotice()
  const { data: leaving } = useSuspenseQuery(read(readLeaving, { id: personId }))
  const ask = useMutation(write(askToForget))
  const keep = useMutation(write(keepAfterAll))
  if (!leaving.mayForget) return null
  const day = (date: string) => dates.day(date, { relative: false })
  const takeBack = () => keep.mutateAsync({ id: personId })
  const start = async () => {
    const { forgetOn } = await ask.mutateAsync({ id: personId })
    if (forgetOn) notice(say(messages.asked, { day: day(forgetOn) }), takeBack)
  }
  return (
    <Section title={say(name ? messages.forgettingOther : messages.forgetting)}>
      {leaving.forgetOn ? (
        <Alert variant="light" color="gray" icon={<IconUserOff size={18} aria-hidden="true" />}>
          <Text size="sm" mb="sm">
            {say(messages.willBe, { day: day(leaving.forgetOn) })}
          </Text>
          <Button
            variant="default"
            loading={keep.isPending}
            onClick={() => keep.mutate({ id: personId }, { onSuccess: () => notice(say(messages.kept)) })}
          >
            {say(messages.keepMe)}
          </Button>
        </Alert>
      ) : (
        <>
          <Text size="sm" c="dimmed" mb="sm">
            {say(messages.forgettingAbout)}
          </Text>
          <Button variant="default" loading={ask.isPending} onClick={start}>
            {name ? say(messages.forgetThem, { name }) : say(messages.forgetMe)}
          </Button>
        </>
      )}
    </Section>
  )
}
