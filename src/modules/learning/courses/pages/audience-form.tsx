import { ActionIcon, Button, Group, NumberInput, Select } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { roles } from '../../../../platform/context.ts'
import { useWords } from '../../../../platform/i18n.ts'
import { Form, useForm } from '../../../../web/form.tsx'
import { GroupSelect } from '../../../activities/pages/choice-fields.tsx'
import { ManyPicker, OrganizationPicker } from '../../../activities/pages/pickers.tsx'
import { roleWords } from '../../../organizations/messages.ts'
import { type Audience, type Condition, type Names, proposeAudience } from '../audience/contract.ts'
import type { Course } from '../contract.ts'
import { conditionWords, courseWords as words } from '../messages.ts'

type Is = Condition['is']
const kinds: readonly Is[] = ['holds', 'at', 'began', 'inGroup', 'named']

/** Conditions joined by 'and' in groups that are joined by 'or'. */
export function AudienceForm({ course, done }: { course: Course; done: () => void }) {
  const say = useWords()
  const { id: courseId, organizationId, names } = course
  const blank = (): Condition => ({ is: 'holds', role: 'secretary', organizationId })
  const before = course.nextAudience ?? course.audience
  const form = useForm(proposeAudience, {
    initial: { courseId, audience: before.length > 0 ? before : [[blank()]] },
    done,
  })
  const audience = form.values.audience as Audience
  const set = (next: Condition[][]) =>
    form.set(
      'audience',
      next.filter((all) => all.length > 0),
    )
  const setOne = (i: number, k: number, next: Condition | null) =>
    set(audience.map((all, at) => (at === i ? all.flatMap((one, j) => (j === k ? (next ? [next] : []) : [one])) : all)))
  return (
    <Form
      form={form}
      submit={say(words.showDifference)}
      beside={
        <Button variant="default" onClick={done}>
          {say(words.cancel)}
        </Button>
      }
    >
      {audience.map((all, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: conditions have an order and no keys
        <fieldset key={i} className="course-alternative">
          <legend>{say(words.alternative, { n: i + 1 })}</legend>
          {all.map((condition, k) => (
            <ConditionFields
              // biome-ignore lint/suspicious/noArrayIndexKey: the same
              key={k}
              n={k + 1}
              condition={condition}
              names={names}
              home={{ id: organizationId, name: course.organizationName }}
              onChange={(next) => setOne(i, k, next)}
              onRemove={audience.length > 1 || all.length > 1 ? () => setOne(i, k, null) : undefined}
            />
          ))}
          <Group>
            <Button
              variant="default"
              size="compact-md"
              onClick={() => set(audience.map((one, at) => (at === i ? [...one, blank()] : one)))}
            >
              {say(words.addCondition)}
            </Button>
          </Group>
        </fieldset>
      ))}
      <Group>
        <Button variant="default" size="compact-md" onClick={() => set([...audience, [blank()]])}>
          {say(words.addAlternative)}
        </Button>
      </Group>
    </Form>
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
    <div className="course-condition">
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
