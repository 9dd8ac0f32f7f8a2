import { createElement as h, type ReactNode } from 'react'
import type { Block, Run } from '../../../platform/document/contract.ts'
import { chartTable, numbered } from '../../../platform/document/rules.ts'
import { NotFound } from '../../../platform/errors.ts'
import { type Language, sayIn } from '../../../platform/i18n.ts'
import type { PublicPage } from '../../../platform/public/page.ts'
import { publishedForEverybody } from '../publishing/actions.ts'
import { publishingWords as words } from '../publishing/messages.ts'
import { readPicture } from '../writing/pictures/actions.ts'
import type { Settled } from '../writing/settled/contract.ts'
import { drawing } from './chart.ts'

const textOf = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('')

function table({ caption, columns, rows }: Extract<Block, { kind: 'table' }>): ReactNode {
  const head = columns.map(({ title }, i) => h('th', { key: i, scope: 'col' }, title))
  const line = (row: readonly Run[], r: number) =>
    h(
      'tr',
      { key: r },
      row.map(({ text }, i) => h(i === 0 ? 'th' : 'td', { key: i }, text)),
    )
  return h(
    'div',
    { className: 'sheet' },
    h(
      'table',
      null,
      h('caption', null, caption),
      h('thead', null, h('tr', null, head)),
      h('tbody', null, rows.map(line)),
    ),
  )
}

function drawn(block: Block, number: string, pictureAt: (file: string) => string): ReactNode {
  switch (block.kind) {
    case 'heading':
      return h(block.level === 1 ? 'h2' : 'h3', null, number + block.text)
    case 'paragraph':
      return h('p', null, textOf(block.runs))
    case 'list':
      return h(
        block.ordered ? 'ol' : 'ul',
        null,
        block.items.map((item, i) => h('li', { key: i }, textOf(item))),
      )
    case 'table':
      return table(block)
    case 'chart':
      // A drawing is told as its numbers: the page works without script and on an old phone.
      return h('div', null, drawing(block), table(chartTable(block)))
    case 'picture':
      return h(
        'figure',
        null,
        h('img', {
          src: pictureAt(block.file),
          alt: block.alt || block.caption,
          loading: 'lazy',
        }),
        block.caption && h('figcaption', null, block.caption),
      )
  }
}

const body = (id: string, settled: Settled, date: string, language: Language): ReactNode =>
  h(
    'div',
    null,
    h('p', { className: 'soft small' }, settled.scope.name, ' · ', sayIn(language, words.publishedOn, { date })),
    h('p', { className: 'soft small' }, sayIn(language, words.hiddenNote)),
    h(
      'div',
      { lang: settled.language },
      numbered(settled.blocks, settled.language).map(({ block, number }, i) =>
        h(
          'div',
          { key: i },
          drawn(block, number, (file) => `/published/${id}/pictures/${file}`),
        ),
      ),
    ),
  )

export const pages: readonly PublicPage[] = [
  {
    name: 'publishedPage',
    method: 'GET',
    path: '/published/:publishedId',
    perMinute: 120,
    render: async (context, { params, language }) => {
      const found = await publishedForEverybody(context, params.publishedId ?? '')
      if (!found) throw new NotFound()
      return {
        title: found.settled.title.join(''),
        body: body(params.publishedId ?? '', found.settled, found.date, language),
      }
    },
  },
  {
    name: 'publishedPicture',
    method: 'GET',
    path: '/published/:publishedId/pictures/:file',
    perMinute: 600,
    render: async (context, { params }) => {
      const found = await publishedForEverybody(context, params.publishedId ?? '')
      const shown = found?.settled.blocks.some((block) => block.kind === 'picture' && block.file === params.file)
      if (!shown) throw new NotFound()
      const { body, type } = await readPicture(context, { file: params.file ?? '' })
      return { picture: body, type }
    },
  },
]
