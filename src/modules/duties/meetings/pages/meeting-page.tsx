import './meetings.css'
import { Anchor, Button, Text } from '@mantine/core'
import { IconCheck, IconDownload } from '@tabler/icons-react'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { z } from 'zod'
import { useLanguage, useWords } from '../../../../platform/i18n.ts'
import { addressOf, read, write } from '../../../../platform/web.tsx'
import { useAddress } from '../../../../web/address.ts'
import { PageLink } from '../../../../web/link.tsx'
import { useDates } from '../../../../web/moment.tsx'
import { Page, Section, Sheet, State } from '../../../../web/page.tsx'
import { SidePanel } from '../../../../web/panel.tsx'
import { Empty, Trouble } from '../../../../web/states.tsx'
import { confirmMinutes, keepAgenda, type Meeting, minutesFile, readMeeting } from '../contract.ts'
import { meetingWords as words } from '../messages.ts'
import { ItemPart } from './item-part.tsx'
import { ChairForm, DecideForm, MinutesForm, OwnPoint } from './meeting-forms.tsx'
import { Proposals } from './proposals.tsx'

const Address = z.object({
  panel: z.enum(['chair', 'minutes', 'decide']).optional().catch(undefined),
  item: z.uuid().optional().catch(undefined),
})

/** What a meeting is about, what was said, and what was decided: who does what until when. */
export function MeetingPage() {
  const { activityId } = useParams({ from: '/meetings/$activityId' })
  const say = useWords()
  const dates = useDates()
  const language = useLanguage()
  const [{ panel, item: itemId }, setAddress] = useAddress(Address)
  const { data } = useSuspenseQuery(read(readMeeting, { activityId }))
  const confirm = useMutation(write(confirmMinutes))
  const agenda = useAgenda(data)
  const close = () => setAddress({ panel: undefined, item: undefined })
  const item = data.items.find(({ id }) => id === itemId)
  return (
    <Page
      title={data.title}
      about={[dates.span(data.startsAt, data.endsAt, { weekday: true }), data.host.name, data.placeName]
        .filter(Boolean)
        .join(' · ')}
      back={<PageLink to={`/activities/${activityId}` as '/'}>{say(words.toActivity)}</PageLink>}
      actions={
        <Anchor href={addressOf(minutesFile, { activityId, language })} download className="meeting-file">
          <IconDownload size={18} aria-hidden="true" /> {say(words.word)}
        </Anchor>
      }
      primary={
        data.may.confirm
          ? {
              label: say(words.confirm),
              icon: <IconCheck size={18} aria-hidden="true" />,
              onClick: () => confirm.mutate({ activityId }),
              loading: confirm.isPending,
            }
          : undefined
      }
    >
      <Trouble error={confirm.error ?? agenda.error} />
      <Sheet>
        <Chair meeting={data} choose={() => setAddress({ panel: 'chair' })} />
      </Sheet>
      <Section title={say(words.agenda)}>
        {data.items.length === 0 ? (
          <Empty>{say(words.empty)}</Empty>
        ) : (
          <ol className="sheet lines meeting-items">
            {data.items.map((one, i) => (
              <ItemPart
                key={one.id}
                item={one}
                meeting={data}
                move={(by) => agenda.move(i, by)}
                takeOff={() => agenda.takeOff(one.id)}
                waiting={agenda.waiting}
                open={(panel) => setAddress({ panel, item: one.id })}
              />
            ))}
          </ol>
        )}
        {data.may.prepare && <OwnPoint add={agenda.add} waiting={agenda.waiting} />}
      </Section>
      {data.may.prepare && <Proposals meeting={data} add={agenda.add} waiting={agenda.waiting} />}
      <SidePanel title={say(words.setChair)} open={panel === 'chair'} onClose={close}>
        <ChairForm meeting={data} done={close} />
      </SidePanel>
      {item && (panel === 'minutes' || panel === 'decide') && (
        <SidePanel title={panel === 'minutes' ? item.title : say(words.decide)} open onClose={close}>
          {panel === 'minutes' ? (
            <MinutesForm activityId={activityId} item={item} done={close} />
          ) : (
            <DecideForm activityId={activityId} item={item} done={close} />
          )}
        </SidePanel>
      )}
    </Page>
  )
}

type Point = Pick<Meeting['items'][number], 'id' | 'kind' | 'title'>

/** The agenda is written whole, in its order. */
function useAgenda(meeting: Meeting) {
  const keep = useMutation(write(keepAgenda))
  const { activityId, chair } = meeting
  const points = meeting.items.map(({ id, kind, title }) => ({ id, kind, title }))
  const put = (items: Point[]) =>
    keep.mutate({ activityId, chairId: chair?.id ?? null, items, seen: points.map(({ id }) => id) })
  return {
    error: keep.error,
    waiting: keep.isPending,
    add: (point: Point) => put([...points, point]),
    takeOff: (id: string) => put(points.filter((point) => point.id !== id)),
    move: (from: number, by: 1 | -1) => {
      const moved = [...points]
      const [point] = moved.splice(from, 1)
      if (point) moved.splice(from + by, 0, point)
      put(moved)
    },
  }
}

function Chair({ meeting, choose }: { meeting: Meeting; choose: () => void }) {
  const say = useWords()
  const dates = useDates()
  const { chair, confirmedAt, confirmedBy, may } = meeting
  return (
    <>
      <Text>
        {chair ? say(words.chairIs, { name: chair.name }) : say(words.noChair)}{' '}
        {may.prepare && (
          <Button size="compact-sm" variant="default" onClick={choose}>
            {say(chair ? words.otherChair : words.setChair)}
          </Button>
        )}
      </Text>
      {confirmedAt && (
        <State tone="do">{say(words.confirmed, { name: confirmedBy ?? '', day: dates.dayAt(confirmedAt) })}</State>
      )}
      {may.confirm && (
        <Text size="sm" c="dimmed">
          {say(words.confirmAbout)}
        </Text>
      )}
    </>
  )
}
