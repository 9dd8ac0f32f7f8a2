import { Button, FileButton, Group, Text } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useWords, type Words } from '../../../../platform/i18n.ts'
import { queryClient, upload } from '../../../../platform/web.tsx'
import { ButtonLink, PageLink } from '../../../../web/link.tsx'
import { Page, Section, Sheet } from '../../../../web/page.tsx'
import { Trouble } from '../../../../web/states.tsx'
import { bankWords, kindWords, questionRefusals } from '../messages.ts'
import { bringQti, type QtiOutcome } from '../qti/contract.ts'
import { leftOutWords, qtiRefusals, tooMuch, qtiWords as words } from '../qti/messages.ts'

/** A package is tried first: what would be taken, what not and why. Then it is taken. */
export function QtiPage() {
  const say = useWords()
  const [file, setFile] = useState<File | null>(null)
  const trying = useMutation({ mutationFn: (given: File) => upload(bringQti, { trial: 'true' }, given) })
  const taking = useMutation({
    mutationFn: (given: File) => upload(bringQti, { trial: 'false' }, given),
    onSuccess: () => queryClient.invalidateQueries(),
  })
  const choose = (given: File | null): void => {
    if (!given) return
    setFile(given)
    taking.reset()
    trying.mutate(given)
  }
  const outcome = taking.data ?? trying.data
  return (
    <Page
      title={say(words.title)}
      about={say(words.about)}
      back={<PageLink to={'/learning/questions' as '/'}>{say(bankWords.questions)}</PageLink>}
    >
      <Trouble error={trying.error ?? taking.error} />
      <Sheet>
        <Group>
          <FileButton accept=".zip,.xml" onChange={choose}>
            {(button) => (
              <Button
                {...button}
                variant={outcome ? 'default' : 'filled'}
                leftSection={<IconFileImport size={18} aria-hidden="true" />}
                loading={trying.isPending}
              >
                {say(words.choose)}
              </Button>
            )}
          </FileButton>
          {file && <Text c="dimmed">{file.name}</Text>}
        </Group>
      </Sheet>
      {outcome && <Outcome outcome={outcome} done={taking.isSuccess} />}
      {file && trying.data && !taking.isSuccess && trying.data.taken.length > 0 && (
        <Button mt="md" loading={taking.isPending} onClick={() => taking.mutate(file)}>
          {say(words.take, { n: trying.data.taken.length })}
        </Button>
      )}
      {taking.isSuccess && (
        <ButtonLink mt="md" variant="default" to={'/learning/questions' as '/'}>
          {say(words.toBank)}
        </ButtonLink>
      )}
    </Page>
  )
}

function Outcome({ outcome: { taken, known, refused, without }, done }: { outcome: QtiOutcome; done: boolean }) {
  const say = useWords()
  const left = Map.groupBy(without, ({ file }) => file)
  const inWords = (what: string): string => {
    const said = ({ ...questionRefusals, ...tooMuch } as Record<string, Words>)[what]
    return said ? say(said) : what
  }
  return (
    <div role="status">
      <List title={say(done ? words.taken : words.wouldTake, { n: taken.length })}>
        {taken.map(({ file, title, kind }) => (
          <Line key={file} title={title} file={file} said={say(kindWords[kind])}>
            {left.get(file)?.map((one) => (
              <Text size="sm" key={`${one.left} ${one.what}`}>
                {say(leftOutWords[one.left], { what: one.what })}
              </Text>
            ))}
          </Line>
        ))}
      </List>
      {refused.length > 0 && (
        <List title={say(words.refused, { n: refused.length })}>
          {refused.map(({ file, title, reason, what }) => (
            <Line key={file} title={title || file} file={file}>
              {say((qtiRefusals as Record<string, Words>)[reason] ?? qtiRefusals.qtiDamaged, { what: inWords(what) })}
            </Line>
          ))}
        </List>
      )}
      {known.length > 0 && <Text mt="md">{say(words.known, { n: known.length })}</Text>}
    </div>
  )
}

const List = ({ title, children }: { title: string; children: ReactNode }) => (
  <Section title={title}>
    <ul className="sheet lines">{children}</ul>
  </Section>
)

function Line({ title, file, said, children }: { title: string; file: string; said?: string; children: ReactNode }) {
  return (
    <li>
      {title}
      <Text size="sm" c="dimmed" component="div">
        {[said, file].filter(Boolean).join(' · ')}
      </Text>
      {children && (
        <Text size="sm" component="div">
          {children}
        </Text>
      )}
    </li>
  )
}
