import { Button, Text, Textarea, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useWords } from '../../../../platform/i18n.ts'
import { write } from '../../../../platform/web.tsx'
import { PageLink } from '../../../../web/link.tsx'
import { useMe } from '../../../../web/me.ts'
import { useDates } from '../../../../web/moment.tsx'
import { State } from '../../../../web/page.tsx'
import { Empty, Trouble } from '../../../../web/states.tsx'
import { PersonPicker } from '../../../activities/pages/pickers.tsx'
import { gradeWords } from '../../../checks/findings/messages.ts'
import { answerFinding, type Review, type ReviewFinding } from '../contract.ts'
import { reviewWords as words } from '../messages.ts'

/** Each finding, what the community says to it, and what it does about it. */
export function Findings({ review }: { review: Review }) {
  const say = useWords()
  if (review.found.length === 0) return <Empty>{say(words.nothingFound)}</Empty>
  return (
    <ol className="sheet lines">
      {review.found.map((finding) => (
        <Finding key={finding.id} review={review} finding={finding} />
      ))}
    </ol>
  )
}

function Finding({ review, finding }: { review: Review; finding: ReviewFinding }) {
  const say = useWords()
  const dates = useDates()
  const [writing, setWriting] = useState(false)
  const { id, words: text, grade, closedAt, answer, answeredBy, answeredAt, actions } = finding
  return (
    <li>
      <div className="review-head">
        <PageLink to={`/findings/${id}` as '/'}>{text}</PageLink>
        <span>
          {grade && <State tone={grade === 'minor' ? undefined : 'late'}>{say(gradeWords[grade])}</State>}{' '}
          <State tone={closedAt ? 'do' : undefined}>{say(closedAt ? words.closed : words.open)}</State>
        </span>
      </div>
      {answer ? (
        <div className="review-answer">
          <Text size="sm" c="dimmed">
            {say(words.saidBy, { name: answeredBy ?? '—', day: answeredAt ? dates.dayAt(answeredAt) : '' })}
          </Text>
          <Text className="review-words">{answer}</Text>
        </div>
      ) : (
        <Text size="sm" c="dimmed">
          {say(words.unanswered)}
        </Text>
      )}
      {actions.map(({ id: actionId, what, owner, dueOn }) => (
        <Text key={actionId} size="sm">
          {[what, owner.name, say(words.dueOf, { day: dates.day(dueOn, { relative: false }) })].join(' · ')}
        </Text>
      ))}
      {review.mayAnswer &&
        (writing ? (
          <Answer review={review} finding={finding} done={() => setWriting(false)} />
        ) : (
          <Button
            mt="xs"
            size="compact-md"
            variant={answer ? 'default' : 'filled'}
            aria-label={say(words.answerOf, { verb: say(answer ? words.changeAnswer : words.answer), words: text })}
            onClick={() => setWriting(true)}
          >
            {say(answer ? words.changeAnswer : words.answer)}
          </Button>
        ))}
    </li>
  )
}

/** What is to be done is told with its owner and its day, or not at all. */
function Answer({ review, finding, done }: { review: Review; finding: ReviewFinding; done: () => void }) {
  const say = useWords()
  const dates = useDates()
  const me = useMe()
  const keep = useMutation({ ...write(answerFinding), onSuccess: done })
  const [text, setText] = useState(finding.answer ?? '')
  const [what, setWhat] = useState('')
  const [ownerId, setOwnerId] = useState(me?.personId ?? null)
  const [dueOn, setDueOn] = useState('')
  const planned = what.trim() !== ''
  const ready = text.trim() !== '' && (!planned || (ownerId !== null && dueOn >= dates.today()))
  return (
    <form
      className="form review-form"
      onSubmit={(event) => {
        event.preventDefault()
        const action = planned && ownerId ? { what, ownerId, dueOn } : null
        keep.mutate({ reviewId: review.id, findingId: finding.id, words: text, action })
      }}
    >
      <Trouble error={keep.error} />
      <Textarea
        label={say(words.answer)}
        autosize
        minRows={2}
        required
        data-autofocus
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <TextInput label={say(words.withAction)} value={what} onChange={(event) => setWhat(event.currentTarget.value)} />
      {planned && (
        <>
          <PersonPicker
            label={say(words.owner)}
            known={me?.personId ? [{ value: me.personId, label: me.name }] : []}
            value={ownerId}
            onChange={setOwnerId}
          />
          <TextInput
            type="date"
            label={say(words.dueOn)}
            min={dates.today()}
            value={dueOn}
            onChange={(event) => setDueOn(event.currentTarget.value)}
          />
        </>
      )}
      <div className="review-buttons">
        <Button type="submit" disabled={!ready} loading={keep.isPending}>
          {say(words.keep)}
        </Button>
        <Button variant="subtle" onClick={done}>
          {say(words.leave)}
        </Button>
      </div>
    </form>
  )
}
