import './safety.css'
import { Button, Group, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useWords } from '../../../../platform/i18n.ts'
import { useMe } from '../../../../web/me.ts'
import { useDates } from '../../../../web/moment.tsx'
import { Section } from '../../../../web/page.tsx'
import type { Answer, Asked } from '../../checklists/contract.ts'
import { checklistWords } from '../../checklists/messages.ts'
import { applying, isFine, resultOf } from '../../checklists/rules.ts'
import type { Check } from '../contract.ts'
import { checkWords as words } from '../messages.ts'
import { hazardsOf, plainHazard } from '../rules.ts'
import { AnswerField } from './answer-field.tsx'
import type { CheckBox } from './check-box.ts'
import { type Draft, useDraft } from './draft.ts'
import { HazardFields } from './hazard-fields.tsx'
import { Photos } from './photos.tsx'
import { Signature } from './signature.tsx'

/** The check as it is done: question by question, kept on this device as one goes, with or without a network. */
export function FillCheck({ check, box }: { check: Check; box: CheckBox }) {
  const say = useWords()
  const today = useDates().today()
  const me = useMe()?.personId ?? ''
  const { draft, setDraft, discard } = useDraft(me, check.id)
  const [tried, setTried] = useState(false)
  const { content } = check
  const asked = applying(content, draft.answers)
  const result = resultOf(content, draft.answers)
  const first = asked.find(({ id }) => id === result.missing[0])
  const plain = { placeId: check.place.id, ownerId: me, today }
  const handIn = async (): Promise<void> => {
    setTried(true)
    if (result.missing.length > 0) return
    const hazards = hazardsOf(content, draft.answers, draft.hazards, plain).map(({ hazard }) => hazard)
    const { key, answers, photos } = draft
    const input = { checkId: check.id, key, version: check.version, answers, hazards, photos, doneAt: new Date() }
    await box.post({ [`check ${check.id}`]: { kind: 'check', input } })
    await discard()
  }
  const titles = new Set(asked.map(({ id }) => id))
  return (
    <>
      <Text size="sm" c="dimmed" role="status">
        {say(words.answered, { n: result.asked - result.missing.length, all: result.asked })} · {say(words.kept)}
      </Text>
      {content.sections.map((section) => {
        const own = section.questions.filter(({ id }) => titles.has(id))
        if (own.length === 0) return null
        return (
          <Section key={section.id} title={section.title || say(checklistWords.untitled)}>
            <div className="sheet sheet-pad">
              {own.map((one) => (
                <Ask key={one.id} asked={one} check={check} box={box} draft={draft} setDraft={setDraft} plain={plain} />
              ))}
            </div>
          </Section>
        )
      })}
      {tried && first && (
        <div className="trouble" role="alert">
          {say(words.missing, { text: first.text })}
        </div>
      )}
      <Group mt="lg">
        <Button size="md" onClick={() => void handIn()}>
          {say(words.handIn)}
        </Button>
      </Group>
    </>
  )
}

function Ask({
  asked,
  check,
  box,
  draft,
  setDraft,
  plain,
}: {
  asked: Asked
  check: Check
  box: CheckBox
  draft: Draft
  setDraft: (change: (now: Draft) => Draft) => void
  plain: Parameters<typeof plainHazard>[1]
}) {
  const say = useWords()
  const answer = draft.answers[asked.id] ?? { value: null, note: '' }
  const set = (change: Partial<Answer>): void =>
    setDraft((now) => ({
      ...now,
      answers: { ...now.answers, [asked.id]: { ...answer, ...now.answers[asked.id], ...change } },
    }))
  const shots = draft.photos.filter(({ questionId }) => questionId === asked.id)
  const setShots = (next: typeof shots): void => {
    setDraft((now) => ({
      ...now,
      photos: [...now.photos.filter(({ questionId }) => questionId !== asked.id), ...next],
    }))
    if (asked.kind === 'photo') set({ value: next.length > 0 ? 'taken' : null })
  }
  const sign = async (picture: Blob | null): Promise<void> => {
    await box.withdraw(shots.map(({ id }) => id))
    const id = crypto.randomUUID()
    const letter = { kind: 'photo' as const, checkId: check.id, shotId: id, type: 'image/png' }
    if (picture) await box.post({ [id]: { ...letter, file: picture } })
    setShots(picture ? [{ id, questionId: asked.id }] : [])
    set({ value: picture ? 'signed' : null })
  }
  const fine = isFine(asked, answer.value)
  const hazard = draft.hazards.find(({ questionId }) => questionId === asked.id) ?? plainHazard(asked, plain)
  return (
    <fieldset className="check-ask">
      <legend>
        {asked.text}
        {asked.critical && (
          <Text size="sm" c="dimmed" component="span">
            {' '}
            · {say(checklistWords.isCritical)}
          </Text>
        )}
      </legend>
      {asked.help && (
        <Text size="sm" c="dimmed">
          {asked.help}
        </Text>
      )}
      {asked.kind === 'signature' ? (
        <Signature signed={answer.value === 'signed'} onSign={(picture) => void sign(picture)} />
      ) : (
        <>
          {asked.kind !== 'photo' && (
            <AnswerField asked={asked} value={answer.value} onAnswer={(value) => set({ value })} />
          )}
          {(asked.kind === 'photo' || answer.value !== null) && (
            <Photos checkId={check.id} questionId={asked.id} text={asked.text} shots={shots} box={box} set={setShots} />
          )}
        </>
      )}
      {fine === true && asked.kind !== 'photo' && asked.kind !== 'signature' && (
        <Textarea
          label={say(words.note)}
          autosize
          value={answer.note}
          onChange={(event) => set({ note: event.currentTarget.value })}
        />
      )}
      {fine === false && (
        <HazardFields
          check={check}
          hazard={hazard}
          set={(next) =>
            setDraft((now) => ({
              ...now,
              hazards: [...now.hazards.filter(({ questionId }) => questionId !== asked.id), next],
            }))
          }
        />
      )}
    </fieldset>
  )
}
