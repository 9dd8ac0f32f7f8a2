import type { Editor } from '@tiptap/core'
import { useEffect, useState } from 'react'
import type { Words } from '../../../../../platform/i18n.ts'
import type { DocumentQuestion } from '../../contract.ts'

/** What a slash offers: one of the office's named indicators, a figure that reports speak of often, or a picture. */
export type Offer = { key: string; words: Words; question: DocumentQuestion | 'picture' }

/** What is being looked for behind a slash, and where on the page. */
export type Asked = { query: string; from: number; to: number; left: number; top: number }

/** A slash, from the keyboard or full width from a Chinese one, and a few letters before the caret. */
const slash = /[/／]([\p{L}\p{N}]{0,20})$/u

export function askedAt(editor: Editor): Asked | null {
  const { selection } = editor.state
  if (!selection.empty || !editor.isFocused || !editor.isEditable) return null
  const { $from } = selection
  const before = $from.parent.textBetween(Math.max(0, $from.parentOffset - 30), $from.parentOffset, undefined, '\ufffc')
  const found = slash.exec(before)
  if (!found) return null
  const from = selection.from - found[0].length
  const { left, bottom } = editor.view.coordsAtPos(from)
  return { query: found[1] ?? '', from, to: selection.from, left, top: bottom }
}

/** The slash before the caret, as long as there is one and nobody turned it away. */
export function useSlash(editor: Editor | null) {
  const [asked, setAsked] = useState<Asked | null>(null)
  const [turnedAway, setTurnedAway] = useState<number | null>(null)
  const [chosen, setChosen] = useState(0)
  useEffect(() => {
    if (!editor) return
    const look = (): void => {
      const next = askedAt(editor)
      setAsked(next)
      setChosen(0)
      if (!next) setTurnedAway(null)
    }
    editor.on('transaction', look).on('focus', look)
    return () => {
      editor.off('transaction', look).off('focus', look)
    }
  }, [editor])
  const shown = asked && asked.from !== turnedAway ? asked : null
  return {
    asked: shown,
    chosen,
    move: (by: number, count: number) => setChosen((now) => (now + by + count) % Math.max(1, count)),
    away: () => setTurnedAway(asked?.from ?? null),
  }
}

export type Slash = ReturnType<typeof useSlash> & { found: readonly Offer[] }

/** The key is the menu's: up, down, enter and escape, while it is open. */
export function slashKey(
  event: KeyboardEvent,
  { asked, found, chosen, move, away }: Slash,
  take: (one: Offer) => void,
): boolean {
  if (!asked || event.isComposing) return false
  const one = found[chosen]
  if (event.key === 'Escape') away()
  else if (event.key === 'ArrowDown' && one) move(1, found.length)
  else if (event.key === 'ArrowUp' && one) move(-1, found.length)
  else if ((event.key === 'Enter' || event.key === 'Tab') && one) take(one)
  else return false
  return true
}
