import { Button, Group, Text } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useWords } from '../../../../platform/i18n.ts'
import { read } from '../../../../platform/web.tsx'
import { useDates } from '../../../../web/moment.tsx'
import { Section, State } from '../../../../web/page.tsx'
import { Empty } from '../../../../web/states.tsx'
import { type ComparedSection, type ComparedSide, comparePolicy } from '../contract.ts'
import { fateWords, policyWords as words } from '../messages.ts'

/** Two versions side by side; what stayed as it was is folded away. */
export function Compared({ policyId, was, is, back }: { policyId: string; was: number; is: number; back: () => void }) {
  const say = useWords()
  const dates = useDates()
  const { data } = useSuspenseQuery(read(comparePolicy, { policyId, was, is }))
  const changed = data.sections.filter(({ as }) => as !== 'kept')
  const kept = data.sections.length - changed.length
  const head = ({ number, inForceFrom }: { number: number; inForceFrom: string }) =>
    `${say(words.version, { n: number })} · ${say(words.inForce, { day: dates.day(inForceFrom, { relative: false }) })}`
  return (
    <Section
      title={say(words.compared, { was, is })}
      actions={
        <Button variant="default" onClick={back}>
          {say(words.back)}
        </Button>
      }
    >
      {changed.length === 0 ? (
        <Empty>{say(words.same)}</Empty>
      ) : (
        <div className="sheet sheet-pad">
          <div className="policy-beside policy-heads" aria-hidden="true">
            <span>{head(data.was)}</span>
            <span>{head(data.is)}</span>
          </div>
          {changed.map((section) => (
            <Pair key={section.key} section={section} names={[head(data.was), head(data.is)]} />
          ))}
          {kept > 0 && (
            <Text size="sm" c="dimmed">
              {say(words.unchanged, { n: kept })}
            </Text>
          )}
        </div>
      )}
    </Section>
  )
}

function Pair({ section: { as, was, is }, names }: { section: ComparedSection; names: readonly [string, string] }) {
  const say = useWords()
  return (
    <section className="policy-pair">
      <Group gap="xs" mb={4}>
        <State tone={as === 'removed' ? 'soon' : 'do'}>{say(fateWords[as])}</State>
      </Group>
      <div className="policy-beside">
        <Side side={was} name={names[0]} />
        <Side side={is} name={names[1]} />
      </div>
    </section>
  )
}

function Side({ side, name }: { side: ComparedSide | null; name: string }) {
  if (!side) return <div className="policy-nothing">—</div>
  const Mark = { kept: 'span', added: 'ins', removed: 'del' } as const
  return (
    // biome-ignore lint/a11y/useSemanticElements: a side of a pair, not a set of fields
    <div role="group" aria-label={name}>
      <p className="policy-side" aria-hidden="true">
        {name}
      </p>
      {side.heading && <h3>{side.heading}</h3>}
      <p>
        {side.runs.map(({ as, text }, i) => {
          const Tag = Mark[as]
          // biome-ignore lint/suspicious/noArrayIndexKey: runs have an order and no keys
          return <Tag key={i}>{text}</Tag>
        })}
      </p>
    </div>
  )
}
