import { Button, Group, Stack, Text } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useWords } from '../../../../platform/i18n.ts'
import { read, write } from '../../../../platform/web.tsx'
import { Loading, Trouble } from '../../../../web/states.tsx'
import { type Asking, figure } from '../../../indicators/contract.ts'
import { FigureDoor } from '../../../indicators/pages/figure.tsx'
import { useSaid } from '../../../indicators/pages/records.tsx'
import { Shown } from '../contract.ts'
import { bindPlace, type FormCard, type Place } from '../keeping/contract.ts'
import { askedFor, usePart } from './asked.ts'
import { inWords } from './forms-page.tsx'
import { ListPicker } from './list-picker.tsx'
import { stateWords, unitWords, formWords as words, wordWords } from './messages.ts'
import { Picker } from './picker.tsx'
import { marks } from './picture.tsx'

/** One place of the form: what it asks, what that gives for the period, and the way to say it better. */
export function PlacePanel({ form, place, period }: { form: FormCard; place: Place; period: string }) {
  const say = useWords()
  const said = useSaid()
  const save = useMutation(write(bindPlace))
  const { sheet, cell, blank } = place
  const bind = (content: Shown) => save.mutate({ formId: form.id, version: form.version, sheet, cell, blank, content })
  const asIs = Shown.safeParse(place.content)
  const why = said(place.reason)
  return (
    <Stack gap="md">
      <div>
        <Text fw={600}>{place.label || place.cell}</Text>
        <Text size="sm">
          <span aria-hidden="true">{marks[place.state]} </span>
          {say(stateWords[place.state])} ·{' '}
          {why === ''
            ? say(words.saidBySomebody)
            : say(words.confidence, { percent: Math.round(place.confidence * 100) })}
        </Text>
        {why && (
          <Text size="sm" c="dimmed">
            {why}
          </Text>
        )}
      </div>
      <Asked place={place} form={form} period={period} />
      <Trouble error={save.error} />
      {form.mayWrite && (
        <>
          <Group gap="xs">
            {place.state === 'unsure' && asIs.success && (
              <Button loading={save.isPending} onClick={() => bind(asIs.data)}>
                {say(words.asIs)}
              </Button>
            )}
            {place.state !== 'hand' && (
              <Button variant="default" loading={save.isPending} onClick={() => bind({ is: 'hand' })}>
                {say(words.byHand)}
              </Button>
            )}
          </Group>
          {place.kind === 'list' ? (
            <ListPicker form={form} place={place} saving={save.isPending} onBind={bind} />
          ) : (
            <Picker form={form} place={place} saving={save.isPending} onBind={bind} />
          )}
          {place.kind === 'cell' && (
            <Text size="sm" c="dimmed">
              {say(words.learned)}
            </Text>
          )}
        </>
      )}
    </Stack>
  )
}

function Asked({ place: { content }, form, period }: { place: Place; form: FormCard; period: string }) {
  const say = useWords()
  const part = usePart()
  if (content.is === 'word') return <Text>{say(wordWords[content.word])}</Text>
  if (content.is === 'hand') return <Text>{say(words.byHandNow)}</Text>
  if (content.is === 'unknown') return <Text>{say(words.unknownNow)}</Text>
  if (content.is === 'number') return <Text>{say(words.listNumber)}</Text>
  if (content.is === 'record') return <Text>{say(words.listRecord)}</Text>
  const asking = askedFor(content.ask, period, form.organization.id)
  return (
    <Stack gap={4}>
      {asking ? <Example asking={asking} /> : <Text>{say(words.noExample)}</Text>}
      <Text size="sm" c="dimmed">
        {part(content.ask.period)} · {say(unitWords[content.unit])}
      </Text>
    </Stack>
  )
}

function Example({ asking }: { asking: Asking }) {
  const say = useWords()
  const said = useSaid()
  const { data, error } = useQuery(read(figure, asking))
  if (error) return <Trouble error={error} />
  if (!data) return <Loading shape="text" />
  return (
    <>
      <Text>{said(data.definition)}</Text>
      <Text>
        {say(words.example, { period: inWords(asking.period, say) })}{' '}
        <FigureDoor question={data.question} label={said(data.definition)}>
          {said(data.inWords)}
        </FigureDoor>
      </Text>
    </>
  )
}
