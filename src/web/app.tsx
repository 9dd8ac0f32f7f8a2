import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import './linli.css'
import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Offline, Problem, queryClient } from '../platform/web.tsx'
import { LanguageProvider } from './language.tsx'
import { openOutbox } from './outbox/outbox.ts'
import { router } from './router.tsx'
import { theme, variables } from './theme.ts'

const element = document.getElementById('app')
if (!element) throw new Error('index.html has no #app')

const root = createRoot(element, {
  // What the server refuses and a lost network are said on the page; the console is for bugs.
  onCaughtError: (error) => {
    if (!(error instanceof Problem || error instanceof Offline)) console.error(error)
  },
})
// What waits to be sent is known before anything is shown.
void openOutbox().then(() =>
  root.render(
    <StrictMode>
      <LanguageProvider>
        <MantineProvider
          theme={theme}
          cssVariablesResolver={variables}
          defaultColorScheme="auto"
          colorSchemeManager={localStorageColorSchemeManager({ key: 'linli.theme' })}
        >
          <QueryClientProvider client={queryClient}>
            <Notifications position="bottom-center" />
            <RouterProvider router={router} />
          </QueryClientProvider>
        </MantineProvider>
      </LanguageProvider>
    </StrictMode>,
  ),
)
