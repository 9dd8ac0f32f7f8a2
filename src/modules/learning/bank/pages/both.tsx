import { Textarea, TextInput } from '@mantine/core'
import { useLanguage, useWords } from '../../../../platform/i18n.ts'
import type { Bilingual } from '../contract.ts'
import { bankWords as words } from '../messages.ts'

/** A text in the reader's language, and in both when that is wished. */
export function Both({
  label,
  description,
  english,
  value,
  onChange,
  lines,
}: {
  label: string
  description?: string | undefined
  english: boolean
  value: Bilingual
  onChange: (value: Bilingual) => void
  lines?: boolean
}) {
  const say = useWords()
  const own = useLanguage() === 'en' && !english ? 'en' : 'zh'
  const Input = lines ? Textarea : TextInput
  const more = lines ? { autosize: true, minRows: 2 } : {}
  return (
    <div className={lines ? undefined : 'option-texts'}>
      <Input
        label={english ? say(words.chinese, { what: label }) : label}
        description={description}
        {...more}
        value={value[own] ?? ''}
        onChange={(event) => onChange({ ...value, [own]: event.currentTarget.value })}
      />
      {english && (
        <Input
          label={say(words.english, { what: label })}
          mt={lines ? 'xs' : 0}
          {...more}
          value={value.en ?? ''}
          onChange={(event) => onChange({ ...value, en: event.currentTarget.value })}
        />
      )}
    </div>
  )
}
