import { createHash } from 'node:crypto'
import { canonical } from '../../../../platform/canonical.ts'
import type { Settled } from '../../writing/settled/contract.ts'
import type { PublishedCard } from '../contract.ts'
import type { Count } from '../queries.ts'

const sha256 = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex')

export const hashOf = (bytes: Uint8Array): string => sha256(bytes)

type Sealed = Pick<PublishedCard, 'reportId' | 'number' | 'title' | 'language' | 'period'> & {
  scopeId: string
  settled: Settled
  counts: readonly Count[]
}

/** SHA-256 over everything that was published: the text, its figures, and the records behind each with what they gave. */
export const sealOf = ({ counts, ...rest }: Sealed): string =>
  sha256(
    canonical({
      ...rest,
      counts: counts
        .toSorted((a, b) => (a.question < b.question ? -1 : 1))
        .map(({ question, value, recordIds, amounts }) => ({
          question,
          value,
          records: sha256(canonical({ recordIds, amounts })),
        })),
    }),
  )
