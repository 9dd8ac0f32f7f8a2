import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useLanguage, useWords } from '../../../../platform/i18n.ts'
import { write } from '../../../../platform/web.tsx'
import { useForm } from '../../../../web/form.tsx'
import { useNotice } from '../../../../web/notice.tsx'
import { Section, Sheet, State } from '../../../../web/page.tsx'
import { Trouble } from '../../../../web/states.tsx'
import { applyAudience, type Difference, proposeAudience } from '../audience/contract.ts'
import { sayAudience } from '../audience/messages.ts'
import { orBlank } from '../audience/pages/audience-fields.tsx'
import { AudienceForm } from '../audience/pages/audience-form.tsx'
import { Differences } from '../audience/pages/differences.tsx'
import type { Course } from '../contract.ts'
import { courseWords as words } from '../messages.ts'

/** For whom it is, in a sentence; a change shows who comes in and who falls out before it takes effect. */
export function AudiencePart({ course }: { course: Course }) {
  const say = useWords()
  const language = useLanguage()
  const [changing, setChanging] = useState(false)
  const { audience, nextAudience, names, difference, may } = course
  return (
    <Section
      title={say(words.audience)}
      actions={
        may.change &&
        !changing && (
          <Button variant="default" onClick={() => setChanging(true)}>
            {say(words.changeAudience)}
          </Button>
        )
      }
    >
      <Sheet>{sayAudience(language, audience, names)}</Sheet>
      {changing && (
        <Sheet>
          <Proposing course={course} done={() => setChanging(false)} />
        </Sheet>
      )}
      {nextAudience && difference && !changing && (
        <Sheet>
          <State tone="soon">{say(words.proposed)}</State> {sayAudience(language, nextAudience, names)}
          <Differences difference={difference} />
          <Apply course={course} difference={difference} />
        </Sheet>
      )}
    </Section>
  )
}

function Proposing({ course, done }: { course: Course; done: () => void }) {
  const say = useWords()
  const { id: courseId, names, audience, nextAudience } = course
  const home = { id: course.organizationId, name: course.organizationName }
  const form = useForm(proposeAudience, {
    initial: { courseId, audience: orBlank(nextAudience ?? audience, home) },
    done,
  })
  return <AudienceForm form={form} names={names} home={home} submit={say(words.showDifference)} cancel={done} />
}

function Apply({ course: { id: courseId }, difference }: { course: Course; difference: Difference }) {
  const say = useWords()
  const notice = useNotice()
  const apply = useMutation({
    ...write(applyAudience),
    onSuccess: ({ people }) => notice(say(words.applied, { n: people })),
  })
  return (
    <>
      <Trouble error={apply.error} />
      <Button
        mt="sm"
        loading={apply.isPending}
        onClick={() => apply.mutate({ courseId, in: difference.in, out: difference.out })}
      >
        {say(words.apply, { in: difference.in, out: difference.out })}
      </Button>
    </>
  )
}
