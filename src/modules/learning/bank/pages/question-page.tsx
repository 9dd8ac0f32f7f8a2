import { Text } from '@mantine/core'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { z } from 'zod'
import { useLanguage, useWords } from '../../../../platform/i18n.ts'
import { call, read, write } from '../../../../platform/web.tsx'
import { useAddress } from '../../../../web/address.ts'
import { PageLink } from '../../../../web/link.tsx'
import { Page, Sheet } from '../../../../web/page.tsx'
import { Retiring, Versions } from '../../../../web/versions.tsx'
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
      actions={
        <Retiring
          retired={data.retired}
          retire={() => call(retireQuestion, { questionId })}
          bringBack={() => call(bringBackQuestion, { questionId })}
          list="/learning/questions"
          words={{ retire: say(words.retire), retiredNow: say(words.retiredNow), bringBack: say(words.bringBack) }}
        />
      }
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
      <Versions of={`/learning/questions/${questionId}`} versions={data.versions} />
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
