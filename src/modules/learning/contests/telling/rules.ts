import type { Words } from '../../../../platform/i18n.ts'
import type { Prize } from '../contract.ts'

/** A contest as those who take part know it. */
export type Known = {
  name: string
  about: string
  prizes: readonly Prize[]
  quizIds: readonly string[]
  entrants: readonly { personId: string; team: string | null }[]
}

const changes = {
  name: ['its name, “{before}” until now', '名称（原为“{before}”）'],
  about: ['what it is about', '说明'],
  rounds: ['its rounds', '轮次'],
  prizes: ['its prizes', '奖项'],
  team: ['your team: “{team}”', '您的队伍：“{team}”'],
  alone: ['you take part by yourself', '您改为个人参赛'],
} satisfies Record<string, Words>

const filled = (words: Words, value: string): Words => [
  words[0].replace(/\{\w+\}/, () => value),
  words[1].replace(/\{\w+\}/, () => value),
]
const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** What has become another for whoever takes part and did so before: in words, or null for nothing that concerns them. */
export function changedFor(before: Known, after: Known, personId: string): Words | null {
  const teamIn = ({ entrants }: Known) => entrants.find((one) => one.personId === personId)?.team ?? null
  const [was, is] = [teamIn(before), teamIn(after)]
  const all = [
    ...(before.name === after.name ? [] : [filled(changes.name, before.name)]),
    ...(before.about === after.about ? [] : [changes.about]),
    ...(same(before.quizIds, after.quizIds) ? [] : [changes.rounds]),
    ...(same(before.prizes, after.prizes) ? [] : [changes.prizes]),
    ...(was === is ? [] : is === null ? [changes.alone] : [filled(changes.team, is)]),
  ]
  if (all.length === 0) return null
  return [all.map(([en]) => en).join(', '), all.map(([, zh]) => zh).join('、')]
}
