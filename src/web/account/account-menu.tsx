import { Button, Menu, SegmentedControl, UnstyledButton, useMantineColorScheme } from '@mantine/core'
import { IconLanguage, IconLogout, IconUserCircle } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useLanguage, useWords } from '../../platform/i18n.ts'
import { signOut } from '../../platform/sign-in/contract.ts'
import { write } from '../../platform/web.tsx'
import { useSwitchLanguage } from '../language.tsx'
import { MenuLink } from '../link.tsx'
import { useMe } from '../me.ts'
import { messages } from '../messages.ts'

const themes = [
  { value: 'light', words: messages.themeLight },
  { value: 'dark', words: messages.themeDark },
  { value: 'auto', words: messages.themeAuto },
] as const

/** Leaves everything behind: a shared computer keeps nothing of whoever was here. */
function useSignOut() {
  return useMutation({ ...write(signOut), onSuccess: () => location.assign('/sign-in') })
}

export function AccountMenu() {
  const say = useWords()
  const language = useLanguage()
  const change = useSwitchLanguage()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const leave = useSignOut()
  const me = useMe()
  return (
    <Menu position="right-end" width={220}>
      <Menu.Target>
        <UnstyledButton className="rail-link rail-account">
          <IconUserCircle size={20} stroke={1.6} aria-hidden="true" />
          <span>{me?.name ?? say(messages.account)}</span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <MenuLink to="/account" leftSection={<IconUserCircle size={16} aria-hidden="true" />}>
          {say(messages.account)}
        </MenuLink>
        <Menu.Item
          lang={language === 'en' ? 'zh-CN' : 'en'}
          leftSection={<IconLanguage size={16} aria-hidden="true" />}
          onClick={() => change(language === 'en' ? 'zh-CN' : 'en')}
        >
          {say(messages.switchLanguage)}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>{say(messages.theme)}</Menu.Label>
        <Menu.RadioGroup value={colorScheme} onChange={(next) => setColorScheme(next as typeof colorScheme)}>
          {themes.map(({ value, words }) => (
            <Menu.RadioItem key={value} value={value}>
              {say(words)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden="true" />} onClick={() => leave.mutate({})}>
          {say(messages.signOut)}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

/** Language and appearance, where there is room to show them open. */
export function Choices() {
  const say = useWords()
  const language = useLanguage()
  const change = useSwitchLanguage()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <div className="choices">
      <SegmentedControl
        fullWidth
        aria-label={say(messages.language)}
        value={language}
        onChange={(next) => change(next === 'en' ? 'en' : 'zh-CN')}
        data={[
          { value: 'zh-CN', label: say(messages.chinese) },
          { value: 'en', label: say(messages.english) },
        ]}
      />
      <SegmentedControl
        fullWidth
        aria-label={say(messages.theme)}
        value={colorScheme}
        onChange={(next) => setColorScheme(next as 'light' | 'dark' | 'auto')}
        data={themes.map(({ value, words }) => ({ value, label: say(words) }))}
      />
    </div>
  )
}

export function SignOutButton() {
  const say = useWords()
  const leave = useSignOut()
  return (
    <Button
      variant="default"
      fullWidth
      leftSection={<IconLogout size={16} aria-hidden="true" />}
      loading={leave.isPending}
      onClick={() => leave.mutate({})}
    >
      {say(messages.signOut)}
    </Button>
  )
}
