import type { Editor as Tiptap } from '@tiptap/core'
import Collaboration from '@tiptap/extension-collaboration'
import { TextSelection } from '@tiptap/pm/state'
import { EditorContent, ReactNodeViewRenderer, useEditor } from '@tiptap/react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useWords } from '../../../../../platform/i18n.ts'
import { queryClient } from '../../../../../platform/web.tsx'
import { pictureAmong } from '../../../../../web/fitting.ts'
import { Loading, Trouble } from '../../../../../web/states.tsx'
import { listThreads } from '../../comments/contract.ts'
import type { DocumentQuestion } from '../../contract.ts'
import {
  BreakdownBlock,
  ChartBlock,
  ComparisonBlock,
  PerCommunityBlock,
  RecordListBlock,
  WhenBlock,
} from '../blocks/blocks.tsx'
import { Chip, NamedThing } from '../blocks/chip.tsx'
import { PictureBlock } from '../blocks/picture.tsx'
import { commentPlaces } from '../comments/anchors.ts'
import { CommentButtons, CommentList, useComments } from '../comments/comments.tsx'
import { messages } from './messages.ts'
import { nodes } from './nodes.ts'
import { PictureDialog, type Picturing } from './picture-dialog.tsx'
import { type Written, WrittenFor } from './place.tsx'
import { type Restoring, useRestoring } from './restoring.ts'
import { type Offer, slashKey, useSlash } from './slash.ts'
import { SlashMenu, useOffers } from './slash-menu.tsx'
import { type Standing, Sync } from './sync.ts'
import { Toolbar } from './toolbar.tsx'
import './editor.css'

const views = {
  figure: ReactNodeViewRenderer(Chip),
  word: ReactNodeViewRenderer(NamedThing),
  when: ReactNodeViewRenderer(WhenBlock),
  perCommunity: ReactNodeViewRenderer(PerCommunityBlock),
  chart: ReactNodeViewRenderer(ChartBlock),
  breakdown: ReactNodeViewRenderer(BreakdownBlock),
  comparison: ReactNodeViewRenderer(ComparisonBlock),
  recordList: ReactNodeViewRenderer(RecordListBlock),
  picture: ReactNodeViewRenderer(PictureBlock),
}

/** The text of a report, written by whoever may and by several at once. */
export function ReportEditor({ written, restoring }: { written: Written; restoring: Restoring | null }) {
  const { reportId } = written
  const [sync, setSync] = useState<Sync | null>(null)
  const [standing, setStanding] = useState<Standing>({ at: 'reading' })
  const [failure, setFailure] = useState<unknown>(null)
  useEffect(() => {
    const heard = () => void queryClient.invalidateQueries({ queryKey: [listThreads.name] })
    const one = new Sync(reportId, setStanding, heard)
    one.begin().then(() => setSync(one), setFailure)
    return () => {
      setSync(null)
      one.end()
    }
  }, [reportId])
  if (failure) return <Trouble error={failure} />
  if (!sync) return <Loading shape="text" />
  return (
    <WrittenFor.Provider value={written}>
      <Writing sync={sync} written={written} standing={standing} restoring={restoring} />
    </WrittenFor.Provider>
  )
}

type Writable = { sync: Sync; written: Written; standing: Standing; restoring: Restoring | null }

function Writing({ sync, written, standing, restoring }: Writable) {
  const say = useWords()
  const chooseThread = useRef<(thread: string) => void>(() => {})
  const extensions = useMemo(
    () => [
      ...nodes(views),
      Collaboration.configure({ document: sync.shared }),
      commentPlaces((thread) => chooseThread.current(thread)),
    ],
    [sync],
  )
  const [picturing, setPicturing] = useState<Picturing | null>(null)
  const keys = useRef<(event: KeyboardEvent) => boolean>(() => false)
  const editor = useEditor({
    extensions,
    injectCSS: false,
    editorProps: {
      attributes: {
        class: 'report writing-text',
        lang: written.language,
        'aria-label': say(messages.text),
        'aria-multiline': 'true',
        role: 'textbox',
      },
      handleKeyDown: (_, event) => keys.current(event),
      handlePaste: (_, event) => takePicture(event.clipboardData?.files),
      handleDrop: (view, event) => {
        const at = view.posAtCoords({ left: event.clientX, top: event.clientY })
        if (at && pictureAmong(event.dataTransfer?.files))
          view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(at.pos))))
        return takePicture(event.dataTransfer?.files)
      },
    },
  })
  const comments = useComments(editor, written.reportId)
  chooseThread.current = comments.choose
  useRestoring(editor, sync, written.reportId, restoring)
  const takePicture = (files: FileList | undefined): boolean => {
    const file = pictureAmong(files)
    if (file) setPicturing({ file })
    return file !== null
  }
  const seen = useSlash(editor)
  const slash = { ...seen, found: useOffers(seen.asked?.query ?? null) }
  const take = (offer: Offer): void => {
    if (!slash.asked) return
    const { from, to } = slash.asked
    const { question } = offer
    if (question === 'picture') {
      editor.chain().focus().deleteRange({ from, to }).run()
      setPicturing({ file: null })
    } else insertFigure(editor, slash.asked, question)
  }
  keys.current = (event) => slashKey(event, slash, take)
  const words = standing.at === 'refused' ? say(messages.refused, { why: standing.why }) : say(messages[standing.at])
  return (
    <div className="writing">
      <Toolbar
        editor={editor}
        addPicture={() => setPicturing({ file: null })}
        standing={<span className={`standing-${standing.at}`}>{words}</span>}
      >
        <CommentButtons comments={comments} />
      </Toolbar>
      <div className="writing-body">
        <EditorContent editor={editor} />
        <CommentList editor={editor} comments={comments} />
      </div>
      {slash.asked && <SlashMenu slash={slash} take={take} />}
      <PictureDialog editor={editor} reportId={written.reportId} {...{ picturing }} done={() => setPicturing(null)} />
    </div>
  )
}

function insertFigure(editor: Tiptap, { from, to }: { from: number; to: number }, question: DocumentQuestion): void {
  editor
    .chain()
    .focus()
    .insertContentAt({ from, to }, { type: 'figure', attrs: { question, spelled: 'unit' } })
    .run()
}
