import './imports.css'
import { Button, FileButton, Text } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { type DragEvent, useState } from 'react'
import { useWords } from '../../../platform/i18n.ts'
import { importWords } from './messages.ts'

const accept = '.xlsx,.xlsm,.csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet,text/csv'

/** A place for files: dropped, or chosen with the button (which is all that a keyboard needs). */
export function DropZone({ onFiles, busy }: { onFiles: (files: File[]) => void; busy: string | null }) {
  const say = useWords()
  const [over, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    if (!busy) onFiles([...event.dataTransfer.files])
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button inside is the first
    <div
      className="drop-zone"
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <IconFileImport size={40} stroke={1.4} aria-hidden="true" />
      <Text fz={16}>{busy === null ? say(importWords.drop) : say(importWords.reading, { name: busy })}</Text>
      <FileButton multiple accept={accept} onChange={(files) => files.length > 0 && onFiles(files)}>
        {(button) => (
          <Button {...button} loading={busy !== null}>
            {say(importWords.choose)}
          </Button>
        )}
      </FileButton>
      <Text c="dimmed" size="sm">
        {say(importWords.formats)}
      </Text>
    </div>
  )
}
