import { type Editor, Extension } from '@tiptap/core'
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import {
  absolutePositionToRelativePosition,
  relativePositionToAbsolutePosition,
  ySyncPluginKey,
} from '@tiptap/y-tiptap'
import type * as Y from 'yjs'

export type Range = { from: number; to: number }

/** Where each thread stands now, by the marks in the text; the first place when its words were copied. */
export function placesIn({ doc }: EditorState): Map<string, Range> {
  const places = new Map<string, Range>()
  doc.descendants((node, from) => {
    for (const { type, attrs } of node.marks) {
      if (type.name !== 'comment') continue
      const thread = String(attrs.thread)
      const known = places.get(thread)
      if (!known) places.set(thread, { from, to: from + node.nodeSize })
      else if (known.to === from) known.to = from + node.nodeSize
    }
  })
  return places
}

type Shown = { open: ReadonlySet<string>; chosen: string | null }
const key = new PluginKey<Shown>('comments')

/** Shows where open threads stand; a click on such a place chooses its thread. */
export const commentPlaces = (choose: (thread: string) => void) =>
  Extension.create({ name: 'commentPlaces', addProseMirrorPlugins: () => [plugin(choose)] })

const plugin = (choose: (thread: string) => void) =>
  new Plugin<Shown>({
    key,
    state: {
      init: () => ({ open: new Set(), chosen: null }),
      apply: (transaction, shown) => (transaction.getMeta(key) as Shown | undefined) ?? shown,
    },
    props: {
      decorations(state) {
        const { open, chosen } = key.getState(state) ?? { open: new Set(), chosen: null }
        const marks = [...placesIn(state)].flatMap(([thread, { from, to }]) =>
          open.has(thread)
            ? [Decoration.inline(from, to, { class: thread === chosen ? 'comment-at comment-chosen' : 'comment-at' })]
            : [],
        )
        return DecorationSet.create(state.doc, marks)
      },
      handleClick(view, position) {
        const open = key.getState(view.state)?.open
        for (const [thread, { from, to }] of placesIn(view.state))
          if (open?.has(thread) && position >= from && position <= to) choose(thread)
        return false
      },
    },
  })

export const showThreads = (editor: Editor, shown: Shown): void =>
  editor.view.dispatch(editor.state.tr.setMeta(key, shown).setMeta('addToHistory', false))

/** The selected words, or those of the paragraph that the caret is in; null where there are none. */
export function rangeToComment({ selection, doc }: EditorState): Range | null {
  const { $from } = selection
  const range = selection.empty ? { from: $from.start(), to: $from.end() } : { from: selection.from, to: selection.to }
  return doc.textBetween(range.from, range.to).trim() === '' ? null : range
}

export const wordsAt = ({ doc }: EditorState, { from, to }: Range): string =>
  doc.textBetween(from, to, ' ', '…').slice(0, 300)

type Binding = { type: Y.XmlFragment; doc: Y.Doc; binding: { mapping: Map<Y.AbstractType<unknown>, never> } }
const bindingOf = (state: EditorState): Binding => ySyncPluginKey.getState(state) as Binding

/** A range that holds while others write before it and in it. */
export type Held = { from: unknown; to: unknown }

export function held(state: EditorState, { from, to }: Range): Held {
  const { type, binding } = bindingOf(state)
  const hold = (at: number): unknown => absolutePositionToRelativePosition(at, type, binding.mapping)
  return { from: hold(from), to: hold(to) }
}

/** Marks the words of a range with a thread, as far as they still stand. */
export function markThread(editor: Editor, { from, to }: Held, thread: string): void {
  const { state, schema } = editor
  const { type, doc, binding } = bindingOf(state)
  const find = (at: unknown): number | null => relativePositionToAbsolutePosition(doc, type, at, binding.mapping)
  const [begin, end] = [find(from), find(to)]
  const mark = schema.marks.comment?.create({ thread })
  if (begin === null || end === null || begin >= end || !mark) return
  const { tr } = state
  // Chips carry no marks: the shared text keeps them only on letters.
  state.doc.nodesBetween(begin, end, (node, at) => {
    if (node.isText) tr.addMark(Math.max(at, begin), Math.min(at + node.nodeSize, end), mark)
  })
  editor.view.dispatch(tr)
}
