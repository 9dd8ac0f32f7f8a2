import { Alert } from '@mantine/core'
import { faultWords, partWords, placeWords } from '../platform/document/messages.ts'
import type { TemplateFault } from '../platform/document/tags.ts'
import { useWords } from '../platform/i18n.ts'

/** What has to be mended in a Word template before it is kept, each with its place. */
export function TemplateFaults({ faults }: { faults: readonly TemplateFault[] }) {
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
