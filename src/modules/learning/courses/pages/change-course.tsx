import { Button, Text, Textarea, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useWords } from '../../../../platform/i18n.ts'
import { read } from '../../../../platform/web.tsx'
import { Form, useForm } from '../../../../web/form.tsx'
import { useDates } from '../../../../web/moment.tsx'
import { Section, Sheet } from '../../../../web/page.tsx'
import { Trouble } from '../../../../web/states.tsx'
import { type Course, changeCourse, type Foreseen, foreseeCourse } from '../contract.ts'
import { courseWords as words } from '../messages.ts'
import { TermFields } from './term-fields.tsx'

/** Other words and other terms; for whom that means another day is shown before it is so. */
export function ChangeCourse({ course, done }: { course: Course; done: () => void }) {
  const say = useWords()
  const { id: courseId, name, about, dueDays, dueDate, renewMonths } = course
  const form = useForm(changeCourse, {
    initial: { courseId, name, about, dueDays, dueDate, renewMonths, changed: 0 },
    done,
  })
  const { values, set } = form
  const asked = Object.fromEntries(
    Object.entries({ dueDays: values.dueDays, dueDate: values.dueDate, renewMonths: values.renewMonths }).filter(
      ([, value]) => value !== null && value !== undefined,
    ),
  )
  const typed = JSON.stringify({ courseId, ...asked })
  const [settled] = useDebouncedValue(typed, 300)
  const foreseen = useQuery({ ...read(foreseeCourse, JSON.parse(settled)), placeholderData: keepPreviousData })
  const current = settled === typed && !foreseen.isPlaceholderData ? foreseen.data : undefined
  const changed = current?.changed
  // What is sent is what was seen.
  if (changed !== undefined && changed !== values.changed) set('changed', changed)
  return (
    <Section title={say(words.changeCourse)}>
      <Sheet>
        <Form
          form={{ ...form, pending: form.pending || changed === undefined }}
          submit={changed ? say(words.saveFor, { n: changed }) : say(words.save)}
          beside={
            <Button variant="default" onClick={done}>
              {say(words.cancel)}
            </Button>
          }
        >
          <TextInput label={say(words.name)} data-autofocus {...form.field('name')} />
          <Textarea label={say(words.aboutIt)} autosize {...form.field('about')} value={values.about ?? ''} />
          <TermFields values={values} errors={form.errors} set={set} />
          <Trouble error={foreseen.error} />
          {foreseen.data && <Effect foreseen={foreseen.data} />}
        </Form>
      </Sheet>
    </Section>
  )
}

/** The soonest; how many more there are is said. */
const mostShown = 10

function Effect({ foreseen: { changed, late, people } }: { foreseen: Foreseen }) {
  const say = useWords()
  const dates = useDates()
  const shown = people.slice(0, mostShown)
  const on = (day: string | null): string => (day ? dates.day(day) : say(words.dueNever))
  return (
    <div role="status">
      <Text size="sm">{say(words.dayChanges, { n: changed })}</Text>
      {late > 0 && <Text size="sm">{say(words.lateAtOnce, { n: late })}</Text>}
      {shown.length > 0 && (
        <ul className="course-effect">
          {shown.map(({ id, name, before, after }) => (
            <li key={id}>{say(words.dayBecomes, { name, before: on(before), after: on(after) })}</li>
          ))}
        </ul>
      )}
      {changed > shown.length && <Text size="sm">{say(words.andMore, { n: changed - shown.length })}</Text>}
    </div>
  )
}
