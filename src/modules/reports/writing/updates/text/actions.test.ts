import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { ReportDocument } from '../../contract.ts'
import { documentIn } from '../../rules.ts'
import { jsonOf, sharedOf, stateOf } from './actions.ts'

const question = { fact: 'activity', measure: 'count', filter: 'kind=study', scope: 'report', period: 'report' }
const document = ReportDocument.parse({
  type: 'doc',
  content: [
    { type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: '学习' }] },
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: '开展集中学习' },
        { type: 'figure', attrs: { question, spelled: 'chinese' } },
        { type: 'text', text: '。' },
      ],
    },
    { type: 'when', attrs: { question, op: '>', value: 2 }, content: [{ type: 'paragraph' }] },
    { type: 'perCommunity', content: [{ type: 'paragraph', content: [{ type: 'word', attrs: { what: 'scope' } }] }] },
    {
      type: 'table',
      attrs: { caption: '表' },
      content: [
        {
          type: 'tableRow',
          content: [{ type: 'tableHeader', attrs: { colwidth: [120] }, content: [{ type: 'paragraph' }] }],
        },
      ],
    },
  ],
})

test('a document goes into the shared form and comes back the same', () => {
  expect(documentIn(jsonOf(sharedOf([stateOf(document)])))).toEqual(document)
})

test('what no editor makes is no document', () => {
  expect(documentIn({ type: 'doc', content: [{ type: 'script' }] })).toBeNull()
  expect(documentIn(jsonOf(sharedOf([stateOf({ type: 'doc', content: [{ type: 'video' } as never] })])))).toBeNull()
  const deep = (n: number): object =>
    n === 0 ? { type: 'paragraph' } : { type: 'perCommunity', content: [deep(n - 1)] }
  expect(documentIn({ type: 'doc', content: [deep(5000)] })).toBeNull()
  expect(documentIn({ type: 'doc', content: [deep(5)] })).not.toBeNull()
  expect(documentIn(jsonOf(new Y.Doc()))).toEqual({ type: 'doc', content: [] })
})
