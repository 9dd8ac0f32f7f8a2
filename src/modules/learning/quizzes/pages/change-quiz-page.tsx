import { ActionIcon, Button, Group, NumberInput, Text } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useWords } from '../../../../platform/i18n.ts'
import { read, write } from '../../../../platform/web.tsx'
import { PageLink } from '../../../../web/link.tsx'
import { useMe } from '../../../../web/me.ts'
import { Page, Section } from '../../../../web/page.tsx'
import { Trouble } from '../../../../web/states.tsx'
import { ManyPicker, OrganizationPicker } from '../../../activities/pages/pickers.tsx'
import { addQuiz, changeQuiz, giveExtraTime, type Quiz, QuizFields, readQuiz } from '../contract.ts'
import { quizWords as words } from '../messages.ts'
import { QuizForm } from './quiz-form.tsx'

/** A new quiz: first a draft that only those who keep it see. */
export function NewQuizPage() {
  const say = useWords()
  const navigate = useNavigate()
  const me = useMe()
  const known = (me?.roles ?? []).map(({ organizationId, organizationName }) => ({
    value: organizationId,
    label: organizationName,
  }))
  const [chosen, setChosen] = useState<string | null>(null)
  const organizationId = chosen ?? known[0]?.value ?? null
  const adding = useMutation({
    ...write(addQuiz),
    onSuccess: ({ id }) => void navigate({ to: `/learning/quizzes/${id}` as '/' }),
  })
  return (
    <Page title={say(words.add)} back={<PageLink to={'/learning/quizzes' as '/'}>{say(words.quizzes)}</PageLink>}>
      <div className="form">
        <OrganizationPicker label={say(words.organization)} known={known} value={organizationId} onChange={setChosen} />
      </div>
      <QuizForm
        initial={{ ...QuizFields.parse({ name: '-' }), name: '' }}
        known={{}}
        begun={false}
        submit={say(words.save)}
        sending={adding}
        send={(fields) => organizationId && adding.mutate({ organizationId, ...fields })}
      />
    </Page>
  )
}

export function ChangeQuizPage() {
  const say = useWords()
  const navigate = useNavigate()
  const { quizId } = useParams({ strict: false }) as { quizId: string }
  const { data } = useSuspenseQuery(read(readQuiz, { quizId }))
  const changing = useMutation({
    ...write(changeQuiz),
    onSuccess: () => void navigate({ to: `/learning/quizzes/${quizId}` as '/' }),
  })
  return (
    <Page
      title={data.name}
      back={<PageLink to={`/learning/quizzes/${quizId}` as '/'}>{say(words.backToQuiz)}</PageLink>}
    >
      <QuizForm
        initial={data}
        known={data.stems}
        begun={data.begun}
        submit={say(words.save)}
        sending={changing}
        send={(fields) => changing.mutate({ ...fields, quizId })}
      />
      <ExtraTime quiz={data} />
    </Page>
  )
}

function ExtraTime({ quiz: { id: quizId, extra } }: { quiz: Quiz }) {
  const say = useWords()
  const [people, setPeople] = useState<string[]>([])
  const [minutes, setMinutes] = useState<string | number>(10)
  const giving = useMutation(write(giveExtraTime))
  const give = async (): Promise<void> => {
    for (const personId of people) await giving.mutateAsync({ quizId, personId, minutes: Number(minutes) || 0 })
    setPeople([])
  }
  return (
    <Section title={say(words.extra)}>
      <Trouble error={giving.error} />
      <ul className="lines">
        {extra.map(({ personId, name, minutes: more }) => (
          <li key={personId}>
            <div className="line-with-action">
              <span>
                {name}{' '}
                <Text span c="dimmed">
                  {say(words.minutes, { n: more })}
                </Text>
              </span>
              <ActionIcon
                variant="subtle"
                color="gray"
                size="lg"
                aria-label={say(words.takeBack, { name })}
                onClick={() => giving.mutate({ quizId, personId, minutes: 0 })}
              >
                <IconTrash size={18} aria-hidden />
              </ActionIcon>
            </div>
          </li>
        ))}
      </ul>
      <div className="form">
        <ManyPicker label={say(words.people)} kind="person" known={[]} value={people} onChange={setPeople} />
        <NumberInput label={say(words.extraHelp)} min={1} value={minutes} onChange={setMinutes} />
        <Group>
          <Button
            variant="default"
            disabled={people.length === 0}
            loading={giving.isPending}
            onClick={() => void give()}
          >
            {say(words.give)}
          </Button>
        </Group>
      </div>
    </Section>
  )
}
