import { Button, Group, Popover, Select, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type NodeViewProps, NodeViewWrapper } from '@tiptap/react'
import { useState } from 'react'
import { useWords } from '../../../../../platform/i18n.ts'
import { read } from '../../../../../platform/web.tsx'
import { useOpenFigure } from '../../../../../web/figure-address.ts'
import { useDates } from '../../../../../web/moment.tsx'
import { Trouble } from '../../../../../web/states.tsx'
import { figure } from '../../../../indicators/contract.ts'
import { useSaid } from '../../../../indicators/pages/records.tsx'
import { parsePeriod, periodWords } from '../../../../indicators/period/rules.ts'
import { type DocumentQuestion, type namedThings, spellings } from '../../contract.ts'
import { commonOf } from '../../figures/rules.ts'
import { periodMeant } from '../../settled/asking/rules.ts'
import { chipText, wordText } from '../../settled/rules.ts'
import { messages } from '../editor/messages.ts'
import { askedIn, isRepeated, useIndicators, useWrittenFor } from '../editor/place.tsx'
import { QuestionFields } from './fields.tsx'

type Attributes = { question: DocumentQuestion | null; spelled: (typeof spellings)[number] }

/** A figure in the text: it shows its number, and opens to what it counts and how it is written. */
export function Chip({ node, editor, getPos, selected, updateAttributes, deleteNode }: NodeViewProps) {
  const say = useWords()
  const said = useSaid()
  const open = useOpenFigure()
  const written = useWrittenFor()
  const { all, named } = useIndicators()
  const [shown, setShown] = useState(false)
  const { question, spelled } = node.attrs as Attributes
  const asking = askedIn(written, question, named)
  const { data, error } = useQuery({ ...read(figure, asking ?? ({} as never)), enabled: asking !== null })
  const repeated = isRepeated(editor, getPos())
  const name =
    question && 'indicator' in question
      ? all.find(({ id }) => id === question.indicator)?.name
      : question && commonOf(question)?.words
  const own = data ? chipText(written.language, data, spelled) : '…'
  const text = error || !asking ? say(messages.notChosen) : repeated ? say(name ?? messages.noName) : own
  const period = question ? parsePeriod(periodMeant(question.period, parsePeriod(written.period) ?? neverAsked)) : null
  return (
    <NodeViewWrapper as="span" className="chip-place">
      <Popover opened={shown} onChange={setShown} position="bottom-start" shadow="md" width={320} trapFocus returnFocus>
        <Popover.Target>
          <button
            type="button"
            className={selected ? 'chip chip-chosen' : error ? 'chip chip-missing' : 'chip'}
            title={data ? said(data.definition) : undefined}
            onClick={() => setShown(!shown)}
          >
            {text}
          </button>
        </Popover.Target>
        <Popover.Dropdown>
          <Stack gap="sm">
            <Trouble error={error} />
            {data && <Text size="sm">{said(data.definition)}</Text>}
            {period && (
              <Text size="sm" c="dimmed">
                {say(periodWords(period))} · {written.scope.name}
              </Text>
            )}
            {editor.isEditable && (
              <>
                <QuestionFields question={question} onChange={(next) => updateAttributes({ question: next })} />
                <Select
                  label={say(messages.spelled)}
                  allowDeselect={false}
                  comboboxProps={{ withinPortal: false }}
                  data={spellings.map((value) => ({ value, label: say(messages[value]) }))}
                  value={spelled}
                  onChange={(next) => next && updateAttributes({ spelled: next })}
                />
              </>
            )}
            <Group gap="xs">
              {data && (
                <Button
                  variant="default"
                  size="xs"
                  onClick={() => {
                    setShown(false)
                    open(data.question)
                  }}
                >
                  {say(messages.openRecords)}
                </Button>
              )}
              {editor.isEditable && (
                <Button variant="subtle" size="xs" onClick={deleteNode}>
                  {say(messages.remove)}
                </Button>
              )}
            </Group>
          </Stack>
        </Popover.Dropdown>
      </Popover>
    </NodeViewWrapper>
  )
}

const neverAsked = { kind: 'year', from: '2000-01-01', to: '2001-01-01' } as const

/** The office, a period or a date by its name, as it will stand there. */
export function NamedThing({ node, editor, getPos, selected }: NodeViewProps) {
  const say = useWords()
  const dates = useDates()
  const { language, scope, period } = useWrittenFor()
  const what = node.attrs.what as (typeof namedThings)[number]
  const known = parsePeriod(period)
  const repeated = what === 'scope' && isRepeated(editor, getPos())
  const text =
    known && !repeated ? wordText(language, what, { scope, period: known }, dates.today()) : say(messages[what])
  return (
    <NodeViewWrapper as="span" className={selected ? 'named named-chosen' : 'named'}>
      {text}
    </NodeViewWrapper>
  )
}
