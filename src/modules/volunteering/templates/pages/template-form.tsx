import { Button, Group, Select, Text, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useWords, type Words } from '../../../../platform/i18n.ts'
import { read, write } from '../../../../platform/web.tsx'
import { messages } from '../../../../web/messages.ts'
import { useNotice } from '../../../../web/notice.tsx'
import { Trouble } from '../../../../web/states.tsx'
import { useHosts } from '../../../activities/pages/new-activity-page.tsx'
import { shiftRefusals } from '../../messages.ts'
import { listSkills } from '../../people/skills/contract.ts'
import { changeTemplate, createTemplate, type ShiftTemplate, type TemplateShift } from '../contract.ts'
import { templateWords as words } from '../messages.ts'
import { templateShiftRefusal } from '../rules.ts'
import { freshRole, TemplateShiftFieldset } from './template-shift-fields.tsx'

const freshShift = (): TemplateShift => ({
  starts: 0,
  ends: 120,
  opens: null,
  closes: null,
  confirmation: 'first',
  confirmMinutes: 720,
  roles: [freshRole()],
})

/** A template as its leaders write it: on the clock of an activity that begins at some hour, kept as minutes from then. */
export function TemplateForm({ template, onDone }: { template: ShiftTemplate | null; onDone: () => void }) {
  const say = useWords()
  const notice = useNotice()
  const hosts = useHosts()
  const { data: skills = [] } = useQuery(read(listSkills, {}))
  const [name, setName] = useState(template?.name ?? '')
  const [organizationId, setOrganization] = useState(template?.organizationId ?? hosts[0]?.value ?? '')
  const [begins, setBegins] = useState('09:00')
  const [shifts, setShifts] = useState<TemplateShift[]>(() => template?.shifts ?? [freshShift()])
  const [tried, setTried] = useState(false)
  const done = ({ name }: { name: string }) => {
    notice(say(words.kept, { name }))
    onDone()
  }
  const creating = useMutation({ ...write(createTemplate), onSuccess: done })
  const changing = useMutation({ ...write(changeTemplate), onSuccess: done })
  const wrong = wrongWith(name, shifts)
  const send = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (wrong) return
    if (template) changing.mutate({ shiftTemplateId: template.id, name, shifts })
    else creating.mutate({ organizationId, name, shifts })
  }
  const change = (at: number, by: Partial<TemplateShift>) =>
    setShifts((now) => now.map((one, i) => (i === at ? { ...one, ...by } : one)))
  return (
    <form className="form" onSubmit={send} noValidate>
      <TextInput
        label={say(words.name)}
        value={name}
        maxLength={80}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      {!template && hosts.length > 1 && (
        <Select
          label={say(words.keptFor)}
          data={hosts}
          value={organizationId}
          allowDeselect={false}
          onChange={(value) => value && setOrganization(value)}
        />
      )}
      <TextInput
        type="time"
        label={say(words.begins)}
        description={say(words.beginsHelp)}
        value={begins}
        onChange={(event) => event.currentTarget.value && setBegins(event.currentTarget.value)}
      />
      {shifts.map((shift, i) => (
        <TemplateShiftFieldset
          // biome-ignore lint/suspicious/noArrayIndexKey: a template has its shifts in an order of its own and no keys
          key={i}
          shift={shift}
          number={i + 1}
          begins={begins}
          skills={skills}
          onChange={(by) => change(i, by)}
          onRemove={shifts.length > 1 ? () => setShifts((now) => now.filter((_, at) => at !== i)) : null}
        />
      ))}
      <div>
        <Button variant="default" onClick={() => setShifts((now) => [...now, freshShift()])}>
          {say(words.addShift)}
        </Button>
      </div>
      {template && (
        <Text size="sm" c="dimmed">
          {say(words.changeHelp, { n: template.series })}
        </Text>
      )}
      {tried && wrong && (
        <p className="trouble" role="alert">
          {wrong.shift && say(words.inShift, { n: wrong.shift })}
          {say(wrong.words)}
        </p>
      )}
      <Trouble error={creating.error ?? changing.error} />
      <Group gap="xs">
        <Button type="submit" loading={creating.isPending || changing.isPending}>
          {say(words.save)}
        </Button>
        <Button variant="default" onClick={onDone}>
          {say(messages.cancel)}
        </Button>
      </Group>
    </form>
  )
}

/** The first thing that would be refused, and in which shift. */
function wrongWith(name: string, shifts: readonly TemplateShift[]): { shift: number | null; words: Words } | null {
  if (name.trim() === '') return { shift: null, words: words.nameNeeded }
  for (const [i, shift] of shifts.entries()) {
    const refusal = templateShiftRefusal(shift)
    if (shift.roles.some((role) => role.name.trim() === '')) return { shift: i + 1, words: words.roleNeedsName }
    if (refusal) return { shift: i + 1, words: shiftRefusals[refusal] }
  }
  return null
}
