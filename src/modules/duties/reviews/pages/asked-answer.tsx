import { Chip, Group, NumberInput, Text, Textarea } from '@mantine/core'
import { useWords } from '../../../../platform/i18n.ts'
import { State } from '../../../../web/page.tsx'
import type { Answer, Asked } from '../../../checks/checklists/contract.ts'
import { checklistWords } from '../../../checks/checklists/messages.ts'
import { isFine } from '../../../checks/checklists/rules.ts'
import type { Figure } from '../../../indicators/contract.ts'
import { FigureDoor } from '../../../indicators/pages/figure.tsx'
import { useSaid } from '../../../indicators/pages/records.tsx'
import { reviewWords as words } from '../messages.ts'
import { isGiven } from '../rules.ts'

type Setting = { asked: Asked; answer: Answer | undefined; set: (answer: Answer) => void }

/** One question: what records say to it, and what was seen. */
export function AskedAnswer({ asked, answer, figure, set }: Setting & { figure: Figure | undefined }) {
  const say = useWords()
  const said = useSaid()
  const note = answer?.note ?? ''
  const given = isGiven(asked)
  const amiss = isFine(asked, answer?.value) === false
  return (
    <li>
      <div className="review-head">
        <Text>{asked.text}</Text>
        {amiss && <State tone="late">{say(words.amiss)}</State>}
      </div>
      {asked.help && (
        <Text size="sm" c="dimmed">
          {asked.help}
        </Text>
      )}
      {asked.indicatorId && (
        <Text size="sm">
          {say(words.fromRecords)}{' '}
          {figure && figure.value !== null ? (
            <FigureDoor question={figure.question}>{said(figure.inWords)}</FigureDoor>
          ) : (
            say(words.nothingCounted)
          )}
          {given && ` · ${say(words.given)}`}
        </Text>
      )}
      {!given && <Value asked={asked} answer={answer} set={set} />}
      <Textarea
        mt="xs"
        aria-label={`${say(words.note)}: ${asked.text}`}
        placeholder={say(words.note)}
        autosize
        value={note}
        onChange={(event) => set({ value: answer?.value ?? null, note: event.currentTarget.value })}
      />
    </li>
  )
}

function Value({ asked, answer, set }: Setting) {
  const say = useWords()
  const value = answer?.value ?? null
  const put = (next: Answer['value']) => set({ value: next, note: answer?.note ?? '' })
  const none = { value: 'na', label: say(checklistWords.na) }
  const offered = (): { value: string; label: string }[] => {
    if (asked.kind === 'yesNo')
      return [{ value: 'yes', label: say(checklistWords.yes) }, { value: 'no', label: say(checklistWords.no) }, none]
    if (asked.kind === 'choice') return [...asked.choices.map(({ id, text }) => ({ value: id, label: text })), none]
    if (asked.kind === 'photo' || asked.kind === 'signature') return [{ value: 'seen', label: say(words.isSeen) }, none]
    return [none]
  }
  const isNumber = asked.kind === 'score' || asked.kind === 'measure'
  return (
    <Group gap="xs" mt="xs" role="group" aria-label={asked.text}>
      {isNumber && (
        <NumberInput
          aria-label={asked.text}
          className="review-number"
          {...(asked.kind === 'score' ? { min: 0, max: asked.most, allowDecimal: false } : {})}
          suffix={asked.kind === 'score' ? ` / ${asked.most}` : asked.unit ? ` ${asked.unit}` : ''}
          value={typeof value === 'number' ? value : ''}
          onChange={(next) => put(next === '' ? null : Number(next))}
        />
      )}
      {offered().map((one) => (
        <Chip
          key={one.value}
          radius="sm"
          checked={value === one.value}
          onChange={() => put(one.value as Answer['value'])}
        >
          {one.label}
        </Chip>
      ))}
    </Group>
  )
}
