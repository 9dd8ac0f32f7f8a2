import type { Term } from '../vocabulary/rules.ts'
import { common, type Lexicon, lexicon, normal } from '../words/rules.ts'

type Named = { id: string; name: string }
/** What the office calls its parts, and what its activities are called. */
export type Names = { office: string; communities: Named[]; teams: Named[]; places: Named[]; titles: string[] }

const suffix = /(?:社区|居委会|村|community)$/i

/** The words of forms in general, and the office's own names before them. */
export function wordsWith(names: Names): Lexicon {
  const own: Term[] = [
    ...names.communities.map(({ id, name }) => ({ words: [name], says: { scope: id } })),
    ...names.teams.map(({ id, name }) => ({ words: [name], says: { filter: { team: [id] } } })),
    ...names.places.map(({ id, name }) => ({ words: [name], says: { filter: { place: [id] } } })),
    ...(names.office
      ? [
          { words: [`${names.office}本级`, '街道本级', '本级'], says: { filter: { part: ['own'] } } },
          { words: [names.office], says: {} },
        ]
      : []),
  ]
  // longest first, and of two as long the office's own
  return [...lexicon(own), ...lexicon(common)].sort((a, b) => b.word.length - a.word.length)
}

/** A head that is a name without its kind: '红旗' is 红旗社区. */
export function shortName(names: Names, text: string): { scope?: string; filter?: Record<string, string[]> } | null {
  const bare = normal(text).replaceAll(' ', '')
  if (bare.length < 2) return null
  const community = names.communities.find(({ name }) => normal(name).replace(suffix, '') === bare)
  if (community) return { scope: community.id }
  const teams = names.teams.filter(
    ({ name }) => normal(name).startsWith(bare) || normal(name).replace(/(?:志愿)?(?:服务)?队$/, '') === bare,
  )
  const [team] = teams
  return team && teams.length === 1 ? { filter: { team: [team.id] } } : null
}

const endings = /(?:宣传|主题|专项|系列)?(?:周|月|日|季|行动)?$/

/** A word of a label that the office's activities bear in their names: '网络安全宣传周' is found as 网络安全. */
export function titleWord(names: Names, word: string): string | null {
  const candidates = [word.replace(endings, ''), word].filter((own) => own.length >= 2)
  const titles = names.titles.map(normal)
  return candidates.find((own) => titles.some((title) => title.includes(normal(own)))) ?? null
}
