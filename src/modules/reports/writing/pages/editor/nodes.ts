import { Mark, mergeAttributes, Node, type NodeViewRenderer } from '@tiptap/core'
import Document from '@tiptap/extension-document'
import Heading from '@tiptap/extension-heading'
import { BulletList, ListItem, OrderedList } from '@tiptap/extension-list'
import Paragraph from '@tiptap/extension-paragraph'
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table'
import Text from '@tiptap/extension-text'
import { Gapcursor } from '@tiptap/extensions'

/** An attribute of any shape; on the clipboard it is JSON. */
const attribute = (name: string, value: unknown) => ({
  default: value,
  parseHTML: (element: HTMLElement): unknown => {
    const text = element.getAttribute(`data-${name}`)
    try {
      return text === null ? value : JSON.parse(text)
    } catch {
      // What another program put on the clipboard is none of ours.
      return value
    }
  },
  renderHTML: (attributes: Record<string, unknown>) => ({ [`data-${name}`]: JSON.stringify(attributes[name]) }),
})

const attributes = (all: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(all).map(([name, value]) => [name, attribute(name, value)]))

type Look = { group: 'block' | 'inline'; content?: string; attrs?: Record<string, unknown> }
export type Views = Readonly<Record<string, NodeViewRenderer>>

function own(name: string, { group, content, attrs = {} }: Look, views: Views) {
  const tag = group === 'inline' ? 'span' : 'div'
  return Node.create({
    name,
    group,
    inline: group === 'inline',
    atom: content === undefined,
    draggable: group === 'block',
    ...(content ? { content, defining: true, isolating: true } : {}),
    addAttributes: () => attributes(attrs),
    parseHTML: () => [{ tag: `${tag}[data-node="${name}"]` }],
    renderHTML: ({ HTMLAttributes }) => {
      const all = mergeAttributes(HTMLAttributes, { 'data-node': name })
      return content ? [tag, all, 0] : [tag, all]
    },
    ...(views[name] ? { addNodeView: () => views[name] as NodeViewRenderer } : {}),
  })
}

/** Where a comment stands. Several may stand in one place; what is typed behind one does not belong to it. */
const CommentMark = Mark.create({
  name: 'comment',
  excludes: '',
  inclusive: false,
  addAttributes: () => attributes({ thread: null }),
  parseHTML: () => [{ tag: 'span[data-thread]' }],
  renderHTML: ({ HTMLAttributes }) => ['span', HTMLAttributes, 0],
})

/** The nodes of `contract.ts`, as the editor knows them. Without views they still read and write the same documents. */
export const nodes = (views: Views = {}) => [
  Document,
  Paragraph.extend({ marks: 'comment' }),
  Text,
  CommentMark,
  Heading.extend({ marks: 'comment' }).configure({ levels: [1, 2, 3, 4] }),
  BulletList,
  OrderedList,
  ListItem.extend({ content: 'paragraph' }),
  Table.extend({
    addAttributes() {
      return { ...this.parent?.(), caption: attribute('caption', '') }
    },
  }).configure({ resizable: false }),
  TableRow,
  TableHeader.extend({ content: 'paragraph+' }),
  TableCell.extend({ content: 'paragraph+' }),
  Gapcursor,
  own('figure', { group: 'inline', attrs: { question: null, spelled: 'unit' } }, views),
  own('word', { group: 'inline', attrs: { what: 'scope' } }, views),
  own('picture', { group: 'block', attrs: { file: '', caption: '', alt: '' } }, views),
  own('chart', { group: 'block', attrs: { question: null, by: 'month', kind: 'bar', caption: '' } }, views),
  own(
    'recordList',
    { group: 'block', attrs: { question: null, columns: [], limit: 20, as: 'table', caption: '' } },
    views,
  ),
  own('breakdown', { group: 'block', attrs: { caption: '', by: 'month', head: '', columns: [] } }, views),
  own('comparison', { group: 'block', attrs: { caption: '', against: 'yearBefore', rows: [] } }, views),
  own('when', { group: 'block', content: 'block+', attrs: { question: null, op: '>', value: 0, joins: false } }, views),
  own('perCommunity', { group: 'block', content: 'block+' }, views),
]
