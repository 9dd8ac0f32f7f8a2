import { ActionIcon, Anchor, Button, FileButton, NativeSelect } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useWords } from '../../../../platform/i18n.ts'
import { addressOf, call, read, upload, write } from '../../../../platform/web.tsx'
import { daysBetween } from '../../../../platform/zone.ts'
import { Form, useForm } from '../../../../web/form.tsx'
import { useDates } from '../../../../web/moment.tsx'
import { useNotice } from '../../../../web/notice.tsx'
import { Section, Sheet, State } from '../../../../web/page.tsx'
import { Empty, Trouble } from '../../../../web/states.tsx'
import { SpanFields, useSpan } from '../../../organizations/pages/span-fields.tsx'
import type { VolunteerCard } from '../contract.ts'
import {
  addProof,
  addQualification,
  confirmQualification,
  listSkills,
  type Qualification,
  readProof,
  removeQualification,
} from '../skills/contract.ts'
import { skillWords } from '../skills/messages.ts'
import { proofEndings } from '../skills/rules.ts'

/** What somebody can do, with the proof of it and how long it lasts. */
export function Qualifications({ person, mine, add }: { person: VolunteerCard; mine: boolean; add: () => void }) {
  const say = useWords()
  return (
    <Section
      title={say(skillWords.title)}
      actions={
        <Button variant="default" size="sm" leftSection={<IconPlus size={16} aria-hidden />} onClick={add}>
          {say(mine ? skillWords.add : skillWords.addFor)}
        </Button>
      }
    >
      {person.qualifications.length === 0 ? (
        <Empty>{say(mine ? skillWords.none : skillWords.noneOf)}</Empty>
      ) : (
        <Sheet pad={false}>
          <ul className="lines">
            {person.qualifications.map((one) => (
              <QualificationLine key={one.id} one={one} />
            ))}
          </ul>
        </Sheet>
      )}
    </Section>
  )
}

function QualificationLine({ one }: { one: Qualification }) {
  const say = useWords()
  const dates = useDates()
  const span = useSpan()
  const notice = useNotice()
  const { id: qualificationId, skillName, proof } = one
  const take = useMutation({
    mutationFn: (file: File) => upload(addProof, { qualificationId }, file),
  })
  const remove = useMutation({
    ...write(removeQualification),
    onSuccess: () => notice(say(skillWords.removed, { skill: skillName }), () => call(addQualification, one)),
  })
  return (
    <li className="line-with-action">
      <div>
        <div>
          {skillName} <Standing one={one} />
        </div>
        <div className="membership-span">
          {span(one, (day) => dates.day(day, { relative: false }), dates.today())}
          {proof && (
            <>
              {' · '}
              <Anchor href={addressOf(readProof, { qualificationId })} download>
                {say(skillWords.open, { skill: skillName })}
              </Anchor>
            </>
          )}
        </div>
        <Trouble error={take.error ?? remove.error} />
        <span className="time-line">
          {one.needsProof && (
            <FileButton accept={proofEndings.join(',')} onChange={(file) => file && take.mutate(file)}>
              {(props) => (
                <Button {...props} size="compact-sm" variant="default" loading={take.isPending}>
                  {say(proof ? skillWords.replace : skillWords.upload)}
                </Button>
              )}
            </FileButton>
          )}
          {one.mayConfirm && <ConfirmButton one={one} />}
        </span>
      </div>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={say(skillWords.remove, { skill: skillName })}
        onClick={() => remove.mutate({ qualificationId })}
      >
        <IconTrash size={18} aria-hidden />
      </ActionIcon>
    </li>
  )
}

/** Without a file, whoever confirms says that they have held the paper. */
export function ConfirmButton({ one: { id: qualificationId, needsProof, proof } }: { one: Qualification }) {
  const say = useWords()
  const confirm = useMutation(write(confirmQualification))
  const onPaper = needsProof && proof === null
  return (
    <>
      <Trouble error={confirm.error} />
      <Button
        size="compact-sm"
        onClick={() => confirm.mutate({ qualificationId, onPaper })}
        loading={confirm.isPending}
      >
        {say(onPaper ? skillWords.confirmOnPaper : skillWords.confirm)}
      </Button>
    </>
  )
}

function Standing({ one: { toDate, needsProof, confirmedBy, proof } }: { one: Qualification }) {
  const say = useWords()
  const dates = useDates()
  const left = toDate === null ? null : daysBetween(dates.today(), toDate)
  if (left !== null && left <= 0) return <State tone="late">{say(skillWords.ended)}</State>
  if (needsProof && confirmedBy === null)
    return <State tone="soon">{say(proof ? skillWords.waits : skillWords.proofMissing)}</State>
  if (left !== null && left <= 30) return <State tone="soon">{say(skillWords.endsSoon, { days: left })}</State>
  return confirmedBy ? <State tone="do">{say(skillWords.confirmed, { name: confirmedBy })}</State> : null
}

export function AddQualification({ personId, done }: { personId: string; done: () => void }) {
  const say = useWords()
  const dates = useDates()
  const { data: skills } = useSuspenseQuery(read(listSkills, {}))
  const form = useForm(addQualification, {
    initial: { personId, skillId: skills[0]?.id ?? '', fromDate: dates.today(), toDate: null },
    done,
  })
  if (skills.length === 0) return <Empty>{say(skillWords.noSkills)}</Empty>
  return (
    <Form form={form} submit={say(skillWords.addFor)}>
      <NativeSelect
        label={say(skillWords.skill)}
        data={skills.map(({ id, name, needsProof }) => ({
          value: id,
          label: needsProof ? `${name} · ${say(skillWords.needsProof)}` : name,
        }))}
        {...form.field('skillId')}
      />
      <SpanFields
        values={form.values}
        errors={form.errors}
        onChange={(name, value) => form.set(name, value as never)}
      />
    </Form>
  )
}
