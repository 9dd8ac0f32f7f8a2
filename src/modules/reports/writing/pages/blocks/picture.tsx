import { TextInput } from '@mantine/core'
import type { NodeViewProps } from '@tiptap/react'
import { useWords } from '../../../../../platform/i18n.ts'
import { addressOf } from '../../../../../platform/web.tsx'
import { readPicture } from '../../pictures/contract.ts'
import { messages } from '../editor/messages.ts'
import { Frame } from './frame.tsx'

export function PictureBlock(props: NodeViewProps) {
  const say = useWords()
  const { file, caption, alt } = props.node.attrs as { file: string; caption: string; alt: string }
  const change = props.updateAttributes
  return (
    <Frame
      of={props}
      name={say(messages.picture)}
      settings={
        <>
          <TextInput
            label={say(messages.alt)}
            description={say(messages.altHelp)}
            value={alt}
            maxLength={300}
            onChange={({ currentTarget }) => change({ alt: currentTarget.value })}
          />
          <TextInput
            label={say(messages.caption)}
            value={caption}
            maxLength={200}
            onChange={({ currentTarget }) => change({ caption: currentTarget.value })}
          />
        </>
      }
    >
      <figure className="writing-picture" contentEditable={false}>
        <img src={addressOf(readPicture, { file })} alt={alt || caption} draggable={false} />
        {caption && <figcaption>{caption}</figcaption>}
      </figure>
    </Frame>
  )
}
