import type { Context } from '../../../platform/context.ts'
import { searchPatterns } from '../../../platform/search.ts'
import { rowsOf } from '../people/actions.ts'
import { seenParts } from '../people/rules.ts'
import type { Hit } from './contract.ts'
import * as queries from './queries.ts'
import { looksLikeName } from './rules.ts'

type Ranked = { rank: number; hit: Hit }
type Patterns = NonNullable<ReturnType<typeof searchPatterns>>

export async function search(
  context: Context,
  { q, kind, limit }: { q: string; kind?: Hit['kind'] | undefined; limit: number },
): Promise<Hit[]> {
  const patterns = searchPatterns(q)
  if (!patterns) return []
  const people = kind === 'organization' ? [] : await peopleFound(context, patterns, limit)
  const organizations = kind === 'person' ? [] : await organizationsFound(context, patterns, limit)
  const inOrder = looksLikeName(q.trim()) ? [...people, ...organizations] : [...organizations, ...people]
  return inOrder
    .sort((a, b) => a.rank - b.rank)
    .slice(0, limit)
    .map(({ hit }) => hit)
}

async function peopleFound(context: Context, patterns: Patterns, limit: number): Promise<Ranked[]> {
  const part = seenParts(context.me)
  if (part.length === 0) return []
  const people = await queries.peopleLike(context.tx, patterns, part, limit)
  const rows = await rowsOf(context, people)
  return rows.map((person, index) => ({
    rank: people[index]?.rank ?? 2,
    hit: { kind: 'person', id: person.id, name: person.name, person },
  }))
}

async function organizationsFound({ tx }: Context, patterns: Patterns, limit: number): Promise<Ranked[]> {
  const rows = await queries.organizationsLike(tx, patterns, limit)
  const above = (path: string): string[] => path.split('/').slice(1, -2)
  const names = new Map(
    (await queries.namesOf(tx, [...new Set(rows.flatMap(({ path }) => above(path)))])).map(({ id, name }) => [
      id,
      name,
    ]),
  )
  return rows.map(({ id, name, kind, path, closedOn, rank }) => ({
    rank,
    hit: {
      kind: 'organization',
      id,
      name,
      organizationKind: kind,
      above: above(path).map((node) => names.get(node) ?? ''),
      closedOn,
    },
  }))
}
