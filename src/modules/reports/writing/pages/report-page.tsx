import { ActionIcon, Button, Menu, Modal, SegmentedControl, TextInput } from '@mantine/core'
import { IconDots, IconHistory } from '@tabler/icons-react'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { lazy, useState } from 'react'
import { z } from 'zod'
import { useWords } from '../../../../platform/i18n.ts'
import { call, read, write } from '../../../../platform/web.tsx'
import { useAddress } from '../../../../web/address.ts'
import { Form, useForm } from '../../../../web/form.tsx'
import { PageLink } from '../../../../web/link.tsx'
import { useDates } from '../../../../web/moment.tsx'
import { useNotice } from '../../../../web/notice.tsx'
import { Page, Sheet } from '../../../../web/page.tsx'
import { SidePanel } from '../../../../web/panel.tsx'
import { Part, Trouble } from '../../../../web/states.tsx'
import { ReportText } from '../../pages/report-text.tsx'
import { PublishButton } from '../../publishing/pages/publish-button.tsx'
import { bringBackReport, deleteReport, type ReportCard, readReport, readSettledReport } from '../drafts/contract.ts'
import { saveAsTemplate } from '../templates/contract.ts'
import type { Restoring } from './editor/restoring.ts'
import { messages } from './messages.ts'
import { Comparison } from './past/comparison.tsx'
import { HistoryPanel } from './past/history-panel.tsx'
import { messages as past } from './past/messages.ts'
import { type Named, VersionsPanel } from './past/versions-panel.tsx'
import { ReportSettings } from './settings.tsx'

const ReportEditor = lazy(() => import('./editor/editor.tsx').then((module) => ({ default: module.ReportEditor })))

const Moment = z.coerce.number().int().min(0).optional().catch(undefined)
const Address = z.object({
  view: z.enum(['write', 'read', 'compare']).optional().catch(undefined),
  /** What is compared: two moments, or one with now. */
  from: Moment,
  to: Moment,
  panel: z.enum(['history', 'versions']).optional().catch(undefined),
})

/** One report: written by those who may, and read as it would be counted now by all who read figures there. */
export function ReportPage() {
  const say = useWords()
  const dates = useDates()
  const { reportId } = useParams({ strict: false }) as { reportId: string }
  const { data: report } = useSuspenseQuery(read(readReport, { reportId }))
  const [address, setAddress] = useAddress(Address)
  const [restoring, setRestoring] = useState<Restoring | null>(null)
  const [failure, setFailure] = useState<unknown>(null)
  const { view: asked = 'write', from, to, panel } = address
  const view = asked === 'compare' && from !== undefined ? 'compare' : report.mayWrite ? asked : 'read'
  const show = (next: Partial<z.input<typeof Address>>) => setAddress(next, { push: true })
  const toText = { view: undefined, from: undefined, to: undefined, panel: undefined }
  const restore = (moment: Named): void => {
    setFailure(null)
    setRestoring({ ...moment, done: () => setRestoring(null), failed: setFailure })
    show(toText)
  }
  const compare = (moment: number) => show({ view: 'compare', from: moment, to: undefined, panel: undefined })
  const { organization, language, period, changedAt, changedBy } = report
  return (
    <Page
      title={report.title}
      back={<PageLink to={'/reports' as '/'}>{say(messages.toReports)}</PageLink>}
      about={
        changedBy
          ? say(messages.changed, { when: dates.moment(changedAt), who: changedBy.name })
          : dates.moment(changedAt)
      }
      actions={
        <>
          <Button
            variant="default"
            leftSection={<IconHistory size={16} aria-hidden="true" />}
            onClick={() => show({ panel: 'history' })}
          >
            {say(messages.past)}
          </Button>
          {report.mayWrite && (
            <>
              <SegmentedControl
                value={view === 'compare' ? '' : view}
                onChange={(next) => setAddress({ ...toText, view: next as 'write' | 'read' })}
                data={[
                  { value: 'write', label: say(messages.write) },
                  { value: 'read', label: say(messages.preview) },
                ]}
              />
              <PublishButton reportId={reportId} />
              <ReportMenu report={report} />
            </>
          )}
        </>
      }
    >
      <Trouble error={failure} />
      <Sheet>
        <Part shape="text">
          {view === 'write' ? (
            <ReportEditor written={{ reportId, language, period, scope: organization }} restoring={restoring} />
          ) : view === 'compare' && from !== undefined ? (
            <Comparison
              reportId={reportId}
              {...{ from, to, show }}
              restore={report.mayWrite ? restore : null}
              leave={() => show(toText)}
            />
          ) : (
            <SettledText reportId={reportId} />
          )}
        </Part>
      </Sheet>
      <SidePanel title={say(messages.past)} open={panel !== undefined} onClose={() => setAddress({ panel: undefined })}>
        <SegmentedControl
          mb="md"
          value={panel ?? 'history'}
          onChange={(next) => setAddress({ panel: next as 'history' | 'versions' })}
          data={[
            { value: 'history', label: say(past.history) },
            { value: 'versions', label: say(past.versions) },
          ]}
        />
        <Part shape="text">
          {panel === 'versions' ? (
            <VersionsPanel {...{ reportId, compare, restore }} mayWrite={report.mayWrite} />
          ) : (
            <HistoryPanel {...{ reportId, compare }} mayWrite={report.mayWrite} />
          )}
        </Part>
      </SidePanel>
    </Page>
  )
}

function SettledText({ reportId }: { reportId: string }) {
  const { data } = useSuspenseQuery(read(readSettledReport, { reportId }))
  const signature = { organization: data.scope.name, date: data.counted }
  return <ReportText report={{ ...data, signature }} />
}

function ReportMenu({ report }: { report: ReportCard }) {
  const say = useWords()
  const notice = useNotice()
  const navigate = useNavigate()
  const [open, setOpen] = useState<'settings' | 'template' | null>(null)
  const { id: reportId, title } = report
  const deleting = useMutation({
    ...write(deleteReport),
    onSuccess: async () => {
      await navigate({ to: '/reports' as '/' })
      notice(say(messages.deleted, { title }), () => call(bringBackReport, { reportId }))
    },
  })
  return (
    <>
      <Menu position="bottom-end" shadow="md">
        <Menu.Target>
          <ActionIcon variant="default" size="lg" aria-label={say(messages.more)}>
            <IconDots size={18} aria-hidden="true" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setOpen('settings')}>{say(messages.settings)}</Menu.Item>
          <Menu.Item onClick={() => setOpen('template')}>{say(messages.saveAsTemplate)}</Menu.Item>
          <Menu.Divider />
          <Menu.Item onClick={() => deleting.mutate({ reportId })}>{say(messages.delete)}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Modal opened={open === 'settings'} onClose={() => setOpen(null)} title={say(messages.settings)}>
        <ReportSettings report={report} done={() => setOpen(null)} />
      </Modal>
      <Modal opened={open === 'template'} onClose={() => setOpen(null)} title={say(messages.saveAsTemplate)}>
        <TemplateForm reportId={reportId} done={() => setOpen(null)} />
      </Modal>
    </>
  )
}

function TemplateForm({ reportId, done }: { reportId: string; done: () => void }) {
  const say = useWords()
  const notice = useNotice()
  const form = useForm(saveAsTemplate, {
    initial: { reportId, name: '' },
    done: ({ name }) => {
      notice(say(messages.templateSaved, { name }))
      done()
    },
  })
  return (
    <Form form={form} submit={say(messages.saveAsTemplate)}>
      <TextInput label={say(messages.templateName)} {...form.field('name')} />
    </Form>
  )
}
