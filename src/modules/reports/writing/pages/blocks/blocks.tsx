import { MultiSelect, NumberInput, Select, Switch, TextInput } from '@mantine/core'
import { NodeViewContent, type NodeViewProps } from '@tiptap/react'
import { useWords, type Words } from '../../../../../platform/i18n.ts'
import type { DocumentQuestion } from '../../contract.ts'
import { commonFigures, commonOf, questionOf } from '../../figures/rules.ts'
import { messages } from '../editor/messages.ts'
import { useWrittenFor } from '../editor/place.tsx'
import { ConditionFields, QuestionFields } from './fields.tsx'
import { Frame } from './frame.tsx'

type Titled = { title: string; question: DocumentQuestion }
const nameOf = (question: DocumentQuestion | null): Words =>
  (question && 'fact' in question ? commonOf(question)?.words : undefined) ?? messages.notChosen

/** Shown only when its condition holds. */
export function WhenBlock(props: NodeViewProps) {
  const say = useWords()
  const { question, op, value, joins } = props.node.attrs as {
    question: DocumentQuestion | null
    op: string
    value: number
    joins: boolean
  }
  const change = props.updateAttributes
  return (
    <Frame
      of={props}
      name={say(messages.onlyWhen, { figure: say(nameOf(question)), op, value })}
      settings={
        <>
          <QuestionFields question={question} onChange={(next) => change({ question: next })} />
          <ConditionFields op={op} value={value} onChange={change} />
          <Switch
            label={say(messages.joins)}
            checked={joins}
            onChange={({ currentTarget }) => change({ joins: currentTarget.checked })}
          />
        </>
      }
    >
      <NodeViewContent className="frame-content" />
    </Frame>
  )
}

export function PerCommunityBlock(props: NodeViewProps) {
  const say = useWords()
  return (
    <Frame of={props} name={say(messages.eachCommunity)}>
      <NodeViewContent className="frame-content" />
    </Frame>
  )
}

const groupings = ['month', 'quarter', 'year', 'part', 'team', 'kind'] as const

function BySelect({ by, onChange }: { by: string; onChange: (by: string) => void }) {
  const say = useWords()
  return (
    <Select
      label={say(messages.by)}
      allowDeselect={false}
      comboboxProps={{ withinPortal: false }}
      data={groupings.map((value) => ({ value, label: say(messages[value]) }))}
      value={by}
      onChange={(next) => next && onChange(next)}
    />
  )
}

const CaptionField = ({ node, updateAttributes }: NodeViewProps) => {
  const say = useWords()
  return (
    <TextInput
      label={say(messages.caption)}
      value={node.attrs.caption as string}
      maxLength={200}
      onChange={({ currentTarget }) => updateAttributes({ caption: currentTarget.value })}
    />
  )
}

/** Several figures, each with its name as the head of its column or row; their names are in the report's language. */
function FiguresField({
  all,
  onChange,
  most,
}: {
  all: readonly Titled[]
  onChange: (all: Titled[]) => void
  most: number
}) {
  const say = useWords()
  const { language } = useWrittenFor()
  const at = language === 'en' ? 0 : 1
  return (
    <MultiSelect
      label={say(messages.figures)}
      searchable
      maxValues={most}
      comboboxProps={{ withinPortal: false }}
      data={commonFigures.map(({ name, words }) => ({ value: name, label: say(words) }))}
      value={all.flatMap(({ question }) => ('fact' in question ? (commonOf(question)?.name ?? []) : []))}
      onChange={(names) =>
        onChange(
          names.flatMap((name) => {
            const figure = commonFigures.find((one) => one.name === name)
            if (!figure) return []
            const before = all.find(({ question }) => 'fact' in question && commonOf(question) === figure)
            return [before ?? { title: figure.words[at], question: questionOf(figure) }]
          }),
        )
      }
    />
  )
}

/** What a block will show, said in words: the preview shows it counted. */
const Told = ({ caption, lines }: { caption: string; lines: readonly string[] }) => (
  <div className="frame-told" contentEditable={false}>
    {caption && <p className="frame-caption">{caption}</p>}
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  </div>
)

export function ChartBlock(props: NodeViewProps) {
  const say = useWords()
  const { question, by, kind, caption } = props.node.attrs as {
    question: DocumentQuestion | null
    by: string
    kind: 'bar' | 'line'
    caption: string
  }
  const change = props.updateAttributes
  const byName = groupings.find((one) => one === by)
  return (
    <Frame
      of={props}
      name={say(messages.chart)}
      settings={
        <>
          <QuestionFields question={question} onChange={(next) => change({ question: next })} />
          <BySelect by={by} onChange={(next) => change({ by: next })} />
          <Select
            label={say(messages.drawn)}
            allowDeselect={false}
            comboboxProps={{ withinPortal: false }}
            data={(['bar', 'line'] as const).map((value) => ({ value, label: say(messages[value]) }))}
            value={kind}
            onChange={(next) => next && change({ kind: next })}
          />
          <CaptionField {...props} />
        </>
      }
    >
      <Told
        caption={caption}
        lines={[`${say(nameOf(question))} · ${byName ? say(messages[byName]) : by} · ${say(messages[kind])}`]}
      />
    </Frame>
  )
}

export function BreakdownBlock(props: NodeViewProps) {
  const say = useWords()
  const { by, caption, columns } = props.node.attrs as { by: string; caption: string; columns: Titled[] }
  const byName = groupings.find((one) => one === by)
  return (
    <Frame
      of={props}
      name={`${say(messages.breakdown)} · ${byName ? say(messages[byName]) : by}`}
      settings={
        <>
          <FiguresField all={columns} most={8} onChange={(next) => props.updateAttributes({ columns: next })} />
          <BySelect by={by} onChange={(next) => props.updateAttributes({ by: next })} />
          <CaptionField {...props} />
        </>
      }
    >
      <Told caption={caption} lines={columns.map(({ title }) => title)} />
    </Frame>
  )
}

export function ComparisonBlock(props: NodeViewProps) {
  const say = useWords()
  const { against, caption, rows } = props.node.attrs as {
    against: 'yearBefore' | 'periodBefore'
    caption: string
    rows: Titled[]
  }
  return (
    <Frame
      of={props}
      name={`${say(messages.comparison)} · ${say(messages[against])}`}
      settings={
        <>
          <FiguresField all={rows} most={40} onChange={(next) => props.updateAttributes({ rows: next })} />
          <Select
            label={say(messages.period)}
            allowDeselect={false}
            comboboxProps={{ withinPortal: false }}
            data={(['yearBefore', 'periodBefore'] as const).map((value) => ({ value, label: say(messages[value]) }))}
            value={against}
            onChange={(next) => next && props.updateAttributes({ against: next })}
          />
          <CaptionField {...props} />
        </>
      }
    >
      <Told caption={caption} lines={rows.map(({ title }) => title)} />
    </Frame>
  )
}

export function RecordListBlock(props: NodeViewProps) {
  const say = useWords()
  const { question, limit, as, caption } = props.node.attrs as {
    question: DocumentQuestion | null
    limit: number
    as: 'table' | 'list'
    caption: string
  }
  const change = props.updateAttributes
  return (
    <Frame
      of={props}
      name={say(messages.recordList)}
      settings={
        <>
          <QuestionFields question={question} onChange={(next) => change({ question: next })} />
          <NumberInput
            label={say(messages.limit)}
            min={1}
            max={200}
            value={limit}
            onChange={(next) => change({ limit: Math.min(200, Math.max(1, Number(next) || 1)) })}
          />
          <Select
            label={say(messages.drawn)}
            allowDeselect={false}
            comboboxProps={{ withinPortal: false }}
            data={[
              { value: 'table', label: say(messages.asTable) },
              { value: 'list', label: say(messages.asList) },
            ]}
            value={as}
            onChange={(next) => next && change({ as: next })}
          />
          <CaptionField {...props} />
        </>
      }
    >
      <Told caption={caption} lines={[say(nameOf(question))]} />
    </Frame>
  )
}
