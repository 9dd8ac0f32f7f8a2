import { Anchor, Button, Text } from '@mantine/core'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useWords } from '../../../platform/i18n.ts'
import { read, write } from '../../../platform/web.tsx'
import { Moment } from '../../../web/moment.tsx'
import { useNotice } from '../../../web/notice.tsx'
import { Page, Section, Sheet, State } from '../../../web/page.tsx'
import { Empty, Trouble } from '../../../web/states.tsx'
import { type Issuer, readIssuer, rotateKey } from '../issuer/contract.ts'
import { issuerMessages as messages } from '../issuer/messages.ts'

/** With which keys this office signs its certificates; the administrator begins new ones. */
export function IssuerPage() {
  const say = useWords()
  const notice = useNotice()
  const { data } = useSuspenseQuery(read(readIssuer, {}))
  const rotate = useMutation({
    ...write(rotateKey),
    onSuccess: ({ keys }) => notice(say(messages.rotated, { number: keys[0]?.number ?? 1 })),
  })
  return (
    <Page title={say(messages.title)} about={say(messages.about)}>
      <Sheet>
        <Text>
          {say(messages.issuer)}: {data.name}
        </Text>
        <Text className="breakable">
          {say(messages.address)}: <Anchor href={new URL(data.address).pathname}>{data.address}</Anchor>
        </Text>
        <Anchor href="/verify">{say(messages.verifyPage)}</Anchor>
      </Sheet>
      <Section title={say(messages.keys)}>
        {data.keys.length === 0 ? <Empty>{say(messages.none)}</Empty> : <Keys keys={data.keys} />}
        <Trouble error={rotate.error} />
        <Button variant="default" mt="sm" loading={rotate.isPending} onClick={() => rotate.mutate({})}>
          {say(messages.rotate)}
        </Button>
        <Text size="sm" c="dimmed" mt={4}>
          {say(messages.rotateHelp)}
        </Text>
      </Section>
    </Page>
  )
}

function Keys({ keys }: { keys: Issuer['keys'] }) {
  const say = useWords()
  return (
    <Sheet>
      {keys.map(({ id, number, publicKey, createdAt, retiredAt, signed }) => (
        <div key={id} className="breakable">
          <Text>
            {say(messages.number, { number })}{' '}
            <State tone={retiredAt ? undefined : 'do'}>{say(retiredAt ? messages.retired : messages.inUse)}</State>
          </Text>
          <Text size="sm" c="dimmed" mb="sm">
            <Moment at={createdAt} /> · {say(messages.signed, { count: signed })} · {publicKey}
          </Text>
        </div>
      ))}
    </Sheet>
  )
}
