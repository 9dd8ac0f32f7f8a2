import { ActionIcon, Alert, Button, Group, Text } from '@mantine/core'
import { IconChevronLeft, IconChevronRight, IconPlus, IconRestore, IconTrash } from '@tabler/icons-react'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { useWords } from '../../../platform/i18n.ts'
import { call, read, write } from '../../../platform/web.tsx'
import { useAddress } from '../../../web/address.ts'
import { Day, useDates } from '../../../web/moment.tsx'
import { useNotice } from '../../../web/notice.tsx'
import { Page, Section, Sheet, State } from '../../../web/page.tsx'
import { SidePanel } from '../../../web/panel.tsx'
import { Empty, Trouble } from '../../../web/states.tsx'
import {
  announceYear,
  readWorkingYear,
  removeSpecialDay,
  restoreYear,
  type SpecialDay,
  setSpecialDay,
  type WorkingYear,
} from '../working-days/contract.ts'
import { messages, wordsOfHoliday } from '../working-days/messages.ts'
import { SpecialDayForm } from './special-day-form.tsx'
import './organizations.css'

const Address = z.object({
  year: z.coerce.number().int().min(2000).max(2100).optional().catch(undefined),
  panel: z.enum(['add']).optional().catch(undefined),
})

/** A year's public holidays and make-up workdays; the administrator keeps them. */
export function WorkingDaysPage() {
  const say = useWords()
  const dates = useDates()
  const [address, setAddress] = useAddress(Address)
  const year = address.year ?? Number(dates.today().slice(0, 4))
  const { data } = useSuspenseQuery(read(readWorkingYear, { year }))
  const close = () => setAddress({ panel: undefined })
  return (
    <Page
      title={say(messages.title)}
      about={say(messages.about)}
      primary={
        data.mayChange
          ? {
              label: say(messages.add),
              icon: <IconPlus size={18} aria-hidden="true" />,
              onClick: () => setAddress({ panel: 'add' }),
            }
          : undefined
      }
    >
      <Section title={say(messages.ofYear, { year: String(year) })} actions={<Turn year={year} turn={setAddress} />}>
        <Announced year={data} />
        {data.days.length === 0 ? <Empty>{say(messages.noDays, { year: String(year) })}</Empty> : <Days year={data} />}
      </Section>
      <SidePanel title={say(messages.add)} open={address.panel === 'add'} onClose={close}>
        <SpecialDayForm year={year} done={close} />
      </SidePanel>
    </Page>
  )
}

function Turn({ year, turn }: { year: number; turn: (to: { year: number }) => void }) {
  const say = useWords()
  return (
    <Group gap={4}>
      <ActionIcon
        variant="default"
        aria-label={say(messages.previousYear, { year: String(year - 1) })}
        onClick={() => turn({ year: year - 1 })}
      >
        <IconChevronLeft size={18} aria-hidden="true" />
      </ActionIcon>
      <ActionIcon
        variant="default"
        aria-label={say(messages.nextYear, { year: String(year + 1) })}
        onClick={() => turn({ year: year + 1 })}
      >
        <IconChevronRight size={18} aria-hidden="true" />
      </ActionIcon>
    </Group>
  )
}

/** Whether the year has been announced, by what, and what the administrator can do about it. */
function Announced({ year: { year, published, source, shipped, mayChange, days } }: { year: WorkingYear }) {
  const say = useWords()
  const announce = useMutation(write(announceYear))
  const restore = useMutation(write(restoreYear))
  const set = (announced: boolean) => announce.mutate({ year, published: announced })
  const off = days.filter(({ works }) => !works).length
  return (
    <>
      <Trouble error={announce.error ?? restore.error} />
      {published ? (
        <Text size="sm" c="dimmed" mb="sm">
          {say(messages.counts, { off, worked: days.length - off })}
          {source && (
            <>
              {' · '}
              <a href={source} target="_blank" rel="noreferrer">
                {say(messages.source)}
              </a>
            </>
          )}
        </Text>
      ) : (
        <Alert color="yellow" variant="light" mb="sm">
          {say(messages.notAnnounced, { year: String(year) })}
        </Alert>
      )}
      {mayChange && (
        <Group gap="xs" mb="sm">
          {shipped && (
            <Button
              variant="default"
              size="compact-md"
              leftSection={<IconRestore size={16} aria-hidden="true" />}
              title={say(messages.restoreHelp, { year: String(year) })}
              loading={restore.isPending}
              onClick={() => restore.mutate({ year })}
            >
              {say(messages.restore)}
            </Button>
          )}
          {!shipped && (
            <Button variant="default" size="compact-md" loading={announce.isPending} onClick={() => set(!published)}>
              {say(published ? messages.markNotAnnounced : messages.markAnnounced)}
            </Button>
          )}
        </Group>
      )}
    </>
  )
}

function Days({ year: { days, mayChange } }: { year: WorkingYear }) {
  const say = useWords()
  const dates = useDates()
  const notice = useNotice()
  const set = useMutation(write(setSpecialDay))
  const remove = useMutation({
    mutationFn: ({ date }: SpecialDay) => call(removeSpecialDay, { date }),
    onSuccess: (_, day) => {
      const said = { name: say(wordsOfHoliday(day.name)), date: dates.day(day.date) }
      notice(say(messages.removed, said), () => set.mutateAsync(day))
    },
  })
  const months = Map.groupBy(days, ({ date }) => date.slice(0, 7))
  return (
    <>
      <Trouble error={remove.error} />
      <div className="months">
        {[...months].map(([month, its]) => (
          <section key={month} aria-label={dates.month(month)}>
            <Text fw={600} mb={4}>
              {dates.month(month)}
            </Text>
            <Sheet pad={false}>
              <ul className="lines">
                {its.map((day) => (
                  <li key={day.date} className="line-with-action">
                    <span>
                      <Day of={day.date} weekday /> {say(wordsOfHoliday(day.name))}
                    </span>
                    <Group gap={4} wrap="nowrap">
                      <State tone={day.works ? 'soon' : 'do'}>
                        {say(day.works ? messages.makeup : messages.holiday)}
                      </State>
                      {mayChange && (
                        <ActionIcon
                          variant="subtle"
                          color="gray"
                          aria-label={say(messages.removeOne, { date: dates.day(day.date, { relative: false }) })}
                          onClick={() => remove.mutate(day)}
                        >
                          <IconTrash size={16} aria-hidden="true" />
                        </ActionIcon>
                      )}
                    </Group>
                  </li>
                ))}
              </ul>
            </Sheet>
          </section>
        ))}
      </div>
    </>
  )
}
