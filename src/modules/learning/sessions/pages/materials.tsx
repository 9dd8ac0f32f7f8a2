import { ActionIcon, Anchor, Button, FileButton, Group, Text } from '@mantine/core'
import { IconPencil, IconTrash } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useWords } from '../../../../platform/i18n.ts'
import { addressOf, call, upload, write } from '../../../../platform/web.tsx'
import { useNotice } from '../../../../web/notice.tsx'
import { Section, Sheet, State } from '../../../../web/page.tsx'
import { Trouble } from '../../../../web/states.tsx'
import {
  addMaterialFile,
  type Material,
  markRead,
  readMaterialFile,
  removeMaterial,
  restoreMaterial,
  type Session,
} from '../contract.ts'
import { sessionWords as words } from '../messages.ts'
import { materialEndings } from '../rules.ts'
import { ChangeMaterial, NewMaterial } from './material-forms.tsx'

/** What is to be read, with the time that it takes. */
export function Materials({ session }: { session: Session }) {
  const say = useWords()
  const [adding, setAdding] = useState(false)
  const { activityId, materials, may } = session
  const take = useMutation({ mutationFn: (file: File) => upload(addMaterialFile, { activityId }, file) })
  const total = materials.reduce((sum, { readingMinutes }) => sum + readingMinutes, 0)
  return (
    <Section
      title={say(words.materials)}
      actions={
        may.plan && (
          <Group gap="xs">
            <FileButton accept={materialEndings.join(',')} onChange={(file) => file && take.mutate(file)}>
              {(props) => (
                <Button {...props} variant="default" loading={take.isPending}>
                  {say(words.addFile)}
                </Button>
              )}
            </FileButton>
            <Button variant="default" onClick={() => setAdding(true)}>
              {say(words.addMaterial)}
            </Button>
          </Group>
        )
      }
    >
      <Trouble error={take.error} />
      {materials.length === 0 && !adding && <p className="sheet quiet">{say(words.noMaterials)}</p>}
      {materials.length > 0 && (
        <>
          <Text size="sm" c="dimmed" mb="xs">
            {say(words.total, { n: total })}
          </Text>
          <ul className="sheet lines">
            {materials.map((material) => (
              <MaterialLine key={material.id} material={material} session={session} />
            ))}
          </ul>
        </>
      )}
      {adding && (
        <Sheet>
          <NewMaterial activityId={activityId} done={() => setAdding(false)} />
        </Sheet>
      )}
    </Section>
  )
}

function MaterialLine({ material, session: { may } }: { material: Material; session: Session }) {
  const say = useWords()
  const notice = useNotice()
  const [changing, setChanging] = useState(false)
  const { id: materialId, title, url, body, fileName, readingMinutes } = material
  const tell = useMutation(write(markRead))
  const remove = useMutation({
    ...write(removeMaterial),
    onSuccess: () => notice(say(words.removed, { title }), () => call(restoreMaterial, { materialId })),
  })
  return (
    <li>
      <div className="line-with-action">
        <div>
          {url ? (
            <Anchor href={url} target="_blank" rel="noreferrer">
              {title}
            </Anchor>
          ) : fileName ? (
            <Anchor href={addressOf(readMaterialFile, { materialId })} download>
              {title}
            </Anchor>
          ) : (
            title
          )}
          <Text size="sm" c="dimmed" component="div">
            {say(url ? words.link : fileName ? words.file : words.text)}
            {` · ${say(words.minutesEach, { n: readingMinutes })}`}
          </Text>
        </div>
        <Group gap={4} wrap="nowrap">
          {material.read ? (
            <State tone="do">{say(words.read)}</State>
          ) : (
            may.read && (
              <Button
                variant="default"
                size="compact-md"
                aria-label={say(words.iHaveReadOf, { title })}
                loading={tell.isPending}
                onClick={() => tell.mutate({ materialId })}
              >
                {say(words.iHaveRead)}
              </Button>
            )
          )}
          {may.plan && (
            <>
              <ActionIcon
                variant="subtle"
                color="gray"
                size="lg"
                aria-label={say(words.changeOf, { title })}
                aria-expanded={changing}
                onClick={() => setChanging(!changing)}
              >
                <IconPencil size={18} aria-hidden />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                color="gray"
                size="lg"
                aria-label={say(words.removeOf, { title })}
                loading={remove.isPending}
                onClick={() => remove.mutate({ materialId })}
              >
                <IconTrash size={18} aria-hidden />
              </ActionIcon>
            </>
          )}
        </Group>
      </div>
      {body && <p className="material-text">{body}</p>}
      <Trouble error={tell.error ?? remove.error} />
      {changing && <ChangeMaterial material={material} done={() => setChanging(false)} />}
    </li>
  )
}
