import { Button, Menu } from '@mantine/core'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useWords } from '../../../../platform/i18n.ts'
import { read, write } from '../../../../platform/web.tsx'
import { Trouble } from '../../../../web/states.tsx'
import { listWordTemplates } from '../../word-templates/contract.ts'
import { publishReport } from '../contract.ts'
import { publishedWords as words } from './messages.ts'

/** Freezes the report as it stands; with a template of the office, its own Word file is made as well. */
export function PublishButton({ reportId }: { reportId: string }) {
  const say = useWords()
  const navigate = useNavigate()
  const { data: templates } = useSuspenseQuery(read(listWordTemplates, {}))
  const publish = useMutation({
    ...write(publishReport),
    onSuccess: ({ id }) => navigate({ to: `/reports/published/${id}` as '/' }),
  })
  const go = (wordTemplateId?: string) => publish.mutate({ reportId, ...(wordTemplateId ? { wordTemplateId } : {}) })
  return (
    <div>
      {templates.length === 0 ? (
        <Button loading={publish.isPending} onClick={() => go()}>
          {say(words.publish)}
        </Button>
      ) : (
        <Menu>
          <Menu.Target>
            <Button loading={publish.isPending}>{say(words.publish)}</Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => go()}>{say(words.officialLayout)}</Menu.Item>
            {templates.map(({ id, name }) => (
              <Menu.Item key={id} onClick={() => go(id)}>
                {say(words.withTemplate, { name })}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      <Trouble error={publish.error} />
    </div>
  )
}
