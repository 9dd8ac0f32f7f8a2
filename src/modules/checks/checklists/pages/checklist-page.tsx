import { Button, Text } from '@mantine/core'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { z } from 'zod'
import { useWords } from '../../../../platform/i18n.ts'
import { read, write } from '../../../../platform/web.tsx'
import { useAddress } from '../../../../web/address.ts'
import { PageLink } from '../../../../web/link.tsx'
import { Moment } from '../../../../web/moment.tsx'
import { useNotice } from '../../../../web/notice.tsx'
import { Page, Section } from '../../../../web/page.tsx'
import { Trouble } from '../../../../web/states.tsx'
import { bringBackChecklist, type Checklist, changeChecklist, retireChecklist, seeChecklist } from '../contract.ts'
import { useWordsOf, checklistWords as words } from '../messages.ts'
import { ChecklistForm } from './checklist-form.tsx'
import { ChecklistView } from './checklist-view.tsx'

const Address = z.object({
  version: z.coerce.number().int().optional().catch(undefined),
  panel: z.literal('change').optional().catch(undefined),
})

/** One checklist: what it asks, and how it came to be so. */
export function ChecklistPage() {
  const say = useWords()
  const { checklistId } = useParams({ strict: false }) as { checklistId: string }
  const [{ version, panel }, setAddress] = useAddress(Address)
  const { data } = useSuspenseQuery(read(seeChecklist, { checklistId, ...(version ? { version } : {}) }))
  const changing = panel === 'change' && data.mayChange
  const about = [
    say(useWordsOf[data.use]),
    say(words.questions, { count: data.questions }),
    say(words.version, { n: data.version }),
    data.retired && say(words.retiredState),
  ]
  return (
    <Page
      title={data.name}
      about={about.filter(Boolean).join(' · ')}
      back={<PageLink to={'/checklists' as '/'}>{say(words.checklists)}</PageLink>}
      actions={data.mayChange && !changing && <Standing list={data} />}
      primary={
        changing || version || !data.mayChange
          ? undefined
          : { label: say(words.change), onClick: () => setAddress({ panel: 'change' }) }
      }
    >
      {changing ? (
        <Changing list={data} done={() => setAddress({ panel: undefined })} />
      ) : (
        <ChecklistView content={data.content} />
      )}
      <Section title={say(words.versions)}>
        <ul className="sheet lines">
          {data.versions.map(({ number, changedAt, changedBy }) => (
            <li key={number}>
              <PageLink
                to={`/checklists/${checklistId}` as '/'}
                search={(number === data.versions[0]?.number ? {} : { version: number }) as never}
              >
                {say(words.version, { n: number })}
              </PageLink>
              <Text size="sm" c="dimmed" component="div">
                {changedBy && `${changedBy} · `}
                <Moment at={changedAt} />
              </Text>
            </li>
          ))}
        </ul>
      </Section>
    </Page>
  )
}

function Changing({ list, done }: { list: Checklist; done: () => void }) {
  const say = useWords()
  const changing = useMutation({ ...write(changeChecklist), onSuccess: done })
  return (
    <>
      <Text c="dimmed" mb="sm">
        {say(words.changeAbout)}
      </Text>
      <ChecklistForm
        list={list}
        submit={say(words.saveVersion)}
        sending={changing}
        send={({ use: _, ...fields }) => changing.mutate({ checklistId: list.id, ...fields })}
        cancel={done}
      />
    </>
  )
}

function Standing({ list: { id: checklistId, name, retired } }: { list: Checklist }) {
  const say = useWords()
  const notice = useNotice()
  const navigate = useNavigate()
  const returning = useMutation(write(bringBackChecklist))
  const retiring = useMutation({
    ...write(retireChecklist),
    onSuccess: () => {
      void navigate({ to: '/checklists' as '/' })
      notice(say(words.retiredNow, { name }), () => returning.mutateAsync({ checklistId }))
    },
  })
  return (
    <>
      <Trouble error={retiring.error ?? returning.error} />
      {retired ? (
        <Button variant="default" loading={returning.isPending} onClick={() => returning.mutate({ checklistId })}>
          {say(words.bringBack)}
        </Button>
      ) : (
        <Button variant="default" loading={retiring.isPending} onClick={() => retiring.mutate({ checklistId })}>
          {say(words.retire)}
        </Button>
      )}
    </>
  )
}
