import { NativeSelect, TextInput } from '@mantine/core'
import { useWords } from '../../../../platform/i18n.ts'
import { useScopes } from '../../../indicators/pages/scopes.ts'
import { roleWords } from '../../../organizations/messages.ts'
import { holdersOf } from '../../../organizations/rules.ts'
import type { BoardRow } from '../contract.ts'
import { boardWords as words } from '../messages.ts'

type Choosing = { value: unknown; onChange: (next: unknown) => void; name: string; error: string | undefined }
type BoardForm = { field: (name: 'name' | 'role' | 'scopeId') => Choosing }

/** What a board is called, for whom it is and about which part. `scope` is the one that it has already. */
export function BoardFields({ form, scope }: { form: BoardForm; scope?: BoardRow['scope'] }) {
  const say = useWords()
  const { known } = useScopes()
  const scopes = scope && !known.some(({ value }) => value === scope.id) ? [{ value: scope.id, label: scope.name }] : []
  const choose = (name: 'role' | 'scopeId') => {
    const { value, onChange, ...field } = form.field(name)
    return {
      ...field,
      value: String(value ?? ''),
      onChange: (event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value || null),
    }
  }
  const { value, ...name } = form.field('name')
  return (
    <>
      <TextInput label={say(words.name)} maxLength={60} value={String(value ?? '')} {...name} />
      <NativeSelect
        label={say(words.forRole)}
        {...choose('role')}
        data={[
          { value: '', label: say(words.forAll) },
          ...holdersOf('readFigures').map((role) => ({ value: role, label: say(roleWords[role]) })),
        ]}
      />
      <NativeSelect
        label={say(words.aboutScope)}
        {...choose('scopeId')}
        data={[{ value: '', label: say(words.readersPart) }, ...known, ...scopes]}
      />
    </>
  )
}
