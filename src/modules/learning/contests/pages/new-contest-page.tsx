import { ActionIcon, Button, Group, MultiSelect, NumberInput, Stack, Switch, Textarea, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useWords } from '../../../../platform/i18n.ts'
import { read, write } from '../../../../platform/web.tsx'
import { PageLink } from '../../../../web/link.tsx'
import { useMe } from '../../../../web/me.ts'
import { Page } from '../../../../web/page.tsx'
import { Trouble } from '../../../../web/states.tsx'
import { ManyPicker, OrganizationPicker } from '../../../activities/pages/pickers.tsx'
import { listQuizzes } from '../../quizzes/contract.ts'
import { addContest, type Prize } from '../contract.ts'
import { contestWords as words } from '../messages.ts'

type Team = { name: string; personIds: string[] }

/** Rounds, who takes part, and what there is to win. */
export function NewContestPage() {
  const say = useWords()
  const navigate = useNavigate()
  const me = useMe()
  const { data: quizzes } = useSuspenseQuery(read(listQuizzes, {}))
  const known = (me?.roles ?? []).map(({ organizationId, organizationName }) => ({
    value: organizationId,
    label: organizationName,
  }))
  const [chosen, setChosen] = useState<string | null>(null)
  const [name, setName] = useState('')
  const [about, setAbout] = useState('')
  const [quizIds, setQuizIds] = useState<string[]>([])
  const [inTeams, setInTeams] = useState(false)
  const [personIds, setPersonIds] = useState<string[]>([])
  const [teams, setTeams] = useState<Team[]>([])
  const [prizes, setPrizes] = useState<Prize[]>([])
  const organizationId = chosen ?? known[0]?.value ?? ''
  const adding = useMutation({
    ...write(addContest),
    onSuccess: ({ id }) => void navigate({ to: `/learning/contests/${id}` as '/' }),
  })
  const send = (event: FormEvent): void => {
    event.preventDefault()
    const whom = inTeams ? { teams } : { personIds }
    adding.mutate({ organizationId, name, about, quizIds, prizes, ...whom })
  }
  const at = <T,>(all: readonly T[], place: number, change: Partial<T>): T[] =>
    all.map((one, i) => (i === place ? { ...one, ...change } : one))
  return (
    <Page title={say(words.add)} back={<PageLink to={'/learning/contests' as '/'}>{say(words.contests)}</PageLink>}>
      <form className="form" onSubmit={send} noValidate>
        <Trouble error={adding.error} />
        <TextInput label={say(words.name)} value={name} onChange={(event) => setName(event.currentTarget.value)} />
        <Textarea
          label={say(words.describe)}
          autosize
          value={about}
          onChange={(event) => setAbout(event.currentTarget.value)}
        />
        <OrganizationPicker label={say(words.organization)} known={known} value={organizationId} onChange={setChosen} />
        <MultiSelect
          label={say(words.rounds)}
          description={say(words.roundsHelp)}
          data={quizzes.filter(({ mayChange }) => mayChange).map(({ id, name: label }) => ({ value: id, label }))}
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
          <Stack gap="sm">
            {teams.map((team, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a team is known by its place while it is written
              <Stack gap="xs" key={i}>
                <Group align="end" wrap="nowrap">
                  <TextInput
                    flex={1}
                    label={say(words.teamName)}
                    value={team.name}
                    onChange={(event) => setTeams(at(teams, i, { name: event.currentTarget.value }))}
                  />
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    size="lg"
                    aria-label={say(words.removeTeam, { n: i + 1 })}
                    onClick={() => setTeams(teams.filter((other) => other !== team))}
                  >
                    <IconTrash size={18} aria-hidden />
                  </ActionIcon>
                </Group>
                <ManyPicker
                  label={say(words.people)}
                  kind="person"
                  known={[]}
                  value={team.personIds}
                  onChange={(members) => setTeams(at(teams, i, { personIds: members }))}
                />
              </Stack>
            ))}
            <div>
              <Button
                variant="default"
                leftSection={<IconPlus size={18} aria-hidden="true" />}
                onClick={() => setTeams([...teams, { name: '', personIds: [] }])}
              >
                {say(words.addTeam)}
              </Button>
            </div>
          </Stack>
        ) : (
          <ManyPicker label={say(words.people)} kind="person" known={[]} value={personIds} onChange={setPersonIds} />
        )}
        <Stack gap="sm">
          {prizes.map((prize, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a prize is known by its place
            <Group align="end" wrap="nowrap" key={i}>
              <TextInput
                flex={1}
                label={say(words.prize)}
                value={prize.name}
                onChange={(event) => setPrizes(at(prizes, i, { name: event.currentTarget.value }))}
              />
              <NumberInput
                w="6rem"
                label={say(words.places)}
                min={1}
                value={prize.places}
                onChange={(places) => setPrizes(at(prizes, i, { places: Number(places) || 1 }))}
              />
              <ActionIcon
                variant="subtle"
                color="gray"
                size="lg"
                aria-label={say(words.removePrize, { n: i + 1 })}
                onClick={() => setPrizes(prizes.filter((other) => other !== prize))}
              >
                <IconTrash size={18} aria-hidden />
              </ActionIcon>
            </Group>
          ))}
          <div>
            <Button
              variant="default"
              leftSection={<IconPlus size={18} aria-hidden="true" />}
              onClick={() => setPrizes([...prizes, { name: '', places: 1 }])}
            >
              {say(words.addPrize)}
            </Button>
          </div>
        </Stack>
        <div>
          <Button type="submit" loading={adding.isPending}>
            {say(words.save)}
          </Button>
        </div>
      </form>
    </Page>
  )
}
