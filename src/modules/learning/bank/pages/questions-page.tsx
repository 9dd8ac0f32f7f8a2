import { Button, Menu, Select, Switch, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconFileExport, IconFileImport, IconPlus } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useDeferredValue } from 'react'
import { z } from 'zod'
import { useLanguage, useWords } from '../../../../platform/i18n.ts'
import { addressOf, read } from '../../../../platform/web.tsx'
import { useAddress } from '../../../../web/address.ts'
import { Filters } from '../../../../web/filters.tsx'
import { ButtonLink, MenuLink, PageLink } from '../../../../web/link.tsx'
import { Page } from '../../../../web/page.tsx'
import { type Column, Rows } from '../../../../web/rows.tsx'
import { Empty, Part } from '../../../../web/states.tsx'
import { learningWords } from '../../messages.ts'
import { listQuestions, type QuestionLine, questionKinds, questionsFile } from '../contract.ts'
import { kindWords, bankWords as words } from '../messages.ts'
import { inLanguage } from '../rules.ts'

const Address = z.object({
  q: z.string().catch('').default(''),
  kind: z.enum(questionKinds).optional().catch(undefined),
  tag: z.string().optional().catch(undefined),
  difficulty: z.coerce.number().int().optional().catch(undefined),
  retired: z.literal('yes').optional().catch(undefined),
  limit: z.coerce.number().int().catch(50).default(50),
})
type Address = z.output<typeof Address>

/** The bank of questions. */
export function QuestionsPage() {
  const say = useWords()
  const navigate = useNavigate()
  const [address, setAddress] = useAddress(Address)
  return (
    <Page
      title={say(words.questions)}
      about={say(words.about)}
      back={<PageLink to={'/learning' as '/'}>{say(learningWords.learning)}</PageLink>}
      actions={<Exports address={address} />}
      primary={{
        label: say(words.add),
        icon: <IconPlus size={18} aria-hidden="true" />,
        onClick: () => void navigate({ to: '/learning/questions/new' as '/' }),
      }}
    >
      <Part>
        <List address={address} setAddress={setAddress} />
      </Part>
    </Page>
  )
}

const askedOf = ({ q, kind, tag, difficulty, retired }: Address) => ({
  q,
  ...(kind ? { kind } : {}),
  ...(tag ? { tag } : {}),
  ...(difficulty ? { difficulty } : {}),
  retired: retired === 'yes' ? ('true' as const) : ('false' as const),
})

function Exports({ address }: { address: Address }) {
  const say = useWords()
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" leftSection={<IconFileExport size={18} aria-hidden="true" />}>
            {say(words.exports)}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item component="a" href={addressOf(questionsFile, { ...askedOf(address), format: 'xlsx' })}>
            {say(words.asWorkbook)}
          </Menu.Item>
          <Menu.Item component="a" href={addressOf(questionsFile, { ...askedOf(address), format: 'qti' })}>
            {say(words.asQti)}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" leftSection={<IconFileImport size={18} aria-hidden="true" />}>
            {say(words.imports)}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <MenuLink to={'/import' as '/'}>{say(words.importWorkbook)}</MenuLink>
          <MenuLink to={'/learning/questions/qti' as '/'}>{say(words.importQti)}</MenuLink>
        </Menu.Dropdown>
      </Menu>
    </>
  )
}

type Change = (change: Partial<z.input<typeof Address>>) => void

function List({ address, setAddress }: { address: Address; setAddress: Change }) {
  const say = useWords()
  const [q] = useDebouncedValue(address.q, 200)
  // The list that is there stays until the next one has come.
  const asked = useDeferredValue(JSON.stringify({ ...askedOf({ ...address, q }), limit: address.limit }))
  const { data } = useSuspenseQuery(read(listQuestions, JSON.parse(asked)))
  const columns = useColumns()
  const set = [address.kind, address.tag, address.difficulty, address.retired].filter(Boolean).length
  return (
    <>
      <Filters
        set={set}
        search={
          <TextInput
            aria-label={say(words.search)}
            placeholder={say(words.search)}
            value={address.q}
            onChange={(event) => setAddress({ q: event.currentTarget.value })}
          />
        }
      >
        <Select
          label={say(words.kind)}
          placeholder={say(words.any)}
          clearable
          data={questionKinds.map((kind) => ({ value: kind, label: say(kindWords[kind]) }))}
          value={address.kind ?? null}
          onChange={(kind) => setAddress({ kind: (kind ?? undefined) as Address['kind'] })}
        />
        <Select
          label={say(words.tags)}
          placeholder={say(words.any)}
          clearable
          searchable
          data={data.tags.map(({ tag }) => tag)}
          value={address.tag ?? null}
          onChange={(tag) => setAddress({ tag: tag ?? undefined })}
        />
        <Select
          label={say(words.difficulty)}
          placeholder={say(words.any)}
          clearable
          data={['1', '2', '3', '4', '5']}
          value={address.difficulty ? String(address.difficulty) : null}
          onChange={(difficulty) => setAddress({ difficulty: difficulty ?? undefined })}
        />
        <Switch
          label={say(words.showRetired)}
          checked={address.retired === 'yes'}
          onChange={(event) => setAddress({ retired: event.currentTarget.checked ? 'yes' : undefined })}
        />
      </Filters>
      {data.total === 0 ? (
        <Empty action={<ButtonLink to={'/learning/questions/new' as '/'}>{say(words.add)}</ButtonLink>}>
          {say(set > 0 || q ? words.noneFound : words.none)}
        </Empty>
      ) : (
        <>
          <Text size="sm" c="dimmed" mb="xs" role="status">
            {say(words.count, { count: data.total })}
          </Text>
          <Rows
            name={say(words.questions)}
            columns={columns}
            rows={data.questions}
            rowKey={({ id }) => id}
            onMore={
              data.total > data.questions.length
                ? () => setAddress({ limit: Math.min(500, address.limit + 50) })
                : undefined
            }
          />
        </>
      )}
    </>
  )
}

function useColumns(): Column<QuestionLine>[] {
  const say = useWords()
  const language = useLanguage()
  return [
    {
      key: 'stem',
      head: say(words.stem),
      cell: ({ id, stem }) => (
        <PageLink to={`/learning/questions/${id}` as '/'} lineClamp={2}>
          {inLanguage(stem, language)}
        </PageLink>
      ),
    },
    { key: 'kind', head: say(words.kind), fact: true, cell: ({ kind }) => say(kindWords[kind]) },
    {
      key: 'difficulty',
      head: say(words.difficulty),
      fact: true,
      end: true,
      cell: ({ difficulty }) => difficulty,
    },
    { key: 'tags', head: say(words.tags), cell: ({ tags }) => tags.join(' · ') || '—' },
    { key: 'source', head: say(words.source), shown: false, cell: ({ source }) => source || '—' },
  ]
}
