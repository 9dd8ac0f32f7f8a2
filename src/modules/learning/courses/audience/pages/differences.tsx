import { Text } from '@mantine/core'
import { useWords } from '../../../../../platform/i18n.ts'
import { courseWords as words } from '../../messages.ts'
import type { Difference } from '../contract.ts'

/** Who comes in and who falls out, by name. */
export function Differences({ difference }: { difference: Difference }) {
  const say = useWords()
  const { comesIn, fallsOut } = difference
  const side = (heading: string, people: Difference['comesIn'], all: number) => (
    <Text size="sm" mt="xs" component="div">
      {heading} {people.map(({ name }) => name).join(say(words.comma))}
      {all > people.length && ` ${say(words.andMore, { n: all - people.length })}`}
    </Text>
  )
  return (
    <>
      {side(say(words.comesIn, { n: difference.in }), comesIn, difference.in)}
      {side(say(words.fallsOut, { n: difference.out }), fallsOut, difference.out)}
    </>
  )
}
