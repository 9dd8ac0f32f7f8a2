import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useWords } from '../../../../platform/i18n.ts'
import { read } from '../../../../platform/web.tsx'
import { useHours } from '../../../../web/moment.tsx'
import { listSkills } from '../../people/skills/contract.ts'
import type { TemplateShift } from '../contract.ts'
import { templateWords as words } from '../messages.ts'

/** What a template holds, in words: when, and who is needed. */
export function TemplateShifts({ shifts }: { shifts: readonly TemplateShift[] }) {
  const say = useWords()
  const when = useWhen()
  const { data: skills = [] } = useQuery(read(listSkills, {}))
  const nameOf = new Map(skills.map(({ id, name }) => [id, name]))
  const role = ({ name, target, skillIds }: TemplateShift['roles'][number]): string => {
    const needed = skillIds.flatMap((id) => nameOf.get(id) ?? [])
    const said = say(words.role, { name, target })
    return needed.length > 0 ? say(words.roleWith, { role: said, skills: needed.join(say(words.comma)) }) : said
  }
  return (
    <ul className="template-shifts">
      {shifts.map(({ starts, ends, opens, roles }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a template has its shifts in an order of its own and no keys
        <li key={i}>
          {roles.map(role).join(say(words.comma))}
          <Text size="sm" c="dimmed" component="div">
            {say(words.from, { starts: when(starts), ends: when(ends) })}
            {opens !== null && ` · ${say(words.opens, { when: when(opens) })}`}
          </Text>
        </li>
      ))}
    </ul>
  )
}

function useWhen(): (minutes: number) => string {
  const say = useWords()
  const hours = useHours()
  const span = (n: number): string =>
    n % 1440 === 0 ? say(words.days, { n: n / 1440 }) : n < 100 ? say(words.minutes, { n }) : hours(n)
  return (minutes) =>
    minutes === 0
      ? say(words.atStart)
      : say(minutes < 0 ? words.before : words.after, { span: span(Math.abs(minutes)) })
}
