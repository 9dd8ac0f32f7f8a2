import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useLanguage, useWords } from '../../../../platform/i18n.ts'
import { write } from '../../../../platform/web.tsx'
import { useNotice } from '../../../../web/notice.tsx'
import { Section, Sheet, State } from '../../../../web/page.tsx'
import { Trouble } from '../../../../web/states.tsx'
import { applyAudience, type Difference } from '../audience/contract.ts'
import { sayAudience } from '../audience/messages.ts'
import { Differences } from '../audience/pages/differences.tsx'
import type { Course } from '../contract.ts'
import { courseWords as words } from '../messages.ts'
import { AudienceForm } from './audience-form.tsx'

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
          <AudienceForm course={course} done={() => setChanging(false)} />
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
        {say(words.apply)}
      </Button>
    </>
  )
}
