import './bank.css'
import { ActionIcon, Button, Checkbox, Radio, Stack, Text } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useWords } from '../../../../platform/i18n.ts'
import { bankWords as words } from '../messages.ts'
import { letterOf } from '../rules.ts'
import { Both } from './both.tsx'
import type { Draft } from './draft.ts'

/** Options in their order; beside each whether it is right, or what it is matched with. */
export function OptionFields({ draft, set }: { draft: Draft; set: (change: Partial<Draft>) => void }) {
  const say = useWords()
  const { kind, english, options } = draft
  if (!['single', 'multiple', 'order', 'match'].includes(kind)) return null
  const change = (at: number, next: Partial<Draft['options'][number]>): void =>
    set({
      options: options.map((option, i) =>
        i === at ? { ...option, ...next } : kind === 'single' && next.right ? { ...option, right: false } : option,
      ),
    })
  const Mark = kind === 'single' ? Radio : Checkbox
  return (
    <Stack gap="sm">
      {(kind === 'order' || kind === 'match') && (
        <Text size="sm" c="dimmed">
          {say(kind === 'order' ? words.orderHelp : words.matchHelp)}
        </Text>
      )}
      {options.map((option, i) => {
        const letter = letterOf(i)
        return (
          <div className="option-line" key={option.key}>
            {kind === 'single' || kind === 'multiple' ? (
              <Mark
                aria-label={say(words.right, { letter })}
                checked={option.right}
                onChange={(event) => change(i, { right: event.currentTarget.checked })}
              />
            ) : (
              <span className="question-letter">{letter}</span>
            )}
            <div className="option-texts">
              <Both
                label={say(words.option, { letter })}
                english={english}
                value={option.text}
                onChange={(text) => change(i, { text })}
              />
              {kind === 'match' && (
                <Both
                  label={say(words.matchedWith)}
                  english={english}
                  value={option.target}
                  onChange={(target) => change(i, { target })}
                />
              )}
            </div>
            {options.length > 2 && (
              <ActionIcon
                variant="subtle"
                color="gray"
                size="lg"
                mt={24}
                aria-label={say(words.remove, { letter })}
                onClick={() => set({ options: options.filter((other) => other !== option) })}
              >
                <IconTrash size={18} aria-hidden />
              </ActionIcon>
            )}
          </div>
        )
      })}
      {options.length < 8 && (
        <div>
          <Button
            variant="default"
            leftSection={<IconPlus size={18} aria-hidden="true" />}
            onClick={() =>
              set({ options: [...options, { ...noOption(), key: `new ${options.length} ${Date.now()}` }] })
            }
          >
            {say(words.addOption)}
          </Button>
        </div>
      )}
    </Stack>
  )
}

const noOption = () => ({ text: {}, target: {}, right: false, id: null, targetId: null })
