import type { KnownTags } from '../../../platform/document/tags.ts'
import type { Said } from '../../indicators/contract.ts'
import { tagMeanings } from './messages.ts'

/** What stands for a text of the report itself, under both its names. */
export const ownTags = {
  title: ['title', '标题'],
  period: ['period', '时段'],
  scope: ['scope', '单位'],
  date: ['date', '日期'],
  body: ['body', '正文'],
} as const
/** What repeats for each part directly below the report's own, and that part's name. */
export const partsTag = ['parts', '下级单位'] as const
export const partNameTag = ['name', '名称'] as const

export type Named = { id: string; name: Said }

export const knownTags = (indicators: readonly Named[]): KnownTags => {
  const figures = indicators.flatMap(({ name }) => name)
  return {
    texts: new Set([...Object.values(ownTags).flat(), ...figures]),
    loops: new Set(partsTag),
    inLoops: new Set([...partNameTag, ...figures]),
  }
}

export function describedTags(indicators: readonly (Named & { definition: Said })[]) {
  const own = Object.entries(ownTags).map(([key, names]) => ({
    names: [...names],
    means: tagMeanings[key as keyof typeof ownTags],
    kind: key === 'body' ? ('whole' as const) : ('text' as const),
  }))
  return [
    ...own,
    { names: [...partsTag], means: tagMeanings.parts, kind: 'loop' as const },
    { names: [...partNameTag], means: tagMeanings.partName, kind: 'inLoop' as const },
    ...indicators.map(({ name, definition }) => ({
      names: [...new Set(name)],
      means: definition,
      kind: 'figure' as const,
    })),
  ].map(({ means, ...tag }) => ({ ...tag, means: [means[0], means[1]] as [string, string] }))
}
