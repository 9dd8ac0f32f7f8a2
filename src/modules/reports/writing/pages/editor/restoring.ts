import { type Editor, getSchema } from '@tiptap/core'
import { prosemirrorJSONToYXmlFragment, ySyncPluginKey } from '@tiptap/y-tiptap'
import { useEffect } from 'react'
import type * as Y from 'yjs'
import { useWords } from '../../../../../platform/i18n.ts'
import { call } from '../../../../../platform/web.tsx'
import { useNotice } from '../../../../../web/notice.tsx'
import type { ReportDocument } from '../../contract.ts'
import { textField } from '../../updates/contract.ts'
import { nameVersion, readMoment } from '../../versions/contract.ts'
import { messages } from '../past/messages.ts'
import { nodes } from './nodes.ts'
import type { Sync } from './sync.ts'

/**
 * Makes the shared text say what this document says, as if somebody had typed it: only what differs is changed, so what others
 * write meanwhile stays, and one step back undoes it.
 */
export function restoreText(shared: Y.Doc, document: ReportDocument): void {
  const fragment = shared.getXmlFragment(textField)
  shared.transact(() => prosemirrorJSONToYXmlFragment(getSchema(nodes()), document, fragment), ySyncPluginKey)
}

/** A moment to go back to as soon as the text is there. */
export type Restoring = { seq: number; name: string; done: () => void; failed: (error: unknown) => void }

/** Goes back to an earlier moment; what the text said until then is kept as a version. */
export function useRestoring(editor: Editor, sync: Sync, reportId: string, restoring: Restoring | null): void {
  const say = useWords()
  const notice = useNotice()
  useEffect(() => {
    if (!restoring) return
    const { seq, name, done, failed } = restoring
    const restore = async (): Promise<void> => {
      const document = await call(readMoment, { reportId, seq })
      await sync.sent()
      await call(nameVersion, { reportId, name: say(messages.beforeRestoring, { name }).slice(0, 100) })
      restoreText(sync.shared, document)
      notice(say(messages.restored, { name }), async () => void editor.commands.undo())
    }
    done()
    restore().catch(failed)
  }, [editor, sync, reportId, restoring, say, notice])
}
