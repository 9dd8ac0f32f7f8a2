import { NumberInput } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useWords, type Words } from '../../../platform/i18n.ts'
import { read } from '../../../platform/web.tsx'
import { listFacts } from '../contract.ts'
import { listIndicators } from '../named/contract.ts'

type Unit = { size: number; words: Words | null }
const units: Record<'number' | 'hours' | 'share', Unit> = {
  number: { size: 1, words: null },
  hours: { size: 60, words: [' hours', ' 小时'] },
  share: { size: 0.01, words: ['%', '%'] },
}

/** How people write what an indicator gives: hours of its minutes, per cent of a share. */
function useUnitOf(indicatorId: string | null): Unit {
  const { data: facts } = useSuspenseQuery(read(listFacts, {}))
  const { data: indicators } = useSuspenseQuery(read(listIndicators, {}))
  const question = indicators.find(({ id }) => id === indicatorId)?.question
  if (question?.as === 'growth') return units.share
  const fact = facts.find(({ name }) => name === question?.fact)
  return units[fact?.measures.find(({ name }) => name === question?.measure)?.reads ?? 'number']
}

type Amount = number | string
type Props = {
  label: string
  name?: string
  error?: string | undefined
  indicatorId: string | null
  value: Amount
  onChange: (next: Amount) => void
}

/** An amount of an indicator, written as it is read and kept as it is counted. */
export function AmountInput({ indicatorId, value, onChange, ...field }: Props) {
  const say = useWords()
  const { size, words } = useUnitOf(indicatorId)
  const scaled = (amount: Amount, by: number): Amount =>
    typeof amount === 'number' ? Number((amount * by).toPrecision(12)) : amount
  return (
    <NumberInput
      min={0}
      {...field}
      {...(words ? { suffix: say(words) } : {})}
      value={scaled(value, 1 / size)}
      onChange={(next) => onChange(scaled(next, size))}
    />
  )
}
