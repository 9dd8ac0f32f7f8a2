import type { IndicatorUser } from '../../../../../platform/indicator.ts'
import { indicatorsIn } from '../../indicators/rules.ts'
import { formKind } from '../../messages.ts'
import { bindingsOf, readableForms } from '../actions.ts'

/** Which forms a changed indicator will change: those that the asker may read. */
export const indicatorUsers: readonly IndicatorUser[] = [
  {
    kind: formKind,
    uses: async (context, indicatorIds) =>
      (await readableForms(context, false)).flatMap((row) => {
        const asked = indicatorsIn(bindingsOf(row))
        return indicatorIds
          .filter((indicatorId) => asked.has(indicatorId))
          .map((indicatorId) => ({ indicatorId, title: row.name, link: `/forms/${row.id}` as const }))
      }),
  },
]
