import { useWords } from '../../../platform/i18n.ts'
import { OrganizationPicker } from '../../activities/pages/pickers.tsx'
import { useScopes } from '../../indicators/pages/scopes.ts'
import { messages } from '../messages.ts'

/** Whose figures: the reader's own part of the tree, or any organization in it. */
export function ScopePicker({ scope, onChange }: { scope: string | undefined; onChange: (scope?: string) => void }) {
  const say = useWords()
  const { largest, known } = useScopes()
  return (
    <OrganizationPicker
      label={say(messages.scope)}
      known={known}
      value={scope ?? largest}
      onChange={(next) => onChange(next === largest ? undefined : (next ?? undefined))}
    />
  )
}
