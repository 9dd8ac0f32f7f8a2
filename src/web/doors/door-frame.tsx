import { Button, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { useLanguage, useWords } from '../../platform/i18n.ts'
import { useSwitchLanguage } from '../language.tsx'
import { messages } from '../messages.ts'

/** The pages before the door: no places to go, only what is needed to come in. */
export function DoorFrame({ title, about, children }: { title: string; about?: string; children: ReactNode }) {
  const say = useWords()
  const language = useLanguage()
  const change = useSwitchLanguage()
  const other = language === 'en' ? 'zh-CN' : 'en'
  return (
    <main className="door-frame">
      <title>{`${title} · ${say(messages.linli)}`}</title>
      <div className="door-name">
        <img src="/icon.svg" alt="" width={32} height={32} />
        <span>{say(messages.linli)}</span>
        <Button variant="subtle" size="compact-sm" ml="auto" lang={other} onClick={() => change(other)}>
          {say(other === 'en' ? messages.english : messages.chinese)}
        </Button>
      </div>
      <div className="sheet door-sheet">
        <Title order={1} size="h2" id="page-title" tabIndex={-1}>
          {title}
        </Title>
        {about && (
          <Text c="dimmed" size="sm" mt={4}>
            {about}
          </Text>
        )}
        {children}
      </div>
    </main>
  )
}
