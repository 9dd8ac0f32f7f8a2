import { Button, Textarea, TextInput } from '@mantine/core'
import { useWords } from '../../../../platform/i18n.ts'
import { Form, useForm } from '../../../../web/form.tsx'
import { Sheet } from '../../../../web/page.tsx'
import { PersonPicker } from '../../../activities/pages/pickers.tsx'
import { QuizSelect } from '../../quizzes/pages/quiz-select.tsx'
import { planSession, type Session } from '../contract.ts'
import { sessionWords as words } from '../messages.ts'
import { pointsOf } from './points.tsx'

export function PlanForm({ session, done }: { session: Session; done: () => void }) {
  const say = useWords()
  const { activityId, lecturerId, lecturer, agenda, noteTaker, quiz } = session
  const form = useForm(planSession, {
    initial: {
      activityId,
      lecturerId,
      lecturer: lecturerId ? null : lecturer,
      agenda,
      noteTakerId: noteTaker?.id ?? null,
      quizId: quiz?.id ?? null,
    },
    done,
  })
  return (
    <Sheet>
      <Form
        form={form}
        submit={say(words.save)}
        beside={
          <Button variant="default" onClick={done}>
            {say(words.cancel)}
          </Button>
        }
      >
        <PersonPicker
          clearable
          label={say(words.lecturer)}
          description={say(words.lecturerHelp)}
          known={lecturerId && lecturer ? [{ value: lecturerId, label: lecturer }] : []}
          value={form.values.lecturerId ?? null}
          onChange={(next) => form.set('lecturerId', next)}
        />
        <TextInput
          label={say(words.lecturerOther)}
          {...form.field('lecturer')}
          value={form.values.lecturer ?? ''}
          disabled={Boolean(form.values.lecturerId)}
        />
        <Textarea
          label={say(words.agenda)}
          description={say(words.agendaHelp)}
          autosize
          minRows={3}
          name="agenda"
          error={form.errors.agenda}
          defaultValue={agenda.join('\n')}
          onChange={(event) => form.set('agenda', pointsOf(event.currentTarget.value))}
        />
        <PersonPicker
          clearable
          label={say(words.noteTaker)}
          description={say(words.noteTakerHelp)}
          known={noteTaker ? [{ value: noteTaker.id, label: noteTaker.name }] : []}
          value={form.values.noteTakerId ?? null}
          onChange={(next) => form.set('noteTakerId', next)}
        />
        <QuizSelect
          value={form.values.quizId ?? null}
          description={say(words.quizHelp)}
          onChange={(quizId) => form.set('quizId', quizId)}
        />
      </Form>
    </Sheet>
  )
}
