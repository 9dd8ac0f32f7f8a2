import { Button, FileInput, Modal, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { Editor } from '@tiptap/core'
import { type FormEvent, useEffect, useState } from 'react'
import { useWords } from '../../../../../platform/i18n.ts'
import { upload } from '../../../../../platform/web.tsx'
import { fitted } from '../../../../../web/fitting.ts'
import { Trouble } from '../../../../../web/states.tsx'
import { addPicture } from '../../pictures/contract.ts'
import { messages } from './messages.ts'

/** A picture that is to come into the text where the caret is: chosen here, or pasted or dropped before. */
export type Picturing = { file: File | null }

/** Asks for the picture, what it shows and its caption, and puts it into the text. */
export function PictureDialog({
  editor,
  reportId,
  picturing,
  done,
}: {
  editor: Editor
  reportId: string
  picturing: Picturing | null
  done: () => void
}) {
  const say = useWords()
  return (
    <Modal opened={picturing !== null} onClose={done} title={say(messages.addPicture)}>
      {picturing && <PictureForm {...{ editor, reportId, picturing, done }} />}
    </Modal>
  )
}

type Asked = { editor: Editor; reportId: string; picturing: Picturing; done: () => void }

function PictureForm({ editor, reportId, picturing, done }: Asked) {
  const say = useWords()
  const [file, setFile] = useState(picturing.file)
  const [alt, setAlt] = useState('')
  const [caption, setCaption] = useState('')
  const [missing, setMissing] = useState(false)
  const adding = useMutation({
    mutationFn: async (chosen: File) => upload(addPicture, { reportId }, await fitted(chosen)),
    onSuccess: ({ file: hash }) => {
      done()
      const attrs = { file: hash, alt: alt.trim(), caption: caption.trim() }
      editor.chain().focus().insertContent({ type: 'picture', attrs }).run()
    },
  })
  const seen = useAddressOf(file)
  const send = (event: FormEvent): void => {
    event.preventDefault()
    setMissing(true)
    if (file && alt.trim()) adding.mutate(file)
  }
  return (
    <form className="form" onSubmit={send} noValidate>
      <Trouble error={adding.error} />
      <FileInput
        label={say(messages.pictureFile)}
        description={say(messages.pictureHelp)}
        placeholder={say(messages.choosePicture)}
        accept="image/png,image/jpeg"
        value={file}
        onChange={setFile}
        error={missing && !file && say(messages.pictureNeeded)}
      />
      {seen && <img className="writing-picture-seen" src={seen} alt="" />}
      <TextInput
        label={say(messages.alt)}
        description={say(messages.altHelp)}
        maxLength={300}
        value={alt}
        onChange={({ currentTarget }) => setAlt(currentTarget.value)}
        error={missing && !alt.trim() && say(messages.altNeeded)}
      />
      <TextInput
        label={say(messages.caption)}
        description={say(messages.captionHelp)}
        maxLength={200}
        value={caption}
        onChange={({ currentTarget }) => setCaption(currentTarget.value)}
      />
      <Button type="submit" loading={adding.isPending}>
        {say(messages.addPicture)}
      </Button>
    </form>
  )
}

/** Where the browser shows a file that has not been sent. */
function useAddressOf(file: File | null): string | null {
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    if (!file) return setAddress(null)
    const made = URL.createObjectURL(file)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [file])
  return address
}
