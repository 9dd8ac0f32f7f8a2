import { Button, NumberInput, Textarea } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useWords } from '../../../../platform/i18n.ts'
import { read } from '../../../../platform/web.tsx'
import { Form, useForm } from '../../../../web/form.tsx'
import { ButtonLink, PageLink } from '../../../../web/link.tsx'
import { useDates, useHours } from '../../../../web/moment.tsx'
import { useNotice } from '../../../../web/notice.tsx'
import { Page } from '../../../../web/page.tsx'
import { SidePanel } from '../../../../web/panel.tsx'
import { Rows } from '../../../../web/rows.tsx'
import { Empty } from '../../../../web/states.tsx'
import { correctHours, type HoursEntry, myHours } from '../contract.ts'
import { hoursWords } from '../messages.ts'
import { Origin } from './origin.tsx'

/** My hours of this year, each with where it came from. */
export function MyHoursPage() {
  const say = useWords()
  const dates = useDates()
  const hours = useHours()
  const { data } = useSuspenseQuery(read(myHours, {}))
  const [wrong, setWrong] = useState<HoursEntry | null>(null)
  return (
    <Page
      title={say(hoursWords.mine)}
      actions={<ButtonLink to={'/certificates/new' as '/'}>{say(hoursWords.certify)}</ButtonLink>}
      about={`${say(hoursWords.mineAbout, { hours: data.minutes / 60, year: String(data.year) })} · ${say(hoursWords.rule)}`}
    >
      {data.entries.length === 0 ? (
        <Empty>{say(hoursWords.none)}</Empty>
      ) : (
        <Rows
          name={say(hoursWords.mine)}
          rows={data.entries}
          rowKey={(one) => one.id}
          columns={[
            {
              key: 'what',
              head: say(hoursWords.what),
              cell: (one) => (
                <>
                  <PageLink to={'/activities/$activityId' as '/'} params={{ activityId: one.activityId } as never}>
                    {one.title}
                  </PageLink>{' '}
                  {dates.dayAt(one.startsAt)}
                </>
              ),
            },
            { key: 'origin', head: say(hoursWords.mine), fact: true, cell: (one) => <Origin entry={one} /> },
            {
              key: 'minutes',
              head: say(hoursWords.change),
              fact: true,
              end: true,
              cell: (one) => (
                <Button variant="subtle" onClick={() => setWrong(one)}>
                  {hours(one.minutes)} · {say(hoursWords.correct)}
                </Button>
              ),
            },
          ]}
        />
      )}
      <SidePanel title={say(hoursWords.correct)} open={wrong !== null} onClose={() => setWrong(null)}>
        {wrong && <Correction entry={wrong} onClose={() => setWrong(null)} />}
      </SidePanel>
    </Page>
  )
}

function Correction({ entry, onClose }: { entry: HoursEntry; onClose: () => void }) {
  const say = useWords()
  const notice = useNotice()
  const { activityId, personId } = entry
  const form = useForm(correctHours, {
    initial: { activityId, personId, minutes: Math.max(0, entry.minutes), reason: '' },
    done: () => {
      notice(say(hoursWords.asked))
      onClose()
    },
  })
  return (
    <Form form={form} submit={say(hoursWords.ask)}>
      <NumberInput
        label={say(hoursWords.wanted)}
        value={Number(form.values.minutes) / 60}
        min={0}
        max={24}
        step={0.5}
        decimalScale={2}
        onChange={(value) => form.set('minutes', Math.round(Number(value) * 60))}
      />
      <Textarea label={say(hoursWords.reason)} autosize minRows={2} {...form.field('reason')} />
    </Form>
  )
}
