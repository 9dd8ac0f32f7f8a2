import { createContext, type ReactNode, useContext, useLayoutEffect, useMemo, useState } from 'react'
import { type Language, LanguageContext } from '../platform/i18n.ts'
import { queryClient } from '../platform/web.tsx'

const SwitchContext = createContext<(language: Language) => void>(() => {})

/** Changes the language at any time, without a reload. */
export const useSwitchLanguage = (): ((language: Language) => void) => useContext(SwitchContext)

/** The language of `before-paint.js`, until the reader chooses another; this browser remembers it. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(document.documentElement.lang === 'en' ? 'en' : 'zh-CN')
  useLayoutEffect(() => {
    document.documentElement.lang = language
  }, [language])
  const change = useMemo(
    () => (next: Language) => {
      document.documentElement.lang = next
      localStorage.setItem('linli.language', next)
      setLanguage(next)
      // Some words come from the server: definitions of figures, names of holidays.
      void queryClient.invalidateQueries()
    },
    [],
  )
  return (
    <SwitchContext value={change}>
      <LanguageContext value={language}>{children}</LanguageContext>
    </SwitchContext>
  )
}
