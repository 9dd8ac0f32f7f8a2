import './shifts.css'
import { Button, Group, Text } from '@mantine/core'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useWords, type Words } from '../../../platform/i18n.ts'
import { read, write } from '../../../platform/web.tsx'
import { useDates } from '../../../web/moment.tsx'
import { Section, State } from '../../../web/page.tsx'
import { Trouble } from '../../../web/states.tsx'
import { acceptCover, type CoverAsk, declineCover, myCoverAsks } from '../cover/contract.ts'
import { answerSwap, decideSwap, mySwaps, type Swap, withdrawSwap } from '../swaps/contract.ts'
import { swapStateWords, swapWords } from '../swaps/messages.ts'

/** What waits for somebody's answer: where I am asked to step in, and swaps that I asked for, am asked about or decide. */
export function Answers({ me }: { me: string }) {
  const say = useWords()
  const { data: asks } = useSuspenseQuery(read(myCoverAsks, {}))
  const { data: swaps } = useSuspenseQuery(read(mySwaps, {}))
  if (asks.length + swaps.length === 0) return null
  return (
    <Section title={say(swapWords.title)}>
      <ul className="sheet shift-list" aria-label={say(swapWords.title)}>
        {asks.map((ask) => (
          <CoverLine key={ask.id} ask={ask} />
        ))}
        {swaps.map((swap) => (
          <SwapLine key={swap.id} swap={swap} me={me} />
        ))}
      </ul>
    </Section>
  )
}

function CoverLine({ ask }: { ask: CoverAsk }) {
  const say = useWords()
  const dates = useDates()
  const accept = useMutation(write(acceptCover))
  const decline = useMutation(write(declineCover))
  const { id: askId, title } = ask
  return (
    <li className="shift-card">
      <Text fw={600}>{title}</Text>
      <Text size="sm">{[dates.moment(ask.startsAt), ask.placeName, ask.roleName].filter(Boolean).join(' · ')}</Text>
      <State tone="soon">{say(swapWords.coverFor)}</State>
      <Text size="sm">{say(swapWords.until, { when: dates.moment(ask.answerBy) })}</Text>
      <Group gap="xs" mt={8}>
        <Answer
          what={swapWords.stepIn}
          title={title}
          busy={accept.isPending}
          tap={() => accept.mutate({ askId })}
          main
        />
        <Answer what={swapWords.cannot} title={title} busy={decline.isPending} tap={() => decline.mutate({ askId })} />
      </Group>
      <Failed errors={[accept.error, decline.error]} />
    </li>
  )
}

function SwapLine({ swap, me }: { swap: Swap; me: string }) {
  const say = useWords()
  const dates = useDates()
  const answer = useMutation(write(answerSwap))
  const decide = useMutation(write(decideSwap))
  const withdraw = useMutation(write(withdrawSwap))
  const { id: swapId, from, to, inReturn, state } = swap
  const { title } = from
  const mine = from.personId === me
  const asksMe = to.personId === me
  const heading = mine
    ? say(swapWords.mySwap, { name: to.name })
    : asksMe
      ? say(swapWords.swapFrom, { name: from.name })
      : say(swapWords.between, { from: from.name, to: to.name })
  return (
    <li className="shift-card">
      <Text fw={600}>{heading}</Text>
      <Text size="sm">
        {[from, inReturn].flatMap((one) => (one ? `${one.title} ${dates.moment(one.startsAt)}` : [])).join(' ⇄ ')}
      </Text>
      <State tone="soon">{say(asksMe && state === 'asked' ? swapWords.yours : swapStateWords[state])}</State>
      <Group gap="xs" mt={8}>
        {mine && (
          <Answer
            what={swapWords.withdraw}
            title={title}
            busy={withdraw.isPending}
            tap={() => withdraw.mutate({ swapId })}
          />
        )}
        {asksMe && state === 'asked' && (
          <>
            <Answer
              what={swapWords.agree}
              title={title}
              busy={answer.isPending}
              tap={() => answer.mutate({ swapId, agree: true })}
              main
            />
            <Answer
              what={swapWords.decline}
              title={title}
              busy={answer.isPending}
              tap={() => answer.mutate({ swapId, agree: false })}
            />
          </>
        )}
        {!mine && !asksMe && state === 'agreed' && (
          <>
            <Answer
              what={swapWords.agree}
              title={title}
              busy={decide.isPending}
              tap={() => decide.mutate({ swapId, accept: true })}
              main
            />
            <Answer
              what={swapWords.decline}
              title={title}
              busy={decide.isPending}
              tap={() => decide.mutate({ swapId, accept: false })}
            />
          </>
        )}
      </Group>
      <Failed errors={[answer.error, decide.error, withdraw.error]} />
    </li>
  )
}

type AnswerProps = { what: Words; title: string; busy: boolean; tap: () => void; main?: boolean }

function Answer({ what, title, busy, tap, main = false }: AnswerProps) {
  const say = useWords()
  return (
    <Button
      variant={main ? 'filled' : 'default'}
      loading={busy}
      aria-label={say(swapWords.of, { what: say(what), title })}
      onClick={tap}
    >
      {say(what)}
    </Button>
  )
}

function Failed({ errors }: { errors: (Error | null)[] }) {
  const error = errors.find((one) => one !== null)
  return error ? <Trouble error={error} /> : null
}
