import { Button, Group, Select, Text, Textarea, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useWords } from '../../../../platform/i18n.ts'
import { call, queryClient } from '../../../../platform/web.tsx'
import { Section, Sheet } from '../../../../web/page.tsx'
import { Trouble } from '../../../../web/states.tsx'
import { checklistWords } from '../../../checks/checklists/messages.ts'
import { applying, resultOf } from '../../../checks/checklists/rules.ts'
import { grades } from '../../../checks/findings/contract.ts'
import { gradeWords } from '../../../checks/findings/messages.ts'
import { type Review, type SeenToo, sendReview } from '../contract.ts'
import { reviewWords as words } from '../messages.ts'
import { AskedAnswer } from './asked-answer.tsx'
import { useDraft } from './keeping.ts'

/** On a phone, on the spot: one question below the other, kept as it goes. */
export function DoReview({ review }: { review: Review }) {
  const say = useWords()
  const { draft, change, keep, state, error } = useDraft(review)
  const { content, figures } = review
  const { answers, more, seen } = draft
  const asking = new Set(applying(content, answers).map(({ id }) => id))
  const { missing, amiss } = resultOf(content, answers)
  const send = useMutation({
    mutationFn: async () => {
      await keep()
      return call(sendReview, { reviewId: review.id })
    },
    onSuccess: () => queryClient.invalidateQueries(),
  })
  const found = amiss.length + more.filter((one) => one.words.trim() !== '').length
  return (
    <>
      <Trouble error={error ?? send.error} />
      {content.sections.map(({ id, title, questions }) => {
        const asked = questions.filter((one) => asking.has(one.id))
        if (asked.length === 0) return null
        return (
          <Section key={id} title={title || say(checklistWords.untitled)}>
            <ol className="sheet lines">
              {asked.map((one) => (
                <AskedAnswer
                  key={one.id}
                  asked={one}
                  answer={answers[one.id]}
                  figure={figures[one.id]}
                  set={(answer) => change({ answers: { ...answers, [one.id]: answer } })}
                />
              ))}
            </ol>
          </Section>
        )
      })}
      <Section title={say(words.more)}>
        <More more={more} set={(next) => change({ more: next })} />
      </Section>
      <Section title={say(words.seen)}>
        <Sheet>
          <Textarea
            aria-label={say(words.seen)}
            description={say(words.seenAbout)}
            autosize
            minRows={3}
            value={seen}
            onChange={(event) => change({ seen: event.currentTarget.value })}
          />
        </Sheet>
      </Section>
      <Sheet>
        <Text size="sm" role="status">
          {say(words.left, { count: missing.length })} · {say(state === 'kept' ? words.kept : words.keeping)}
        </Text>
        <Text size="sm" c="dimmed">
          {say(words.sendAbout, { count: found })}
        </Text>
        <Button mt="sm" disabled={missing.length > 0} loading={send.isPending} onClick={() => send.mutate()}>
          {say(words.send)}
        </Button>
      </Sheet>
    </>
  )
}

const inOrder = (more: readonly SeenToo[]) => more.map((item, i) => ({ key: String(i), item, i }))

function More({ more, set }: { more: readonly SeenToo[]; set: (next: SeenToo[]) => void }) {
  const say = useWords()
  return (
    <Sheet>
      {inOrder(more).map(({ key, item, i }) => (
        <Group key={key} gap="xs" align="end" mb="sm">
          <TextInput
            className="review-more"
            label={say(words.moreOf, { n: i + 1 })}
            value={item.words}
            onChange={(event) => set(more.with(i, { ...item, words: event.currentTarget.value }))}
          />
          <Select
            aria-label={say(words.grade)}
            placeholder={say(words.noGrade)}
            clearable
            data={grades.map((grade) => ({ value: grade, label: say(gradeWords[grade]) }))}
            value={item.grade}
            onChange={(grade) => set(more.with(i, { ...item, grade: grade as SeenToo['grade'] }))}
          />
          <Button
            variant="subtle"
            color="gray"
            aria-label={say(words.removeMore, { n: i + 1 })}
            onClick={() => set(more.toSpliced(i, 1))}
          >
            {say(words.remove)}
          </Button>
        </Group>
      ))}
      <Button
        variant="default"
        leftSection={<IconPlus size={16} aria-hidden="true" />}
        onClick={() => set([...more, { words: '', grade: null }])}
      >
        {say(words.addMore)}
      </Button>
    </Sheet>
  )
}
