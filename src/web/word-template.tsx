import { Alert, Button, FileButton } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { faultWords, partWords, placeWords, tagWords } from '../platform/document/messages.ts'
import type { TemplateFault } from '../platform/document/tags.ts'
import { useLanguage, useWords } from '../platform/i18n.ts'
import { Page, Section } from './page.tsx'
import { Rows } from './rows.tsx'
import { Trouble } from './states.tsx'

/** A name that may stand in a template; a loop repeats what is between its two ends. */
type Tag = { names: readonly string[]; means: string; kind?: string }

/** The page of the office's own Word files: brought and checked, and every name that may stand in them. */
export function WordTemplatePage<A extends { faults: readonly TemplateFault[] }>({
  add,
  bring,
  kept,
  tags,
  children,
  ...page
}: {
  title: string
  about: string
  back: ReactNode
  add: string
  bring: (file: File) => Promise<A>
  /** What is said once a file is kept. */
  kept?: (answer: A) => ReactNode
  tags: readonly Tag[]
  children: ReactNode
}) {
  const say = useWords()
  const bringing = useMutation({ mutationFn: bring })
  const { data, error } = bringing
  return (
    <Page
      {...page}
      actions={
        <FileButton accept=".docx" onChange={(file) => file && bringing.mutate(file)}>
          {(button) => (
            <Button {...button} loading={bringing.isPending}>
              {add}
            </Button>
          )}
        </FileButton>
      }
    >
      <Trouble error={error} />
      {data && kept?.(data)}
      {data && data.faults.length > 0 && <Faults faults={data.faults} />}
      {children}
      <Section title={say(tagWords.names)}>
        <Names tags={tags} />
      </Section>
    </Page>
  )
}

/** What has to be mended before it is kept, each with its place. */
function Faults({ faults }: { faults: readonly TemplateFault[] }) {
  const say = useWords()
  return (
    <Alert color="red" title={say(placeWords.faults, { count: faults.length })}>
      <ul>
        {faults.map(({ fault, tag, part, number, text }) => (
          <li key={`${part} ${number} ${fault} ${tag}`}>
            {say(placeWords.place, { part: say(partWords[part]), number })}: {say(faultWords[fault], { tag })}{' '}
            <q>{text}</q>
          </li>
        ))}
      </ul>
    </Alert>
  )
}

function Names({ tags }: { tags: readonly Tag[] }) {
  const say = useWords()
  const language = useLanguage()
  return (
    <Rows
      name={say(tagWords.names)}
      rows={tags}
      rowKey={({ names }) => names.join(' ')}
      columns={[
        {
          key: 'name',
          head: say(tagWords.name),
          cell: ({ names, kind }) => {
            const name = (language === 'en' ? names[0] : names.at(-1)) ?? ''
            return kind === 'loop' ? `#${name} … /${name}` : name
          },
        },
        { key: 'means', head: say(tagWords.means), fact: true, cell: ({ means }) => means },
      ]}
    />
  )
}
