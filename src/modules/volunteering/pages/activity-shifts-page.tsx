import './shifts.css'
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { z } from 'zod'
import { useWords } from '../../../platform/i18n.ts'
import { read } from '../../../platform/web.tsx'
import { useAddress } from '../../../web/address.ts'
import { PageLink } from '../../../web/link.tsx'
import { useDates } from '../../../web/moment.tsx'
import { Page, Section } from '../../../web/page.tsx'
import { Empty, Part } from '../../../web/states.tsx'
import { getActivity } from '../../activities/contract.ts'
import { type Shift, shiftsOfActivity } from '../contract.ts'
import { ActivityTemplates } from '../templates/pages/activity-templates.tsx'
import { planWords } from './board-messages.ts'
import { ShiftCard } from './shift-card.tsx'
import { ShiftForm } from './shift-form.tsx'
import { useShiftQueue } from './shift-queue.ts'

const Address = z.object({ shift: z.string().max(40).optional().catch(undefined) })

/** The shifts of one activity, and the form for one of them. */
export function ActivityShiftsPage() {
  const say = useWords()
  const dates = useDates()
  const queue = useShiftQueue()
  const { activityId } = useParams({ strict: false }) as { activityId: string }
  const { data: activity } = useSuspenseQuery(read(getActivity, { activityId }))
  const { data: all } = useSuspenseQuery(read(shiftsOfActivity, { activityId }))
  const [address, setAddress] = useAddress(Address)
  const shifts = all.filter(({ cancelledAt }) => !cancelledAt)
  const opened = shifts.find(({ id }) => id === address.shift)
  const mayChange = activity.may.change && !activity.cancelledAt
  const close = () => setAddress({ shift: undefined })
  const open = (shift: Shift | 'new') => setAddress({ shift: shift === 'new' ? shift : shift.id }, { push: true })
  return (
    <Page
      title={say(planWords.title, { title: activity.title })}
      about={dates.span(activity.startsAt, activity.endsAt, { weekday: true })}
      back={
        <PageLink to={'/activities/$activityId' as '/'} params={{ activityId } as never}>
          {say(planWords.back)}
        </PageLink>
      }
      primary={
        mayChange && !address.shift
          ? {
              label: say(planWords.new),
              icon: <IconPlus size={18} aria-hidden="true" />,
              onClick: () => open('new'),
            }
          : undefined
      }
    >
      {mayChange && (address.shift === 'new' || opened) && (
        <Section title={say(opened ? planWords.change : planWords.new)}>
          <ShiftForm key={address.shift} activity={activity} shift={opened ?? null} onDone={close} />
        </Section>
      )}
      {shifts.length === 0 && !address.shift && <Empty>{say(planWords.none)}</Empty>}
      {shifts.length > 0 && (
        <ul className="sheet shift-list">
          {shifts.map((shift) => (
            <ShiftCard key={shift.id} shift={shift} queue={queue}>
              {mayChange && shift !== opened && (
                <Button variant="default" size="compact-md" mt="xs" onClick={() => open(shift)}>
                  {say(planWords.change)}
                </Button>
              )}
            </ShiftCard>
          ))}
        </ul>
      )}
      {mayChange && !address.shift && (
        <Part>
          <ActivityTemplates activity={activity} hasShifts={shifts.length > 0} />
        </Part>
      )}
    </Page>
  )
}
