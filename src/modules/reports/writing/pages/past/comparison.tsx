import { Button, Group, SegmentedControl, Select, Text } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useWords } from '../../../../../platform/i18n.ts'
import { read } from '../../../../../platform/web.tsx'
import { Empty } from '../../../../../web/states.tsx'
import { onPhone } from '../../../../../web/theme.ts'
import type { ComparedLine } from '../../history/contract.ts'
import { compareMoments, listVersions } from '../../versions/contract.ts'
import { ComparedText, inOrder } from './compared-lines.tsx'
import { messages } from './messages.ts'
import type { Named } from './versions-panel.tsx'

/** Two moments of a report: in one text, or beside one another. */
export function Comparison({
  reportId,
  from,
  to,
  show,
  restore,
  leave,
}: {
  reportId: string
  from: number
  to: number | undefined
  show: (moments: { from?: number; to?: number | undefined }) => void
  restore: ((moment: Named) => void) | null
  leave: () => void
}) {
  const say = useWords()
  const phone = useMediaQuery(onPhone, undefined, { getInitialValueInEffect: false })
  const [shown, setShown] = useState<'inline' | 'beside'>('inline')
  const { data: versions } = useSuspenseQuery(read(listVersions, { reportId }))
  const { data } = useSuspenseQuery(read(compareMoments, { reportId, from, ...(to === undefined ? {} : { to }) }))
  const nameOf = (seq: number): string =>
    versions.find((one) => one.seq === seq)?.name ??
    (seq === 0 ? say(messages.beginning) : say(messages.asOfChange, { seq }))
  const moments = [...new Set([0, from, ...(to === undefined ? [] : [to]), ...versions.map(({ seq }) => seq)])]
    .sort((a, b) => b - a)
    .map((seq) => ({ value: String(seq), label: nameOf(seq) }))
  const beside = shown === 'beside' && !phone
  return (
    <>
      <Group gap="sm" align="end" mb="md">
        <Select
          label={say(messages.from)}
          allowDeselect={false}
          data={moments}
          value={String(from)}
          onChange={(next) => next !== null && show({ from: Number(next) })}
        />
        <Select
          label={say(messages.to)}
          allowDeselect={false}
          data={[{ value: 'now', label: say(messages.now) }, ...moments]}
          value={to === undefined ? 'now' : String(to)}
          onChange={(next) => next !== null && show({ to: next === 'now' ? undefined : Number(next) })}
        />
        {!phone && (
          <SegmentedControl
            aria-label={say(messages.shown)}
            value={shown}
            onChange={(next) => setShown(next as typeof shown)}
            data={[
              { value: 'inline', label: say(messages.inline) },
              { value: 'beside', label: say(messages.beside) },
            ]}
          />
        )}
        <Button variant="default" onClick={leave}>
          {say(messages.toText)}
        </Button>
        {restore && (
          <Button onClick={() => restore({ seq: from, name: nameOf(from) })}>
            {say(messages.restoreNamed, { name: nameOf(from) })}
          </Button>
        )}
      </Group>
      {data.lines.every(({ as }) => as === 'kept') ? (
        <Empty>{say(messages.same)}</Empty>
      ) : (
        <div className={beside ? 'past-beside' : undefined}>
          {beside && <Text className="past-heads">{nameOf(from)}</Text>}
          {beside && <Text className="past-heads">{to === undefined ? say(messages.now) : nameOf(to)}</Text>}
          {inOrder(together(data.lines)).map(({ key, item }) => (
            <Lines key={key} lines={item} beside={beside} />
          ))}
        </div>
      )}
    </>
  )
}

/** Lines that say the same in a row fold into one. */
function together(lines: readonly ComparedLine[]): ComparedLine[][] {
  const all: ComparedLine[][] = []
  for (const line of lines) {
    const last = all.at(-1)
    if (line.as === 'kept' && last?.[0]?.as === 'kept') last.push(line)
    else all.push([line])
  }
  return all
}

function Lines({ lines, beside }: { lines: readonly ComparedLine[]; beside: boolean }) {
  const say = useWords()
  const [first] = lines
  if (!first) return null
  if (first.as === 'kept' && lines.length > 2)
    return (
      <details className="past-same">
        <summary>{say(messages.unchanged, { count: lines.length })}</summary>
        {inOrder(lines).map(({ key, item }) => (
          <ComparedText key={key} line={item} />
        ))}
      </details>
    )
  return inOrder(lines).map(({ key, item }) =>
    beside ? <BesideLine key={key} line={item} /> : <ComparedText key={key} line={item} />,
  )
}

function BesideLine({ line }: { line: ComparedLine }) {
  const { as } = line
  return (
    <>
      <div>{as !== 'added' && <ComparedText line={line} side="was" />}</div>
      <div>{as !== 'removed' && <ComparedText line={line} side="is" />}</div>
    </>
  )
}
