import { useState } from 'react'
import { z } from 'zod'
import { useAddress } from '../../../web/address.ts'
import { useDates } from '../../../web/moment.tsx'
import type { Asking, FactCard } from '../contract.ts'
import { filterText, parseFilter } from '../filter/rules.ts'
import { parsePeriod } from '../period/rules.ts'
import { thisYear } from './blanks.tsx'

const Address = z.object({
  fact: z.string().catch('').default(''),
  measure: z.string().catch('').default(''),
  filter: z.string().catch('').default(''),
  period: z.string().optional().catch(undefined),
  scope: z.uuid().optional().catch(undefined),
  against: z.enum(['yearBefore', 'periodBefore']).optional().catch(undefined),
  as: z.enum(['difference', 'growth']).optional().catch(undefined),
  by: z.string().optional().catch(undefined),
  /** The indicator whose next version this is. */
  indicator: z.uuid().optional().catch(undefined),
  panel: z.enum(['keep']).optional().catch(undefined),
})
export type Address = z.output<typeof Address>

const times = ['day', 'month', 'quarter', 'year', 'part']

/** The question that stands in the address; what the address lacks or has wrong is the first thing that can be counted. */
export function useAsked(facts: readonly FactCard[]) {
  const today = useDates().today()
  const [address, change] = useAddress(Address)
  return { ...askedOf(facts, address, today), address, change }
}

/** The same where the address belongs to something else: the question stands on the page until it is used. */
export function useAskedHere(facts: readonly FactCard[]): Asked {
  const today = useDates().today()
  const [question, setQuestion] = useState<Address>(() => Address.parse({}))
  const change = (by: Change) => setQuestion((now) => Address.parse({ ...now, ...by }))
  return { ...askedOf(facts, question, today), change }
}

function askedOf(facts: readonly FactCard[], address: Address, today: string) {
  const fact =
    facts.find(({ name }) => name === address.fact) ?? facts.find(({ name }) => name === 'activity') ?? facts[0]
  const measure = fact?.measures.find(({ name }) => name === address.measure) ?? fact?.measures[0]
  if (!fact || !measure) throw new Error('nothing is declared that could be counted')
  const filters = (name: string): boolean =>
    name === 'part' || fact.columns.some((one) => one.name === name && one.filters)
  const filter = Object.fromEntries(Object.entries(parseFilter(address.filter)).filter(([name]) => filters(name)))
  const period = address.period && parsePeriod(address.period) ? address.period : thisYear(today)
  const { scope, against, as } = address
  const asking: Asking = {
    fact: fact.name,
    measure: measure.name,
    filter: filterText(filter),
    period,
    ...(scope ? { scope } : {}),
    ...(against ? { against, as: as ?? 'difference' } : {}),
  }
  const by = address.by && (times.includes(address.by) || filters(address.by)) ? address.by : undefined
  return { fact, measure, filter, asking, by: by === 'day' && fact.time === 'span' ? undefined : by }
}
type Change = { [K in keyof Address]?: Address[K] | undefined }
export type Asked = ReturnType<typeof askedOf> & { change: (by: Change) => void }

/** What is asked whatever the period and the part. */
export function questionOf({ asking }: Asked) {
  const { period: _, scope: __, filter = '', ...question } = asking
  return { ...question, filter }
}
