import { Button, Group, Text } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useWords } from '../../../../platform/i18n.ts'
import { addressOf, call, read, write } from '../../../../platform/web.tsx'
import { PageLink } from '../../../../web/link.tsx'
import { useMe } from '../../../../web/me.ts'
import { useDates } from '../../../../web/moment.tsx'
import { Page, Section, Sheet } from '../../../../web/page.tsx'
import { SidePanel } from '../../../../web/panel.tsx'
import { Trouble } from '../../../../web/states.tsx'
import { dutyWords } from '../../messages.ts'
import { FrozenFigure } from '../../pages/frozen-figure.tsx'
import {
  closeDossier,
  type Dossier,
  dossierFile,
  dossierRecords,
  handInDossier,
  type Part,
  parts,
  readDossier,
} from '../contract.ts'
import { partWords, dossierWords as words } from '../messages.ts'
import { sumsOf } from '../sums/rules.ts'
import { Courses, Duties, Findings, Objectives } from './dossier-parts.tsx'
import { Stage } from './dossiers-page.tsx'
import { Own, Said } from './said.tsx'
import './dossiers.css'

/** One year of somebody's work: what the records say, what they say to it, and who reads it until when. */
export function DossierPage() {
  const { dossierId } = useParams({ from: '/dossiers/$dossierId' })
  const say = useWords()
  const { data } = useSuspenseQuery(read(readDossier, { dossierId }))
  const [opened, setOpened] = useState<string | null>(null)
  const [objective] = data.content.objectives.filter(({ id }) => id === opened)
  const close = useMutation(write(closeDossier))
  const { holder, year, organization, mayClose } = data
  return (
    <Page
      title={say(words.line, { name: holder.name, year })}
      about={organization.name}
      back={<PageLink to={'/dossiers' as '/'}>{say(words.dossiers)}</PageLink>}
      actions={
        <Button
          component="a"
          href={addressOf(dossierFile, { dossierId })}
          download
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden="true" />}
        >
          {say(words.word)}
        </Button>
      }
      primary={
        mayClose
          ? { label: say(words.close), onClick: () => close.mutate({ dossierId }), loading: close.isPending }
          : undefined
      }
    >
      <Trouble error={close.error} />
      <Head dossier={data} />
      {parts.map((part) => (
        <PartOf key={part} part={part} dossier={data} open={setOpened} />
      ))}
      <SidePanel title={say(dutyWords.figure)} open={objective !== undefined} onClose={() => setOpened(null)}>
        {objective?.figure && (
          <FrozenFigure
            of={dossierId}
            figure={objective.figure}
            ask={(asked) => call(dossierRecords, { dossierId, ...asked })}
          />
        )}
      </SidePanel>
    </Page>
  )
}

/** Who reads it and until when stands above everything else. */
function Head({ dossier }: { dossier: Dossier }) {
  const say = useWords()
  const dates = useDates()
  const { id: dossierId, holder, reviewers, eraseOn, closedAt, closedBy, handedInAt, mayWrite, mayClose } = dossier
  const hand = useMutation(write(handInDossier))
  const names = [holder, ...reviewers].map(({ name }) => name).join(say(words.and))
  return (
    <Sheet>
      <Stage dossier={dossier} />
      <Text size="sm" mt="xs">
        {say(words.readers, { names })} · {say(words.erased, { day: dates.day(eraseOn, { relative: false }) })}
      </Text>
      <Text size="sm" c="dimmed">
        {closedAt
          ? say(words.closedBy, { name: closedBy ?? '—', day: dates.dayAt(closedAt, { relative: false }) })
          : say(words.asOf)}
        {mayClose && ` ${say(words.closeAbout)}`}
      </Text>
      {mayWrite && (
        <Group mt="sm" gap="xs">
          <Button
            variant="default"
            loading={hand.isPending}
            onClick={() => hand.mutate({ dossierId, handedIn: handedInAt === null })}
          >
            {say(handedInAt ? words.takeBack : words.handIn)}
          </Button>
        </Group>
      )}
      <Trouble error={hand.error} />
    </Sheet>
  )
}

function PartOf({ part, dossier, open }: { part: Part; dossier: Dossier; open: (objectiveId: string) => void }) {
  const say = useWords()
  const me = useMe()
  const { content, closedAt } = dossier
  if (part === 'own')
    return (
      <Section title={say(partWords.own)}>
        <Own dossier={dossier} />
      </Section>
    )
  const [sum, values] = sumsOf(dossier)[part]
  return (
    <Section title={say(partWords[part])}>
      <Text className="dossier-sum">{say(sum, values)}</Text>
      {part === 'duties' && <Duties duties={content.duties} />}
      {part === 'objectives' && <Objectives objectives={content.objectives} open={closedAt ? open : null} />}
      {part === 'findings' && <Findings findings={content.findings} />}
      {part === 'training' && <Courses courses={content.training.courses} own={me?.personId === dossier.holder.id} />}
      <Said dossier={dossier} part={part} />
    </Section>
  )
}
