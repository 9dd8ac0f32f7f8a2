import { Stack, Title } from '@mantine/core'
import { useWords } from '../../../../platform/i18n.ts'
import type { Bilingual, Content } from '../contract.ts'
import { kindWords, bankWords as words } from '../messages.ts'
import { isOfPiece, letterOf } from '../rules.ts'
import { Both } from './both.tsx'

type Change = (content: Content) => void

/** The texts of what is scored by rules of its own: they may change, and nothing else of it. */
export function GivenFields({ content, english, change }: { content: Content; english: boolean; change: Change }) {
  const say = useWords()
  const { pieces } = content
  if (!pieces) return <Texts content={content} english={english} change={change} of={() => true} />
  return pieces.map((piece, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: what is asked has an order and no names
    <Stack gap="sm" key={i}>
      <Title order={2} size="h5">
        {say(words.pieceOf, { n: i + 1 })} · {say(kindWords[piece.kind])}
      </Title>
      <Both
        label={say(words.stem)}
        english={english}
        value={piece.text ?? {}}
        onChange={(text) => change({ ...content, pieces: pieces.map((one, j) => (i === j ? { ...one, text } : one)) })}
        lines
      />
      <Texts content={content} english={english} change={change} of={(id) => isOfPiece(i, id)} />
    </Stack>
  ))
}

function Texts({
  content,
  english,
  change,
  of,
}: {
  content: Content
  english: boolean
  change: Change
  of: (id: string) => boolean
}) {
  const say = useWords()
  const fields = (list: 'options' | 'targets', label: (i: number) => string) =>
    content[list]
      .filter(({ id }) => of(id))
      .map(({ id, text }, i) => (
        <Both
          key={id}
          label={label(i)}
          english={english}
          value={text}
          onChange={(next: Bilingual) =>
            change({ ...content, [list]: content[list].map((one) => (one.id === id ? { ...one, text: next } : one)) })
          }
        />
      ))
  return (
    <Stack gap="sm">
      {fields('options', (i) => say(words.option, { letter: letterOf(i) }))}
      {fields('targets', (i) => say(words.target, { n: i + 1 }))}
    </Stack>
  )
}
