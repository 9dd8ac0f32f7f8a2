import './safety.css'
import { ActionIcon, Button } from '@mantine/core'
import { IconCamera, IconX } from '@tabler/icons-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useWords } from '../../../../platform/i18n.ts'
import { addressOf } from '../../../../platform/web.tsx'
import { fitted } from '../../../../web/fitting.ts'
import { readCheckPhoto } from '../contract.ts'
import { checkWords as words } from '../messages.ts'
import type { CheckBox } from './check-box.ts'
import type { Shot } from './draft.ts'

/** The photos to one question: taken with the phone, made small there, and sent by themselves. */
export function Photos({
  checkId,
  questionId,
  text,
  shots,
  box,
  set,
}: {
  checkId: string
  questionId: string
  text: string
  shots: readonly Shot[]
  box: CheckBox
  set: (shots: Shot[]) => void
}) {
  const say = useWords()
  const input = useRef<HTMLInputElement>(null)
  const [wrong, setWrong] = useState(false)
  const take = async (file: File | undefined): Promise<void> => {
    if (!file) return
    const small = await fitted(file)
    setWrong(!/^image[/](png|jpeg)$/.test(small.type))
    if (!/^image[/](png|jpeg)$/.test(small.type)) return
    const id = crypto.randomUUID()
    await box.post({ [id]: { kind: 'photo', checkId, shotId: id, file: new Blob([small]), type: small.type } })
    set([...shots, { id, questionId }])
  }
  return (
    <div>
      <ul className="check-photos">
        {shots.map(({ id }, i) => (
          <li key={id}>
            <Picture checkId={checkId} id={id} box={box} alt={say(words.photoOf, { n: i + 1, text })} />
            <ActionIcon
              size={32}
              color="dark"
              aria-label={say(words.removePhoto, { n: i + 1 })}
              onClick={() => {
                void box.withdraw([id])
                set(shots.filter((one) => one.id !== id))
              }}
            >
              <IconX size={16} aria-hidden="true" />
            </ActionIcon>
          </li>
        ))}
      </ul>
      <input
        ref={input}
        hidden
        type="file"
        accept="image/*"
        capture="environment"
        data-question={questionId}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? []
          event.currentTarget.value = ''
          void take(file)
        }}
      />
      <Button
        mt="xs"
        variant="default"
        leftSection={<IconCamera size={18} aria-hidden="true" />}
        onClick={() => input.current?.click()}
      >
        {say(words.photo)}
      </Button>
      {wrong && (
        <div className="trouble" role="alert">
          {say(words.noPicture)}
        </div>
      )}
    </div>
  )
}

/** As it lies on this device while it waits; from the server once it is there. */
function Picture({ checkId, id, box, alt }: { checkId: string; id: string; box: CheckBox; alt: string }) {
  const letter = box.waiting[id]
  const file = letter?.kind === 'photo' ? letter.file : null
  const [first] = useState(file)
  const local = useMemo(() => (first ? URL.createObjectURL(first) : null), [first])
  useEffect(() => () => void (local && URL.revokeObjectURL(local)), [local])
  return <img src={local ?? addressOf(readCheckPhoto, { checkId, shotId: id })} alt={alt} />
}
