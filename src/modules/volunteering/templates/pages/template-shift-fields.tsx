import { Button, Group, NumberInput, Select, Text, TextInput } from '@mantine/core'
import { useWords } from '../../../../platform/i18n.ts'
import { planWords } from '../../pages/board-messages.ts'
import { RoleFieldset } from '../../pages/role-fields.tsx'
import type { TemplateShift } from '../contract.ts'
import { templateWords as words } from '../messages.ts'
import { clockOf, minutesTo } from '../rules.ts'

export const freshRole = (): TemplateShift['roles'][number] => ({
  name: '',
  skillIds: [],
  adults: false,
  least: 0,
  target: 1,
  most: 1,
})

type Fields = {
  shift: TemplateShift
  /** when the activity of the example begins */
  begins: string
  onChange: (change: Partial<TemplateShift>) => void
}

/** One shift of a template: when, how places are given, and who is needed. */
export function TemplateShiftFieldset({
  number,
  skills,
  onRemove,
  ...fields
}: Fields & { number: number; skills: readonly { id: string; name: string }[]; onRemove: (() => void) | null }) {
  const say = useWords()
  const { shift, onChange } = fields
  const { roles } = shift
  return (
    <fieldset className="template-shift" aria-label={say(words.shift, { n: number })}>
      <div className="line-with-action">
        <h3>{say(words.shift, { n: number })}</h3>
        {onRemove && (
          <Button variant="subtle" size="compact-sm" onClick={onRemove}>
            {say(words.removeShift, { n: number })}
          </Button>
        )}
      </div>
      <Times {...fields} />
      <SignUpTime {...fields} of="opens" />
      <SignUpTime {...fields} of="closes" />
      <Group grow wrap="nowrap" align="flex-end">
        <Select
          label={say(planWords.confirmation)}
          data={[
            { value: 'first', label: say(planWords.first) },
            { value: 'leader', label: say(planWords.leader) },
          ]}
          value={shift.confirmation}
          allowDeselect={false}
          onChange={(value) => onChange({ confirmation: value === 'leader' ? 'leader' : 'first' })}
        />
        <NumberInput
          label={say(words.confirmHours)}
          value={shift.confirmMinutes / 60}
          min={1}
          max={336}
          onChange={(value) => onChange({ confirmMinutes: Math.round(Math.max(1, Number(value) || 12) * 60) })}
        />
      </Group>
      {roles.map((role, i) => (
        <RoleFieldset
          // biome-ignore lint/suspicious/noArrayIndexKey: a role of a template has nothing else
          key={i}
          role={role}
          number={i + 1}
          skills={skills}
          onChange={(change) => onChange({ roles: roles.map((one, at) => (at === i ? { ...one, ...change } : one)) })}
          onRemove={roles.length > 1 ? () => onChange({ roles: roles.filter((_, at) => at !== i) }) : null}
        />
      ))}
      <div>
        <Button variant="default" size="compact-md" onClick={() => onChange({ roles: [...roles, freshRole()] })}>
          {say(planWords.addRole)}
        </Button>
      </div>
    </fieldset>
  )
}

/** One that ends at an earlier hour than it begins ends on the next day. */
function Times({ shift: { starts, ends }, begins, onChange }: Fields) {
  const say = useWords()
  const from = clockOf(starts, begins)
  const to = clockOf(ends, begins)
  const at = (fromTime: string, toTime: string) => {
    if (!fromTime || !toTime) return
    const night = toTime < fromTime ? 1 : 0
    onChange({
      starts: minutesTo({ ...from, time: fromTime }, begins),
      ends: minutesTo({ day: from.day + night, time: toTime }, begins),
    })
  }
  return (
    <>
      <Group grow wrap="nowrap">
        <TextInput
          type="time"
          label={say(planWords.from)}
          value={from.time}
          onChange={(event) => at(event.currentTarget.value, to.time)}
        />
        <TextInput
          type="time"
          label={say(planWords.to)}
          value={to.time}
          onChange={(event) => at(from.time, event.currentTarget.value)}
        />
      </Group>
      {to.day > from.day && (
        <Text size="sm" c="dimmed">
          {say(words.nextDay)}
        </Text>
      )}
    </>
  )
}

const opening = { words: words.opensBefore, none: words.opensAtOnce, usual: { day: -7, time: '08:00' } }
const closing = { words: words.closesBefore, none: words.closesAtStart, usual: { day: -1, time: '18:00' } }

/** So many days before, at an hour; without days at once, or until it begins. */
function SignUpTime({ shift, of, begins, onChange }: Fields & { of: 'opens' | 'closes' }) {
  const say = useWords()
  const kind = of === 'opens' ? opening : closing
  const minutes = shift[of]
  const clock = minutes === null ? null : clockOf(minutes, begins)
  const set = (day: number | null, time: string) =>
    onChange({ [of]: day === null ? null : minutesTo({ day, time }, begins) })
  return (
    <Group grow wrap="nowrap" align="flex-end">
      <NumberInput
        label={say(kind.words)}
        placeholder={say(kind.none)}
        value={clock ? -clock.day : ''}
        min={0}
        max={365}
        allowDecimal={false}
        onChange={(value) => set(value === '' ? null : -Number(value), clock?.time ?? kind.usual.time)}
      />
      <TextInput
        type="time"
        label={say(of === 'opens' ? words.opensTime : words.closesTime)}
        value={clock?.time ?? ''}
        disabled={!clock}
        onChange={(event) => clock && event.currentTarget.value && set(clock.day, event.currentTarget.value)}
      />
    </Group>
  )
}
