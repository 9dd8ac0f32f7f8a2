import { ActionIcon, Button, Group, NumberInput, Select } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { roles } from '../../../../../platform/context.ts'
import { useWords } from '../../../../../platform/i18n.ts'
import { GroupSelect } from '../../../../activities/pages/choice-fields.tsx'
import { ManyPicker, OrganizationPicker } from '../../../../activities/pages/pickers.tsx'
import { roleWords } from '../../../../organizations/messages.ts'
import { conditionWords, courseWords as words } from '../../messages.ts'
import type { Audience, Condition, Names } from '../contract.ts'
import './audience.css'

type Is = Condition['is']
const kinds: readonly Is[] = ['holds', 'at', 'began', 'inGroup', 'named']
export type Home = { id: string; name: string }

const blank = (home: Home): Condition => ({ is: 'holds', role: 'secretary', organizationId: home.id })

/** What stands in the form before anybody was named. */
export const orBlank = (audience: Audience, home: Home): Audience => (audience.length > 0 ? audience : [[blank(home)]])

/** Conditions joined by 'and' in groups that are joined by 'or'. */
export function AudienceFields({
  audience,
  names,
  home,
  onChange,
}: {
  audience: Audience
  names: Names
  home: Home
  onChange: (next: Audience) => void
}) {
  const say = useWords()
  const set = (next: Audience) => onChange(next.filter((all) => all.length > 0))
  const setOne = (i: number, k: number, next: Condition | null) =>
    set(audience.map((all, at) => (at === i ? all.flatMap((one, j) => (j === k ? (next ? [next] : []) : [one])) : all)))
  return (
    <>
      {audience.map((all, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: conditions have an order and no keys
        <fieldset key={i} className="audience-alternative">
          <legend>{say(words.alternative, { n: i + 1 })}</legend>
          {all.map((condition, k) => (
            <ConditionFields
              // biome-ignore lint/suspicious/noArrayIndexKey: the same
              key={k}
              n={k + 1}
              condition={condition}
              names={names}
              home={home}
              onChange={(next) => setOne(i, k, next)}
              onRemove={audience.length > 1 || all.length > 1 ? () => setOne(i, k, null) : undefined}
            />
          ))}
          <Group>
            <Button
              variant="default"
              size="compact-md"
              onClick={() => set(audience.map((one, at) => (at === i ? [...one, blank(home)] : one)))}
            >
              {say(words.addCondition)}
            </Button>
          </Group>
        </fieldset>
      ))}
      <Group>
        <Button variant="default" size="compact-md" onClick={() => set([...audience, [blank(home)]])}>
          {say(words.addAlternative)}
        </Button>
      </Group>
    </>
  )
}

function ConditionFields({
  n,
  condition,
  names,
  home,
  onChange,
  onRemove,
}: {
  n: number
  condition: Condition
  names: Names
  home: { id: string; name: string }
  onChange: (next: Condition) => void
  onRemove: (() => void) | undefined
}) {
  const say = useWords()
  const known = [
    { value: home.id, label: home.name },
    ...Object.entries(names).map(([value, label]) => ({ value, label })),
  ]
  const roleData = roles.map((role) => ({ value: role as string, label: say(roleWords[role]) }))
  const begin = (is: Is): Condition => {
    const { id: organizationId } = home
    if (is === 'inGroup') return { is, groupId: '' }
    if (is === 'named') return { is, personIds: [] }
    if (is === 'at') return { is, organizationId }
    if (is === 'holds') return { is, role: 'secretary', organizationId }
    return { is, role: null, organizationId, last: 2, unit: 'years' }
  }
  return (
    <div className="audience-condition">
      <Select
        label={say(words.condition)}
        data={kinds.map((is) => ({ value: is as string, label: say(conditionWords[is]) }))}
        allowDeselect={false}
        value={condition.is}
        onChange={(is) => onChange(begin(is as Is))}
      />
      {(condition.is === 'holds' || condition.is === 'began') && (
        <Select
          label={say(words.role)}
          data={roleData}
          placeholder={say(words.anyRole)}
          clearable={condition.is === 'began'}
          allowDeselect={condition.is === 'began'}
          value={condition.role}
          onChange={(role) => onChange({ ...condition, role } as Condition)}
        />
      )}
      {'organizationId' in condition && (
        <OrganizationPicker
          label={say(words.at)}
          known={known}
          value={condition.organizationId}
          onChange={(id) => onChange({ ...condition, organizationId: id ?? home.id })}
        />
      )}
      {condition.is === 'began' && (
        <>
          <NumberInput
            label={say(words.last)}
            min={1}
            value={condition.last}
            onChange={(last) => onChange({ ...condition, last: Number(last) })}
          />
          <Select
            label={say(words.unit)}
            data={[
              { value: 'days', label: say(words.days) },
              { value: 'years', label: say(words.years) },
            ]}
            allowDeselect={false}
            value={condition.unit}
            onChange={(unit) => onChange({ ...condition, unit: unit as 'days' | 'years' })}
          />
        </>
      )}
      {condition.is === 'inGroup' && (
        <GroupSelect
          value={condition.groupId || null}
          onChange={(groupId) => onChange({ is: 'inGroup', groupId: groupId ?? '' })}
        />
      )}
      {condition.is === 'named' && (
        <ManyPicker
          kind="person"
          label={say(words.people)}
          known={known}
          value={condition.personIds}
          onChange={(personIds) => onChange({ is: 'named', personIds })}
        />
      )}
      {onRemove && (
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={say(words.removeCondition, { n })}
          onClick={onRemove}
        >
          <IconX size={18} aria-hidden />
        </ActionIcon>
      )}
    </div>
  )
}
