import { Select, TextInput } from '@mantine/core'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useLanguage, useWords } from '../../../../platform/i18n.ts'
import { read } from '../../../../platform/web.tsx'
import { addDays, weekdayOf } from '../../../../platform/zone.ts'
import { Form, useForm } from '../../../../web/form.tsx'
import { PageLink } from '../../../../web/link.tsx'
import { useDates } from '../../../../web/moment.tsx'
import { Page, Sheet } from '../../../../web/page.tsx'
import { Part } from '../../../../web/states.tsx'
import { type Period, periodBefore, periodOf, periodText } from '../../../indicators/period/rules.ts'
import { whoAmI } from '../../../organizations/me/contract.ts'
import { holdersOf } from '../../../organizations/rules.ts'
import { ScopePicker } from '../../pages/scope.tsx'
import { createReport } from '../drafts/contract.ts'
import { shownTitle } from '../rules.ts'
import { templateNames } from '../templates/built/messages.ts'
import { type BuiltTemplate, builtTemplate, builtTemplates } from '../templates/built/rules.ts'
import { listTemplates } from '../templates/contract.ts'
import { messages } from './messages.ts'
import { PeriodField } from './settings.tsx'

/** Whose, of when, in which language, and what it begins with: the rest is writing. */
export function NewReportPage() {
  const say = useWords()
  return (
    <Page title={say(messages.newReport)} back={<PageLink to={'/reports' as '/'}>{say(messages.toReports)}</PageLink>}>
      <Sheet>
        <Part>
          <NewReport />
        </Part>
      </Sheet>
    </Page>
  )
}

function NewReport() {
  const say = useWords()
  const dates = useDates()
  const navigate = useNavigate()
  const spoken = useLanguage()
  const { data: me } = useSuspenseQuery(read(whoAmI, {}))
  const [own] = me.roles
    .filter(({ role }) => holdersOf('writeReports').includes(role))
    .sort((a, b) => a.path.length - b.path.length)
  const { data: templates = [] } = useQuery({ ...read(listTemplates, {}), enabled: own !== undefined })
  const form = useForm(createReport, {
    initial: {
      organizationId: own?.organizationId ?? '',
      period: periodText(periodBefore(periodOf('month', dates.today()))),
      language: spoken,
      title: messages.defaultTitle[spoken === 'en' ? 0 : 1],
      template: null,
      templateId: null,
      campaign: '',
    },
    done: ({ id }) => navigate({ to: `/reports/${id}` as '/' }),
  })
  const { values } = form
  const begunWith = (next: string | null): void => {
    const built = builtTemplates.find((name) => name === next)
    const own = templates.find(({ id }) => id === next)
    form.set('template', built ?? null)
    form.set('templateId', own?.id ?? null)
    const language = values.language === 'en' ? 'en' : 'zh-CN'
    if (built) {
      form.set('title', shownTitle(language, builtTemplate(built, language).title))
      form.set('period', periodText(usualPeriod(built, dates.today())))
    } else if (own) form.set('title', shownTitle(own.language, own.title))
  }
  return (
    <Form form={form} submit={say(messages.begin)}>
      <ScopePicker
        scope={values.organizationId === own?.organizationId ? undefined : values.organizationId}
        onChange={(next) => form.set('organizationId', next ?? own?.organizationId ?? '')}
      />
      <PeriodField value={values.period} onChange={(next) => form.set('period', next)} />
      <Select
        label={say(messages.language)}
        allowDeselect={false}
        data={[
          { value: 'zh-CN', label: say(messages.chinese) },
          { value: 'en', label: say(messages.english) },
        ]}
        value={values.language}
        onChange={(next) => {
          if (next !== 'en' && next !== 'zh-CN') return
          form.set('language', next)
          form.set('template', null)
          form.set('templateId', null)
          form.set('title', messages.defaultTitle[next === 'en' ? 0 : 1])
        }}
      />
      <Select
        label={say(messages.template)}
        placeholder={say(messages.empty)}
        clearable
        data={[
          ...builtTemplates.map((name) => ({ value: name as string, label: say(templateNames[name]) })),
          ...templates
            .filter(({ language }) => language === values.language)
            .map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={values.template ?? values.templateId ?? null}
        onChange={begunWith}
      />
      {values.template === 'campaign' && (
        <TextInput
          label={say(messages.campaign)}
          description={say(messages.campaignHelp)}
          {...form.field('campaign')}
          value={values.campaign ?? ''}
        />
      )}
      <TextInput label={say(messages.title)} description={say(messages.titleHelp)} {...form.field('title')} />
    </Form>
  )
}

/** The last whole period of the kind that the template tells of. */
function usualPeriod(template: BuiltTemplate, today: string): Period {
  const kinds = { yearly: 'year', quarterly: 'quarter', monthly: 'month', campaign: 'year' } as const
  if (template !== 'weekly')
    return template === 'campaign' ? periodOf('year', today) : periodBefore(periodOf(kinds[template], today))
  const monday = addDays(today, 1 - weekdayOf(today))
  return { kind: 'days', from: addDays(monday, -7), to: monday }
}
