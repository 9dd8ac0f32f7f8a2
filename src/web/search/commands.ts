import { useMantineColorScheme } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { sayIn, useLanguage, type Words } from '../../platform/i18n.ts'
import { useSwitchLanguage } from '../language.tsx'
import { useMay } from '../me.ts'
import { messages } from '../messages.ts'
import { accountPlace, administration, inside, work } from '../places.ts'

export type Command = { key: string; words: Words; run: () => void }

/** What can be done from anywhere by typing its name, in either language. */
export function useCommands(): (query: string) => Command[] {
  const navigate = useNavigate()
  const language = useLanguage()
  const change = useSwitchLanguage()
  const may = useMay()
  const { setColorScheme } = useMantineColorScheme()
  const go = ({ to, words }: { to: string; words: Words }): Command => ({
    key: `go ${to}`,
    words: [sayIn('en', messages.goTo, { place: words[0] }), sayIn('zh-CN', messages.goTo, { place: words[1] })],
    run: () => void navigate({ to: to as '/' }),
  })
  const all: Command[] = [
    ...[...work, ...inside, ...administration, accountPlace].filter(may).map(go),
    {
      key: 'language',
      words: messages.switchLanguage,
      run: () => change(language === 'en' ? 'zh-CN' : 'en'),
    },
    { key: 'light', words: messages.useLight, run: () => setColorScheme('light') },
    { key: 'dark', words: messages.useDark, run: () => setColorScheme('dark') },
  ]
  return (query) => {
    const typed = query.trim().toLowerCase()
    if (typed === '') return all.slice(0, work.length)
    return all.filter(({ words }) => words.some((word) => word.toLowerCase().includes(typed))).slice(0, 4)
  }
}
