import { Switch } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { z } from 'zod'
import { useWords } from '../../../../platform/i18n.ts'
import { read } from '../../../../platform/web.tsx'
import { useAddress } from '../../../../web/address.ts'
import { ButtonLink, PageLink } from '../../../../web/link.tsx'
import { useHas } from '../../../../web/me.ts'
import { messages } from '../../../../web/messages.ts'
import { Page } from '../../../../web/page.tsx'
import { type Column, Rows } from '../../../../web/rows.tsx'
import { Empty } from '../../../../web/states.tsx'
import { type ChecklistLine, listChecklists } from '../contract.ts'
import { useWordsOf, checklistWords as words } from '../messages.ts'

const Address = z.object({ retired: z.literal('yes').optional().catch(undefined) })

export function ChecklistsPage() {
  const say = useWords()
  const navigate = useNavigate()
  const imports = useHas('importWorkbooks')
  const [address, setAddress] = useAddress(Address)
  const { data } = useSuspenseQuery(read(listChecklists, { retired: address.retired === 'yes' }))
  const columns = useColumns()
  return (
    <Page
      title={say(words.checklists)}
      about={say(words.about)}
      actions={
        data.mayKeep &&
        imports && (
          <ButtonLink variant="default" to={'/import' as '/'}>
            {say(words.imports)}
          </ButtonLink>
        )
      }
      primary={
        data.mayKeep
          ? {
              label: say(words.add),
              icon: <IconPlus size={18} aria-hidden="true" />,
              onClick: () => void navigate({ to: '/checklists/new' as '/' }),
            }
          : undefined
      }
    >
      <Switch
        mb="md"
        label={say(words.showRetired)}
        checked={address.retired === 'yes'}
        onChange={(event) => setAddress({ retired: event.currentTarget.checked ? 'yes' : undefined })}
      />
      {data.checklists.length === 0 ? (
        <Empty action={data.mayKeep && <ButtonLink to={'/checklists/new' as '/'}>{say(words.add)}</ButtonLink>}>
          {say(words.none)}
        </Empty>
      ) : (
        <Rows name={say(words.checklists)} columns={columns} rows={data.checklists} rowKey={({ id }) => id} />
      )}
    </Page>
  )
}

function useColumns(): Column<ChecklistLine>[] {
  const say = useWords()
  return [
    {
      key: 'name',
      head: say(words.name),
      cell: ({ id, name }) => <PageLink to={`/checklists/${id}` as '/'}>{name}</PageLink>,
    },
    { key: 'use', head: say(words.use), fact: true, cell: ({ use }) => say(useWordsOf[use]) },
    {
      key: 'questions',
      head: say(words.text),
      fact: true,
      cell: ({ questions }) => say(words.questions, { count: questions }),
    },
    {
      key: 'version',
      head: say(messages.versions),
      cell: ({ version, retired }) =>
        [say(messages.version, { n: version }), retired && say(words.retiredState)].filter(Boolean).join(' · '),
    },
  ]
}
