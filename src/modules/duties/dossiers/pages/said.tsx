import { Button, Group, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useWords } from '../../../../platform/i18n.ts'
import { Form, useForm } from '../../../../web/form.tsx'
import { Sheet } from '../../../../web/page.tsx'
import { type Dossier, type Part, writePart } from '../contract.ts'
import { partWords, dossierWords as words } from '../messages.ts'

/** What whoever it is about writes themselves. */
export function Own({ dossier }: { dossier: Dossier }) {
  const say = useWords()
  const [writing, setWriting] = useState(false)
  const text = dossier.texts.own
  if (writing) return <Writing dossier={dossier} part="own" done={() => setWriting(false)} />
  return (
    <Sheet>
      <Text {...(text ? {} : { c: 'dimmed' })} className="dossier-text">
        {text ?? say(dossier.closedAt ? words.noOwnWritten : words.noOwn)}
      </Text>
      {dossier.mayWrite && (
        <Button mt="sm" variant={text ? 'default' : 'filled'} onClick={() => setWriting(true)}>
          {say(text ? words.change : words.write)}
        </Button>
      )}
    </Sheet>
  )
}

/** What they say to a part that the records wrote. */
export function Said({ dossier, part }: { dossier: Dossier; part: Part }) {
  const say = useWords()
  const [writing, setWriting] = useState(false)
  const text = dossier.texts[part]
  if (writing) return <Writing dossier={dossier} part={part} done={() => setWriting(false)} />
  return (
    <>
      {text && (
        <div className="dossier-said">
          <Text size="sm" c="dimmed">
            {say(words.said, { name: dossier.holder.name })}
          </Text>
          <Text className="dossier-text">{text}</Text>
        </div>
      )}
      {dossier.mayWrite && (
        <Button
          mt="xs"
          size="compact-sm"
          variant="subtle"
          aria-label={say(words.commentOf, {
            verb: say(text ? words.change : words.comment),
            part: say(partWords[part]),
          })}
          onClick={() => setWriting(true)}
        >
          {say(text ? words.change : words.comment)}
        </Button>
      )}
    </>
  )
}

function Writing({ dossier, part, done }: { dossier: Dossier; part: Part; done: () => void }) {
  const say = useWords()
  const form = useForm(writePart, {
    initial: { dossierId: dossier.id, part, words: dossier.texts[part] ?? '' },
    done,
  })
  const own = part === 'own'
  return (
    <Sheet>
      <Form
        form={form}
        submit={say(words.keep)}
        beside={
          <Group gap="xs">
            <Button variant="subtle" onClick={done}>
              {say(words.leave)}
            </Button>
          </Group>
        }
      >
        <Textarea
          label={
            own ? say(partWords.own) : say(words.commentOf, { verb: say(words.comment), part: say(partWords[part]) })
          }
          {...(own ? { description: say(words.ownAbout) } : {})}
          autosize
          minRows={own ? 6 : 3}
          data-autofocus
          {...form.field('words')}
        />
      </Form>
    </Sheet>
  )
}
