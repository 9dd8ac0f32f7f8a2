import { Button, Checkbox, Group, MultiSelect, NumberInput, Select, Textarea, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useWords } from '../../../../platform/i18n.ts'
import { messages } from '../../../../web/messages.ts'
import { grades } from '../../findings/contract.ts'
import { gradeWords } from '../../findings/messages.ts'
import { type Asked, askedKinds } from '../contract.ts'
import { askedKindWords, checklistWords as words } from '../messages.ts'
import { answersOf } from '../rules.ts'
import { AskedIndicator } from './asked-indicator.tsx'
import { Choices } from './choice-fields.tsx'
import { answerWords } from './sayings.ts'

type Setting = { asked: Asked; set: (asked: Asked) => void }

/** What one question asks, how it is answered, and what it means if it is not in order. */
export function AskedFields({
  asked,
  earlier,
  set,
  remove,
  tried,
  withFigures,
}: Setting & { earlier: readonly Asked[]; remove: () => void; tried: boolean; withFigures: boolean }) {
  const say = useWords()
  const judged = asked.kind !== 'photo' && asked.kind !== 'signature'
  return (
    <div className="asked-fields">
      <Textarea
        label={say(words.text)}
        autosize
        required
        data-autofocus
        value={asked.text}
        error={tried && !asked.text ? say(messages.required) : null}
        onChange={(event) => set({ ...asked, text: event.currentTarget.value })}
      />
      <Select
        label={say(words.kind)}
        allowDeselect={false}
        data={askedKinds.map((kind) => ({ value: kind, label: say(askedKindWords[kind]) }))}
        value={asked.kind}
        onChange={(kind) => kind && set({ ...asked, kind: kind as Asked['kind'] })}
      />
      <KindFields asked={asked} set={set} />
      {withFigures && <AskedIndicator asked={asked} set={set} />}
      {judged && (
        <>
          <Group grow align="start">
            <NumberInput
              label={say(words.weight)}
              min={0}
              max={100}
              value={asked.weight}
              onChange={(weight) => set({ ...asked, weight: Number(weight) || 0 })}
            />
            <Select
              label={say(words.grade)}
              allowDeselect={false}
              data={grades.map((grade) => ({ value: grade, label: say(gradeWords[grade]) }))}
              value={asked.grade}
              onChange={(grade) => grade && set({ ...asked, grade: grade as Asked['grade'] })}
            />
          </Group>
          <Checkbox
            label={say(words.critical)}
            checked={asked.critical}
            onChange={(event) => set({ ...asked, critical: event.currentTarget.checked })}
          />
          <TextInput
            label={say(words.fault)}
            value={asked.fault}
            onChange={(event) => set({ ...asked, fault: event.currentTarget.value })}
          />
        </>
      )}
      <Textarea
        label={say(words.help)}
        autosize
        value={asked.help}
        onChange={(event) => set({ ...asked, help: event.currentTarget.value })}
      />
      <Condition asked={asked} earlier={earlier} set={set} />
      <div>
        <Button variant="subtle" color="gray" leftSection={<IconTrash size={18} aria-hidden="true" />} onClick={remove}>
          {say(words.removeAsked)}
        </Button>
      </div>
    </div>
  )
}

const numberOf = (value: string | number): number | null => (value === '' ? null : Number(value))

function KindFields({ asked, set }: Setting) {
  const say = useWords()
  if (asked.kind === 'yesNo')
    return (
      <Select
        label={say(words.good)}
        allowDeselect={false}
        data={(['yes', 'no'] as const).map((value) => ({ value, label: say(words[value]) }))}
        value={asked.good}
        onChange={(good) => set({ ...asked, good: good === 'no' ? 'no' : 'yes' })}
      />
    )
  if (asked.kind === 'score')
    return (
      <Group grow align="start">
        <NumberInput
          label={say(words.most)}
          min={1}
          max={100}
          value={asked.most}
          onChange={(most) => set({ ...asked, most: Number(most) || 1 })}
        />
        <NumberInput
          label={say(words.least)}
          min={0}
          max={100}
          value={asked.least}
          onChange={(least) => set({ ...asked, least: Number(least) || 0 })}
        />
      </Group>
    )
  if (asked.kind === 'measure')
    return (
      <Group grow align="start">
        <NumberInput
          label={say(words.from)}
          value={asked.from ?? ''}
          onChange={(from) => set({ ...asked, from: numberOf(from) })}
        />
        <NumberInput
          label={say(words.to)}
          value={asked.to ?? ''}
          onChange={(to) => set({ ...asked, to: numberOf(to) })}
        />
        <TextInput
          label={say(words.unit)}
          value={asked.unit}
          onChange={(event) => set({ ...asked, unit: event.currentTarget.value })}
        />
      </Group>
    )
  return asked.kind === 'choice' ? <Choices asked={asked} set={set} /> : null
}

function Condition({ asked, earlier, set }: Setting & { earlier: readonly Asked[] }) {
  const say = useWords()
  if (earlier.length === 0 && !asked.when) return null
  const before = earlier.find(({ id }) => id === asked.when?.id)
  const possible = before ? [...new Set([...answersOf(before), 'fine', 'amiss'])] : []
  return (
    <Group grow align="start">
      <Select
        label={say(words.when)}
        placeholder={say(words.always)}
        clearable
        data={earlier.map(({ id, text }) => ({ value: id, label: text || say(words.newAsked) }))}
        value={asked.when?.id ?? null}
        onChange={(id) => {
          const chosen = earlier.find((one) => one.id === id)
          set({ ...asked, when: chosen ? { id: chosen.id, is: ['amiss'] } : null })
        }}
      />
      {asked.when && (
        <MultiSelect
          label={say(words.whenIs)}
          data={possible.map((value) => ({ value, label: answerWords(say, before, value) }))}
          value={asked.when.is}
          onChange={(is) => asked.when && is.length > 0 && set({ ...asked, when: { ...asked.when, is } })}
        />
      )}
    </Group>
  )
}
