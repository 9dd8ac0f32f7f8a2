import { ActionIcon, Checkbox, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useWords } from '../../../../platform/i18n.ts'
import { read, write } from '../../../../platform/web.tsx'
import { Form, useForm } from '../../../../web/form.tsx'
import { PageLink } from '../../../../web/link.tsx'
import { useHas } from '../../../../web/me.ts'
import { useNotice } from '../../../../web/notice.tsx'
import { Sheet } from '../../../../web/page.tsx'
import { Trouble } from '../../../../web/states.tsx'
import { createSkill, listSkills, removeSkill, type Skill } from '../skills/contract.ts'
import { skillWords as words } from '../skills/messages.ts'

/** The list of skills; coordinators add to it and take from it. */
export function Skills() {
  const say = useWords()
  const keeps = useHas('keepSkills')
  const { data: skills } = useSuspenseQuery(read(listSkills, {}))
  return (
    <>
      <p>{say(words.about)}</p>
      <Sheet pad={false}>
        {skills.length === 0 && <p className="quiet">{say(words.noSkills)}</p>}
        <ul className="lines">
          {skills.map((skill) => (
            <SkillLine key={skill.id} skill={skill} keeps={keeps} />
          ))}
        </ul>
      </Sheet>
      {keeps && <AddSkill key={skills.length} />}
    </>
  )
}

function SkillLine({ skill: { id: skillId, name, needsProof, people }, keeps }: { skill: Skill; keeps: boolean }) {
  const say = useWords()
  const notice = useNotice()
  const again = useMutation(write(createSkill))
  const remove = useMutation({
    ...write(removeSkill),
    onSuccess: () => notice(say(words.skillRemoved, { name }), () => again.mutateAsync({ name, needsProof })),
  })
  return (
    <li className="line-with-action">
      <div>
        {name} · {say(needsProof ? words.needsProof : words.needsNoProof)}
        <Trouble error={remove.error} />
      </div>
      <span className="time-line">
        <PageLink to="/volunteers" search={{ skill: skillId } as never}>
          {say(words.count, { count: people })}
        </PageLink>
        {keeps && (
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={say(words.remove, { skill: name })}
            onClick={() => remove.mutate({ skillId })}
          >
            <IconTrash size={18} aria-hidden />
          </ActionIcon>
        )}
      </span>
    </li>
  )
}

function AddSkill() {
  const say = useWords()
  const form = useForm(createSkill, { initial: { name: '', needsProof: false } })
  return (
    <Form form={form} submit={say(words.addSkill)}>
      <TextInput label={say(words.name)} {...form.field('name')} />
      <Checkbox label={say(words.needsProof)} {...form.box('needsProof')} />
    </Form>
  )
}
