import { Button, MultiSelect, Switch, Textarea, TextInput } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useWords } from '../../../../platform/i18n.ts'
import { read } from '../../../../platform/web.tsx'
import { Trouble } from '../../../../web/states.tsx'
import { ManyPicker } from '../../../activities/pages/pickers.tsx'
import { listQuizzes } from '../../quizzes/contract.ts'
import type { ContestPlan } from '../changing/contract.ts'
import type { Prize } from '../contract.ts'
import { contestWords as words } from '../messages.ts'
import { PrizeFields } from './prize-fields.tsx'
import { type Team, TeamFields } from './team-fields.tsx'

type Fields = {
  name: string
  about: string
  quizIds: string[]
  prizes: Prize[]
  personIds: string[]
  teams: Team[]
}
type Named = { id: string; name: string }

const choices = (all: readonly Named[]) => all.map(({ id: value, name: label }) => ({ value, label }))
const idsOf = (all: readonly Named[]): string[] => all.map(({ id }) => id)

/** Rounds, who takes part, and what there is to win. */
export function ContestForm({
  plan,
  submit,
  sending,
  send,
  children,
}: {
  plan?: ContestPlan
  submit: string
  sending: { isPending: boolean; error: Error | null }
  send: (fields: Fields) => void
  children?: ReactNode
}) {
  const say = useWords()
  const { data: quizzes } = useSuspenseQuery(read(listQuizzes, {}))
  const [name, setName] = useState(plan?.name ?? '')
  const [about, setAbout] = useState(plan?.about ?? '')
  const [quizIds, setQuizIds] = useState(idsOf(plan?.quizzes ?? []))
  const [inTeams, setInTeams] = useState((plan?.teams.length ?? 0) > 0)
  const [personIds, setPersonIds] = useState(idsOf(plan?.people ?? []))
  const [teams, setTeams] = useState<Team[]>(
    (plan?.teams ?? []).map((team) => ({ name: team.name, personIds: idsOf(team.people) })),
  )
  const [prizes, setPrizes] = useState<Prize[]>(plan?.prizes ?? [])
  const offered = [...(plan?.quizzes ?? []), ...quizzes.filter(({ mayChange }) => mayChange)]
  const known = choices([...(plan?.people ?? []), ...(plan?.teams ?? []).flatMap(({ people }) => people)])
  const give = (event: FormEvent): void => {
    event.preventDefault()
    const whom = inTeams ? { teams, personIds: [] } : { personIds, teams: [] }
    send({ name, about, quizIds, prizes, ...whom })
  }
  return (
    <form className="form" onSubmit={give} noValidate>
      <Trouble error={sending.error} />
      <TextInput label={say(words.name)} value={name} onChange={(event) => setName(event.currentTarget.value)} />
      <Textarea
        label={say(words.describe)}
        autosize
        value={about}
        onChange={(event) => setAbout(event.currentTarget.value)}
      />
      {children}
      <MultiSelect
        label={say(words.rounds)}
        description={say(words.roundsHelp)}
        data={[...new Map(choices(offered).map((one) => [one.value, one])).values()]}
        value={quizIds}
        onChange={setQuizIds}
        searchable
      />
      <Switch
        label={say(words.inTeams)}
        checked={inTeams}
        onChange={(event) => setInTeams(event.currentTarget.checked)}
      />
      {inTeams ? (
        <TeamFields teams={teams} known={known} onChange={setTeams} />
      ) : (
        <ManyPicker label={say(words.people)} kind="person" known={known} value={personIds} onChange={setPersonIds} />
      )}
      <PrizeFields prizes={prizes} onChange={setPrizes} />
      <div>
        <Button type="submit" loading={sending.isPending}>
          {submit}
        </Button>
      </div>
    </form>
  )
}
