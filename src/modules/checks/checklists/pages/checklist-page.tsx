import { Text } from '@mantine/core'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { z } from 'zod'
import { useWords } from '../../../../platform/i18n.ts'
import { call, read, write } from '../../../../platform/web.tsx'
import { useAddress } from '../../../../web/address.ts'
import { PageLink } from '../../../../web/link.tsx'
import { messages } from '../../../../web/messages.ts'
import { Page } from '../../../../web/page.tsx'
import { Retiring, Versions } from '../../../../web/versions.tsx'
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
    say(messages.version, { n: data.version }),
    data.retired && say(words.retiredState),
  ]
  return (
    <Page
      title={data.name}
      about={about.filter(Boolean).join(' · ')}
      back={<PageLink to={'/checklists' as '/'}>{say(words.checklists)}</PageLink>}
      actions={
        data.mayChange &&
        !changing && (
          <Retiring
            retired={data.retired}
            retire={() => call(retireChecklist, { checklistId })}
            bringBack={() => call(bringBackChecklist, { checklistId })}
            list="/checklists"
            words={{
              retire: say(words.retire),
              retiredNow: say(words.retiredNow, { name: data.name }),
              bringBack: say(words.bringBack),
            }}
          />
        )
      }
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
      <Versions of={`/checklists/${checklistId}`} versions={data.versions} />
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
