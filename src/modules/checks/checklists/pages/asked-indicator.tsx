import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useWords } from '../../../../platform/i18n.ts'
import { read } from '../../../../platform/web.tsx'
import { listIndicators } from '../../../indicators/named/contract.ts'
import { useSaid } from '../../../indicators/pages/records.tsx'
import type { Asked } from '../contract.ts'
import { checklistWords as words } from '../messages.ts'

/** Which named figure a review shows beside the question. */
export function AskedIndicator({ asked, set }: { asked: Asked; set: (asked: Asked) => void }) {
  const say = useWords()
  const said = useSaid()
  const { data: all = [] } = useQuery(read(listIndicators, {}))
  return (
    <Select
      label={say(words.indicator)}
      description={say(words.indicatorAbout)}
      placeholder={say(words.noIndicator)}
      clearable
      searchable
      data={all.map(({ id, name }) => ({ value: id, label: said(name) }))}
      value={asked.indicatorId}
      onChange={(indicatorId) => set({ ...asked, indicatorId })}
    />
  )
}
