import { Button, Group, Table, Text } from '@mantine/core'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useWords } from '../../../../platform/i18n.ts'
import { read, write } from '../../../../platform/web.tsx'
import { ButtonLink, PageLink } from '../../../../web/link.tsx'
import { useHas } from '../../../../web/me.ts'
import { Moment } from '../../../../web/moment.tsx'
import { useNotice } from '../../../../web/notice.tsx'
import { Section, Sheet } from '../../../../web/page.tsx'
import { Empty, Part } from '../../../../web/states.tsx'
import { parsePeriod, periodWords } from '../../../indicators/period/rules.ts'
import { listReports } from '../drafts/contract.ts'
import { listTemplates, retireTemplate } from '../templates/contract.ts'
import { messages } from './messages.ts'
import { Schedules } from './schedule-part.tsx'

/** The reports that were written, and for those who write the templates that new ones begin with. */
export function WrittenReports() {
  const say = useWords()
  const mayWrite = useHas('writeReports')
  const begin = mayWrite && <ButtonLink to={'/reports/new' as '/'}>{say(messages.newReport)}</ButtonLink>
  return (
    <>
      <Section title={say(messages.written)} actions={begin}>
        <Part>
          <ReportList />
        </Part>
      </Section>
      {mayWrite && (
        <Section title={say(messages.schedules)}>
          <Part shape="text">
            <Schedules />
          </Part>
        </Section>
      )}
      {mayWrite && (
        <Section title={say(messages.templates)}>
          <Part>
            <TemplateList />
          </Part>
        </Section>
      )}
    </>
  )
}

function ReportList() {
  const say = useWords()
  const { data } = useSuspenseQuery(read(listReports, {}))
  if (data.length === 0) return <Empty>{say(messages.none)}</Empty>
  return (
    <Sheet pad={false}>
      <Table>
        <Table.Tbody>
          {data.map(({ id, title, organization, period, changedAt }) => {
            const known = parsePeriod(period)
            return (
              <Table.Tr key={id}>
                <Table.Th scope="row" fw={400}>
                  <PageLink to={`/reports/${id}` as '/'}>{title}</PageLink>
                  <Text size="sm" c="dimmed">
                    {organization.name}
                    {known && ` · ${say(periodWords(known))}`}
                  </Text>
                </Table.Th>
                <Table.Td ta="end">
                  <Moment at={changedAt} />
                </Table.Td>
              </Table.Tr>
            )
          })}
        </Table.Tbody>
      </Table>
    </Sheet>
  )
}

function TemplateList() {
  const say = useWords()
  const notice = useNotice()
  const { data } = useSuspenseQuery(read(listTemplates, {}))
  const retiring = useMutation(write(retireTemplate))
  if (data.length === 0) return <Text c="dimmed">{say(messages.noTemplates)}</Text>
  return (
    <Sheet>
      {data.map(({ id, name, organization, mayChange }) => (
        <Group key={id} justify="space-between">
          <span>
            {name}
            <Text span size="sm" c="dimmed">
              {' · '}
              {organization.name}
            </Text>
          </span>
          {mayChange && (
            <Button
              variant="subtle"
              size="compact-sm"
              aria-label={`${say(messages.retire)}: ${name}`}
              onClick={() =>
                retiring.mutate({ templateId: id }, { onSuccess: () => notice(say(messages.retired, { name })) })
              }
            >
              {say(messages.retire)}
            </Button>
          )}
        </Group>
      ))}
    </Sheet>
  )
}
