import { Button, Text } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconMessage } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useWords } from '../../../../../platform/i18n.ts'
import { call, read } from '../../../../../platform/web.tsx'
import { useNotice } from '../../../../../web/notice.tsx'
import { SidePanel } from '../../../../../web/panel.tsx'
import { Trouble } from '../../../../../web/states.tsx'
import { beginThread, listThreads, type Thread } from '../../comments/contract.ts'
import { type Held, held, markThread, placesIn, type Range, rangeToComment, showThreads, wordsAt } from './anchors.ts'
import { messages } from './messages.ts'
import { ThreadCard, Words } from './thread.tsx'
import './comments.css'

type Begun = { quote: string; at: Held; near: Range }

/** Beside the text there is room for what is said about it. */
const wide = '(min-width: 75em)'

/** Comments on the text: read, begun, and where they stand. */
export function useComments(editor: Editor, reportId: string) {
  const say = useWords()
  const notice = useNotice()
  const { data: threads = [], error } = useQuery(read(listThreads, { reportId }))
  const [chosen, setChosen] = useState<string | null>(null)
  const [begun, setBegun] = useState<Begun | null>(null)
  const [listed, setListed] = useState(false)
  const beginning = useMutation({
    mutationFn: ({ quote, text }: { quote: string; text: string; at: Held }) =>
      call(beginThread, { reportId, quote, text }),
    onSuccess: ({ id }, { at }) => {
      markThread(editor, at, id)
      setBegun(null)
      setChosen(id)
    },
  })
  const open = threads.filter(({ resolved }) => !resolved)
  const openIds = open.map(({ id }) => id).join(' ')
  useEffect(() => {
    showThreads(editor, { open: new Set(openIds.split(' ')), chosen })
  }, [editor, openIds, chosen])
  const begin = (): void => {
    const range = rangeToComment(editor.state)
    if (!range) {
      notice(say(messages.nothingHere))
      return
    }
    setBegun({ quote: wordsAt(editor.state, range), at: held(editor.state, range), near: range })
    setListed(true)
  }
  const choose = (thread: string): void => {
    setChosen(thread)
    setListed(true)
  }
  return { threads, open, error, chosen, setChosen, choose, begun, setBegun, begin, beginning, listed, setListed }
}

export type Comments = ReturnType<typeof useComments>

export function CommentButtons({ comments: { begin, open, threads, setListed } }: { comments: Comments }) {
  const say = useWords()
  const inMargin = useMediaQuery(wide, undefined, { getInitialValueInEffect: false })
  return (
    <>
      <Button
        variant="default"
        title={say(messages.commentHere)}
        leftSection={<IconMessage size={16} aria-hidden="true" />}
        // The selection stays what it is.
        onMouseDown={(event) => event.preventDefault()}
        onClick={begin}
      >
        {say(messages.comment)}
      </Button>
      {!inMargin && threads.length > 0 && (
        <Button variant="subtle" onClick={() => setListed(true)}>
          {say(messages.count, { count: open.length })}
        </Button>
      )}
    </>
  )
}

/** In the margin where there is one, else in a sheet. */
export function CommentList({ editor, comments }: { editor: Editor; comments: Comments }) {
  const say = useWords()
  const inMargin = useMediaQuery(wide, undefined, { getInitialValueInEffect: false })
  const { threads, begun, setBegun, listed, setListed } = comments
  if (inMargin)
    return threads.length > 0 || begun ? (
      <aside className="comments" aria-label={say(messages.comments)}>
        <Cards editor={editor} comments={comments} margin />
      </aside>
    ) : null
  return (
    <SidePanel
      title={say(messages.comments)}
      open={listed}
      onClose={() => {
        setListed(false)
        setBegun(null)
      }}
    >
      <Cards editor={editor} comments={comments} margin={false} />
    </SidePanel>
  )
}

function Cards({ editor, comments, margin }: { editor: Editor; comments: Comments; margin: boolean }) {
  const say = useWords()
  const { threads, open, error, chosen, setChosen, begun, setBegun, beginning, setListed } = comments
  // Again after each change of the text: what is said moves along with what it is about.
  const places = useEditorState({ editor, selector: ({ editor: now }) => placesIn(now.state) })
  const resolved = threads.filter((thread) => thread.resolved)
  const show = (id: string): void => {
    setChosen(id)
    setListed(false)
    const place = places.get(id)
    if (place) editor.chain().focus().setTextSelection(place.to).scrollIntoView().run()
  }
  const card = (thread: Thread): ReactNode => (
    <ThreadCard
      thread={thread}
      there={places.has(thread.id)}
      chosen={thread.id === chosen}
      choose={() => show(thread.id)}
    />
  )
  const placed = [
    ...open.map((thread) => ({ key: thread.id, at: places.get(thread.id)?.from ?? null, card: card(thread) })),
    ...(begun
      ? [
          {
            key: 'begun',
            at: begun.near.from,
            card: (
              <section className="thread thread-chosen">
                <div className="thread-quote">{say(messages.onWhat, { quote: begun.quote })}</div>
                <Words
                  label={say(messages.text)}
                  send={say(messages.send)}
                  sending={beginning.isPending}
                  error={beginning.error}
                  done={(text) => beginning.mutate({ quote: begun.quote, at: begun.at, text })}
                  cancel={() => setBegun(null)}
                />
                <Text size="xs" c="dimmed">
                  {say(messages.forWriters)}
                </Text>
              </section>
            ),
          },
        ]
      : []),
  ].sort((a, b) => (a.at ?? Number.POSITIVE_INFINITY) - (b.at ?? Number.POSITIVE_INFINITY))
  const list = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (margin && list.current) beside(editor, list.current)
  })
  return (
    <>
      <Trouble error={error} />
      {threads.length === 0 && !begun && <Text c="dimmed">{say(messages.none)}</Text>}
      <div ref={list}>
        {placed.map(({ key, at, card }) => (
          <div key={key} data-at={at ?? undefined}>
            {card}
          </div>
        ))}
      </div>
      {resolved.length > 0 && (
        <details className="comments-resolved">
          <summary>{say(messages.resolvedCount, { count: resolved.length })}</summary>
          {resolved.map((thread) => (
            <div key={thread.id}>{card(thread)}</div>
          ))}
        </details>
      )}
    </>
  )
}

/** Each beside the line that it is about, or below the one before it. */
function beside(editor: Editor, list: HTMLElement): void {
  const top = list.getBoundingClientRect().top
  let below = 0
  for (const one of list.children) {
    if (!(one instanceof HTMLElement)) continue
    const at = one.dataset.at === undefined ? null : Number(one.dataset.at)
    const line = at !== null && at <= editor.state.doc.content.size ? editor.view.coordsAtPos(at).top - top : below
    const space = Math.max(below === 0 ? 0 : 8, line - below)
    one.style.marginBlockStart = `${space}px`
    below += space + one.offsetHeight
  }
}
