import { Anchor, Button, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useLanguage, useWords } from '../../../../platform/i18n.ts'
import { addressOf, write } from '../../../../platform/web.tsx'
import { useDates } from '../../../../web/moment.tsx'
import { Trouble } from '../../../../web/states.tsx'
import type { Holding } from '../../contract.ts'
import { issueLetter, letterFile } from '../contract.ts'
import { letterWords as words } from '../messages.ts'

/** The letter of a holding, to be taken along, and whether it was acknowledged. */
export function LetterLine({ letter: { id, issuedOn, acknowledgedOn } }: { letter: NonNullable<Holding['letter']> }) {
  const say = useWords()
  const dates = useDates()
  const day = (of: string) => dates.day(of, { relative: false })
  return (
    <Text size="sm">
      <Anchor href={addressOf(letterFile, { letterId: id })} download>
        {say(words.download, { day: day(issuedOn) })}
      </Anchor>{' '}
      · {acknowledgedOn ? say(words.acknowledgedOn, { day: day(acknowledgedOn) }) : say(words.waits)}
    </Text>
  )
}

export function IssueLetter({ holdingId, again }: { holdingId: string; again: boolean }) {
  const say = useWords()
  const language = useLanguage()
  const issue = useMutation(write(issueLetter))
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        loading={issue.isPending}
        onClick={() => issue.mutate({ holdingId, language })}
      >
        {say(again ? words.again : words.issue)}
      </Button>
      <Trouble error={issue.error} />
    </>
  )
}
