import { Button, Group } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { z } from 'zod'
import { useLanguage, useWords } from '../../../platform/i18n.ts'
import { addressOf, read } from '../../../platform/web.tsx'
import { useAddress } from '../../../web/address.ts'
import { PageLink } from '../../../web/link.tsx'
import { Page, Sheet } from '../../../web/page.tsx'
import { messages } from '../messages.ts'
import { yearInFigures, yearlyReportFile } from '../yearly/contract.ts'
import { composeYear } from '../yearly/text/rules.ts'
import { ReportText } from './report-text.tsx'

const Address = z.object({ scope: z.uuid().optional().catch(undefined) })

/** The yearly report to read: the same text as the Word file, each figure a door. */
export function YearlyReportPage() {
  const say = useWords()
  const language = useLanguage()
  const { year } = useParams({ strict: false }) as { year: string }
  const [{ scope }] = useAddress(Address)
  const asked = { year, ...(scope ? { scope } : {}) }
  const { data } = useSuspenseQuery(read(yearInFigures, asked))
  const report = composeYear(data, language)
  const word = (of: 'en' | 'zh-CN', name: string) => (
    <Button
      component="a"
      href={addressOf(yearlyReportFile, { ...asked, language: of })}
      download
      variant={of === language ? 'filled' : 'default'}
      leftSection={<IconDownload size={16} aria-hidden="true" />}
    >
      {say(messages.word, { language: name })}
    </Button>
  )
  return (
    <Page
      title={report.title.join(language === 'en' ? ': ' : '')}
      back={<PageLink to={'/reports' as '/'}>{say(messages.toReports)}</PageLink>}
      actions={
        <Group gap="xs">
          {word('zh-CN', say(messages.chinese))}
          {word('en', say(messages.english))}
        </Group>
      }
    >
      <Sheet>
        <ReportText report={report} />
      </Sheet>
    </Page>
  )
}
