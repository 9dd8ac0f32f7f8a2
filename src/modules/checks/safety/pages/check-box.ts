import { useQueryClient } from '@tanstack/react-query'
import { call, upload } from '../../../../platform/web.tsx'
import { useOutbox } from '../../../../web/outbox/use-outbox.ts'
import { addCheckPhoto, type HandIn, handInCheck } from '../contract.ts'

/** What a check sends: each photo by itself as it is taken, and the whole once it is handed in. */
export type CheckLetter =
  | { kind: 'photo'; checkId: string; shotId: string; file: Blob; type: string }
  | { kind: 'check'; input: HandIn }

/** Everything that waits of all checks on this device, in the order in which it was done. */
export function useCheckBox() {
  const client = useQueryClient()
  return useOutbox<CheckLetter>({
    box: 'checks',
    take: 1,
    carry: async (letters) => {
      for (const { content } of letters)
        if (content.kind === 'check') await call(handInCheck, content.input)
        else {
          const { checkId, shotId, file, type } = content
          const name = `${shotId}.${type === 'image/png' ? 'png' : 'jpg'}`
          await upload(addCheckPhoto, { checkId, shotId }, new File([file], name, { type }))
        }
    },
    onSent: (_, letters) => {
      // While somebody is answering, nothing on the page is fetched anew for a photo.
      if (letters.some(({ content }) => content.kind === 'check')) void client.invalidateQueries()
    },
  })
}
export type CheckBox = ReturnType<typeof useCheckBox>
