import { Button, Group, Text, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useWords } from '../../../../../platform/i18n.ts'
import { write } from '../../../../../platform/web.tsx'
import { Moment } from '../../../../../web/moment.tsx'
import { Trouble } from '../../../../../web/states.tsx'
import {
  answerThread,
  type Comment,
  changeComment,
  deleteComment,
  resolveThread,
  type Thread,
} from '../../comments/contract.ts'
import { messages } from './messages.ts'

/** What was said about one place, and what one can do about it. */
export function ThreadCard({
  thread,
  there,
  chosen,
  choose,
}: {
  thread: Thread
  /** Does its place still stand in the text? */
  there: boolean
  chosen: boolean
  choose: (() => void) | null
}) {
  const say = useWords()
  const [answering, setAnswering] = useState(false)
  const answer = useMutation({ ...write(answerThread), onSuccess: () => setAnswering(false) })
  const resolve = useMutation(write(resolveThread))
  const { id: threadId, quote, resolved, comments } = thread
  return (
    <section className={chosen ? 'thread thread-chosen' : 'thread'} aria-label={say(messages.onWhat, { quote })}>
      {choose && there ? (
        <button type="button" className="thread-quote" title={say(messages.show)} onClick={choose}>
          {say(messages.onWhat, { quote })}
        </button>
      ) : (
        <div className="thread-quote">{say(messages.onWhat, { quote })}</div>
      )}
      {!there && (
        <Text size="sm" c="dimmed">
          {say(messages.gone)}
        </Text>
      )}
      {comments.map((comment) => (
        <CommentText key={comment.id} comment={comment} />
      ))}
      {resolved && (
        <Text size="sm" c="dimmed">
          {say(messages.resolvedBy, { who: resolved.by ?? say(messages.somebody) })} · <Moment at={resolved.at} />
        </Text>
      )}
      <Trouble error={resolve.error} />
      {answering ? (
        <Words
          label={say(messages.yourAnswer)}
          send={say(messages.answer)}
          sending={answer.isPending}
          error={answer.error}
          done={(text) => answer.mutate({ threadId, text })}
          cancel={() => setAnswering(false)}
        />
      ) : (
        <Group gap={4}>
          <Button size="compact-sm" variant="default" onClick={() => setAnswering(true)}>
            {say(messages.answer)}
          </Button>
          <Button
            size="compact-sm"
            variant="subtle"
            loading={resolve.isPending}
            onClick={() => resolve.mutate({ threadId, resolved: resolved === null })}
          >
            {say(resolved ? messages.reopen : messages.resolve)}
          </Button>
        </Group>
      )}
    </section>
  )
}

function CommentText({ comment: { id, person, text, at, editedAt, deleted, mine } }: { comment: Comment }) {
  const say = useWords()
  const [changing, setChanging] = useState(false)
  const change = useMutation({ ...write(changeComment), onSuccess: () => setChanging(false) })
  const remove = useMutation(write(deleteComment))
  const who = person?.name ?? say(messages.somebody)
  if (deleted)
    return (
      <Text size="sm" c="dimmed" className="thread-comment">
        {say(messages.deleted, { who })}
      </Text>
    )
  return (
    <div className="thread-comment">
      <Text size="sm" c="dimmed">
        {who} · <Moment at={at} />
        {editedAt && ` · ${say(messages.edited)}`}
      </Text>
      {changing ? (
        <Words
          label={say(messages.text)}
          begin={text}
          send={say(messages.save)}
          sending={change.isPending}
          error={change.error}
          done={(next) => change.mutate({ commentId: id, text: next })}
          cancel={() => setChanging(false)}
        />
      ) : (
        <>
          <p>{text}</p>
          <Trouble error={remove.error} />
          {mine && (
            <Group gap={4}>
              <Button size="compact-xs" variant="subtle" onClick={() => setChanging(true)}>
                {say(messages.edit)}
              </Button>
              <Button
                size="compact-xs"
                variant="subtle"
                loading={remove.isPending}
                onClick={() => remove.mutate({ commentId: id })}
              >
                {say(messages.delete)}
              </Button>
            </Group>
          )}
        </>
      )}
    </div>
  )
}

/** A few words and a button that sends them. */
export function Words({
  label,
  begin = '',
  send,
  sending,
  error,
  done,
  cancel,
}: {
  label: string
  begin?: string
  send: string
  sending: boolean
  error: unknown
  done: (text: string) => void
  cancel: () => void
}) {
  const say = useWords()
  const [text, setText] = useState(begin)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (text.trim()) done(text)
  }
  return (
    <form onSubmit={submit} className="thread-words">
      <Trouble error={error} />
      <Textarea
        aria-label={label}
        placeholder={label}
        autosize
        minRows={2}
        maxLength={2000}
        data-autofocus
        autoFocus
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <Group gap={4} mt={4}>
        <Button type="submit" size="compact-sm" loading={sending} disabled={text.trim() === ''}>
          {send}
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={cancel}>
          {say(messages.cancel)}
        </Button>
      </Group>
    </form>
  )
}
