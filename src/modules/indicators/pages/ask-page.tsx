import { Text } from '@mantine/core'
import { IconBookmark } from '@tabler/icons-react'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useWords } from '../../../platform/i18n.ts'
import { read } from '../../../platform/web.tsx'
import { PageLink } from '../../../web/link.tsx'
import { useHas } from '../../../web/me.ts'
import { Page, Sheet } from '../../../web/page.tsx'
import { SidePanel } from '../../../web/panel.tsx'
import { Part } from '../../../web/states.tsx'
import { listFacts } from '../contract.ts'
import { readIndicator } from '../named/contract.ts'
import { useAsked } from './asked.ts'
import { KeepForm } from './keep-form.tsx'
import { indicatorWords as words } from './messages.ts'
import { Preview } from './preview.tsx'
import { useSaid } from './records.tsx'
import { QuestionSentence } from './sentence.tsx'
import './asking.css'

/** Any figure there is, asked in one sentence with blanks; its answer below; kept under a name if it is asked often. */
export function AskPage() {
  const say = useWords()
  const said = useSaid()
  const { data: facts } = useSuspenseQuery(read(listFacts, {}))
  const asked = useAsked(facts)
  const mayKeep = useHas('keepIndicators')
  const { indicator, panel } = asked.address
  const { data: changing } = useQuery({
    ...read(readIndicator, { id: indicator ?? '' }),
    enabled: indicator !== undefined,
  })
  const title = changing ? say(words.changeOf, { name: said(changing.name) }) : say(words.ask)
  const keep = changing ? say(words.saveVersion, { version: changing.version + 1 }) : say(words.keep)
  return (
    <Page
      title={title}
      about={say(words.askAbout)}
      back={<PageLink to={'/reports/indicators' as '/'}>{say(words.toIndicators)}</PageLink>}
      primary={
        mayKeep
          ? {
              label: keep,
              icon: <IconBookmark size={18} aria-hidden="true" />,
              onClick: () => asked.change({ panel: 'keep' }),
            }
          : undefined
      }
    >
      <Sheet>
        <section aria-label={say(words.question)}>
          <QuestionSentence asked={asked} facts={facts} />
        </section>
      </Sheet>
      <Preview asking={asked.asking} by={asked.by} />
      <SidePanel title={keep} open={panel === 'keep'} onClose={() => asked.change({ panel: undefined })}>
        <Text size="sm" mb="md">
          {say(words.keepAbout)}
        </Text>
        <Part>{(!indicator || changing) && <KeepForm asked={asked} changing={changing} />}</Part>
      </SidePanel>
    </Page>
  )
}
