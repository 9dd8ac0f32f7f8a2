import { Anchor, Button, Group, Text } from '@mantine/core'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useWords } from '../../../../platform/i18n.ts'
import { addressOf, read, upload, write } from '../../../../platform/web.tsx'
import { PageLink } from '../../../../web/link.tsx'
import { useDates } from '../../../../web/moment.tsx'
import { useNotice } from '../../../../web/notice.tsx'
import { Sheet } from '../../../../web/page.tsx'
import { WordTemplatePage } from '../../../../web/word-template.tsx'
import { dutyWords } from '../../messages.ts'
import {
  addLetterTemplate,
  bringBackLetterTemplate,
  type LetterTemplate,
  letterTemplateFile,
  readLetterTemplate,
  removeLetterTemplate,
} from '../contract.ts'
import { letterWords as words } from '../messages.ts'

/** The office's own Word file for letters of duty, and every name that may stand in it. */
export function LetterTemplatePage() {
  const say = useWords()
  const { data } = useSuspenseQuery(read(readLetterTemplate, {}))
  return (
    <WordTemplatePage
      title={say(words.template)}
      about={say(words.templateAbout)}
      back={<PageLink to={'/duties' as '/'}>{say(dutyWords.duties)}</PageLink>}
      add={say(words.add)}
      bring={(file) => upload(addLetterTemplate, {}, file)}
      tags={data.tags.map(({ names, means }) => ({ names, means: say(means) }))}
    >
      <Sheet>{data.template ? <InUse template={data.template} /> : say(words.none)}</Sheet>
    </WordTemplatePage>
  )
}

function InUse({ template: { id: letterTemplateId, name, addedBy, addedOn } }: { template: LetterTemplate }) {
  const say = useWords()
  const dates = useDates()
  const notice = useNotice()
  const bringBack = useMutation(write(bringBackLetterTemplate))
  const remove = useMutation({
    ...write(removeLetterTemplate),
    onSuccess: () => notice(say(words.removed, { name }), () => bringBack.mutateAsync({ letterTemplateId })),
  })
  return (
    <Group justify="space-between">
      <div>
        <Anchor href={addressOf(letterTemplateFile, { letterTemplateId })} download>
          {name}
        </Anchor>
        <Text size="sm" c="dimmed">
          {say(words.addedBy, { name: addedBy, day: dates.day(addedOn, { relative: false }) })}
        </Text>
      </div>
      <Button variant="default" loading={remove.isPending} onClick={() => remove.mutate({ letterTemplateId })}>
        {say(words.remove)}
      </Button>
    </Group>
  )
}
