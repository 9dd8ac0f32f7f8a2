import { Button, Checkbox, MultiSelect, NativeSelect, NumberInput } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useWords } from '../../../../platform/i18n.ts'
import { read } from '../../../../platform/web.tsx'
import { Form, useForm } from '../../../../web/form.tsx'
import { Section, Sheet } from '../../../../web/page.tsx'
import { listPlaces } from '../../../places/contract.ts'
import type { VolunteerCard } from '../contract.ts'
import { dayParts, writeWishes } from '../wishes/contract.ts'
import { dayPartWords, wishWords as words } from '../wishes/messages.ts'

export function WishesPart({ person, mine, change }: { person: VolunteerCard; mine: boolean; change: () => void }) {
  const say = useWords()
  const { times, places, companions, weeklyAsks } = person.wishes
  const names = (all: readonly { name: string }[]) => all.map(({ name }) => name).join(say(words.and))
  return (
    <Section
      title={say(mine ? words.title : words.titleOf)}
      actions={
        <Button variant="default" size="sm" onClick={change}>
          {say(mine ? words.change : words.changeOf)}
        </Button>
      }
    >
      <Sheet>
        <dl className="facts">
          <dt>{say(words.times)}</dt>
          <dd>{names(times.map((time) => ({ name: say(dayPartWords[time]) }))) || say(words.nothing)}</dd>
          <dt>{say(words.places)}</dt>
          <dd>{names(places) || say(words.nothing)}</dd>
          <dt>{say(words.home)}</dt>
          <dd>{places.find(({ id }) => id === person.wishes.homePlaceId)?.name ?? say(words.homeStation)}</dd>
          <dt>{say(words.companions)}</dt>
          <dd>{names(companions) || say(words.nothing)}</dd>
          <dt>{say(words.asks)}</dt>
          <dd>{say(words.asksTimes, { count: weeklyAsks })}</dd>
        </dl>
      </Sheet>
    </Section>
  )
}

export function ChangeWishes({ person, done }: { person: VolunteerCard; done: () => void }) {
  const say = useWords()
  const { data: places } = useSuspenseQuery(read(listPlaces, {}))
  const { times, weeklyAsks, places: wished, companions } = person.wishes
  const form = useForm(writeWishes, {
    initial: {
      personId: person.id,
      weeklyAsks,
      times,
      placeIds: wished.map(({ id }) => id),
      homePlaceId: person.wishes.homePlaceId,
      companionIds: companions.map(({ id }) => id),
    },
    done,
  })
  const people = new Map([...person.companions, ...companions].map(({ id, name }) => [id, name]))
  return (
    <>
      <p>{say(words.help)}</p>
      <Form form={form} submit={say(words.save)}>
        <Checkbox.Group
          label={say(words.times)}
          value={form.values.times ?? []}
          onChange={(next) => form.set('times', next as never)}
        >
          {dayParts.map((part) => (
            <Checkbox key={part} value={part} label={say(dayPartWords[part])} my="xs" />
          ))}
        </Checkbox.Group>
        <MultiSelect
          label={say(words.places)}
          data={[...new Map([...places, ...wished].map(({ id, name }) => [id, name]))].map(([value, label]) => ({
            value,
            label,
          }))}
          value={form.values.placeIds ?? []}
          onChange={(next) => {
            form.set('placeIds', next)
            if (!next.includes(form.values.homePlaceId ?? '')) form.set('homePlaceId', null)
          }}
          searchable
        />
        <NativeSelect
          label={say(words.home)}
          description={say(words.homeHelp)}
          error={form.errors.homePlaceId}
          data={[
            { value: '', label: say(words.homeStation) },
            ...[...new Map([...places, ...wished].map(({ id, name }) => [id, name]))]
              .filter(([id]) => form.values.placeIds?.includes(id))
              .map(([value, label]) => ({ value, label })),
          ]}
          value={form.values.homePlaceId ?? ''}
          onChange={(event) => form.set('homePlaceId', event.currentTarget.value || null)}
        />
        <MultiSelect
          label={say(words.companions)}
          data={[...people].map(([value, label]) => ({ value, label }))}
          value={form.values.companionIds ?? []}
          onChange={(next) => form.set('companionIds', next)}
          searchable
        />
        <NumberInput
          label={say(words.asks)}
          description={say(words.asksHelp)}
          min={0}
          max={14}
          name="weeklyAsks"
          error={form.errors.weeklyAsks}
          value={form.values.weeklyAsks ?? 2}
          onChange={(next) => form.set('weeklyAsks', Number(next))}
        />
      </Form>
    </>
  )
}
