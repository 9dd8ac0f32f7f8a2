import { Button, Text } from '@mantine/core'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { z } from 'zod'
import { useLanguage, useWords } from '../../../../platform/i18n.ts'
import { read, write } from '../../../../platform/web.tsx'
import { useAddress } from '../../../../web/address.ts'
import { PageLink } from '../../../../web/link.tsx'
import { Moment } from '../../../../web/moment.tsx'
import { useNotice } from '../../../../web/notice.tsx'
import { Page, Section, Sheet } from '../../../../web/page.tsx'
import { Trouble } from '../../../../web/states.tsx'
import { bringBackQuestion, changeQuestion, type Question, retireQuestion, seeQuestion } from '../contract.ts'
import { kindWords, bankWords as words } from '../messages.ts'
import { inLanguage } from '../rules.ts'
import { QuestionForm } from './question-form.tsx'
import { QuestionView } from './question-view.tsx'

const Address = z.object({
  version: z.coerce.number().int().optional().catch(undefined),
  panel: z.literal('change').optional().catch(undefined),
})

/** One question: as it is asked, what is right, and how it came to be so. */
export function QuestionPage() {
  const say = useWords()
  const language = useLanguage()
  const { questionId } = useParams({ strict: false }) as { questionId: string }
  const [address, setAddress] = useAddress(Address)
  const { data } = useSuspenseQuery(
    read(seeQuestion, { questionId, ...(address.version ? { version: address.version } : {}) }),
  )
  const changing = address.panel === 'change'
  const about = [say(kindWords[data.kind]), say(words.difficultyOf, { n: data.difficulty }), ...data.tags, data.source]
  return (
    <Page
      title={inLanguage(data.content.stem, language).split('\n')[0] ?? ''}
      about={about.filter(Boolean).join(' · ')}
      back={<PageLink to={'/learning/questions' as '/'}>{say(words.questions)}</PageLink>}
      actions={<Standing question={data} />}
      primary={
        changing || address.version
          ? undefined
          : { label: say(words.change), onClick: () => setAddress({ panel: 'change' }) }
      }
    >
      {changing ? (
        <Changing question={data} done={() => setAddress({ panel: undefined })} />
      ) : (
        <Sheet>
          <QuestionView question={data} />
        </Sheet>
      )}
      <Section title={say(words.versions)}>
        <ul className="sheet lines">
          {data.versions.map(({ number, changedAt, changedBy }) => (
            <li key={number}>
              <PageLink
                to={`/learning/questions/${questionId}` as '/'}
                search={(number === data.versions[0]?.number ? {} : { version: number }) as never}
              >
                {say(words.version, { n: number })}
              </PageLink>
              <Text size="sm" c="dimmed" component="div">
                {changedBy && `${changedBy} · `}
                <Moment at={changedAt} />
              </Text>
            </li>
          ))}
        </ul>
      </Section>
    </Page>
  )
}

function Changing({ question, done }: { question: Question; done: () => void }) {
  const say = useWords()
  const changing = useMutation({ ...write(changeQuestion), onSuccess: done })
  return (
    <>
      <Text c="dimmed" mb="sm">
        {say(words.changeAbout)}
      </Text>
      <QuestionForm
        question={question}
        submit={say(words.saveVersion)}
        sending={changing}
        send={({ kind: _, ...fields }) => changing.mutate({ questionId: question.id, ...fields })}
        cancel={done}
      />
    </>
  )
}

function Standing({ question: { id: questionId, retired } }: { question: Question }) {
  const say = useWords()
  const notice = useNotice()
  const navigate = useNavigate()
  const returning = useMutation(write(bringBackQuestion))
  const retiring = useMutation({
    ...write(retireQuestion),
    onSuccess: () => {
      void navigate({ to: '/learning/questions' as '/' })
      notice(say(words.retiredNow), () => returning.mutateAsync({ questionId }))
    },
  })
  return (
    <>
      <Trouble error={retiring.error ?? returning.error} />
      {retired ? (
        <Button variant="default" loading={returning.isPending} onClick={() => returning.mutate({ questionId })}>
          {say(words.bringBack)}
        </Button>
      ) : (
        <Button variant="default" loading={retiring.isPending} onClick={() => retiring.mutate({ questionId })}>
          {say(words.retire)}
        </Button>
      )}
    </>
  )
}
