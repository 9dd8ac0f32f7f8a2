import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useWords } from '../../../../platform/i18n.ts'
import { read, write } from '../../../../platform/web.tsx'
import { PageLink } from '../../../../web/link.tsx'
import { useMe } from '../../../../web/me.ts'
import { Page } from '../../../../web/page.tsx'
import { Empty } from '../../../../web/states.tsx'
import { OrganizationPicker } from '../../../activities/pages/pickers.tsx'
import { changeContest, readContest } from '../changing/contract.ts'
import { addContest } from '../contract.ts'
import { contestRefusals, contestWords as words } from '../messages.ts'
import { ContestForm } from './contest-form.tsx'

export function NewContestPage() {
  const say = useWords()
  const navigate = useNavigate()
  const me = useMe()
  const known = (me?.roles ?? []).map(({ organizationId: value, organizationName: label }) => ({ value, label }))
  const [chosen, setChosen] = useState<string | null>(null)
  const organizationId = chosen ?? known[0]?.value ?? ''
  const adding = useMutation({
    ...write(addContest),
    onSuccess: ({ id }) => void navigate({ to: `/learning/contests/${id}` as '/' }),
  })
  return (
    <Page title={say(words.add)} back={<PageLink to={'/learning/contests' as '/'}>{say(words.contests)}</PageLink>}>
      <ContestForm
        submit={say(words.save)}
        sending={adding}
        send={(fields) => adding.mutate({ organizationId, ...fields })}
      >
        <OrganizationPicker label={say(words.organization)} known={known} value={organizationId} onChange={setChosen} />
      </ContestForm>
    </Page>
  )
}

export function ChangeContestPage() {
  const say = useWords()
  const navigate = useNavigate()
  const { contestId } = useParams({ strict: false }) as { contestId: string }
  const { data: plan } = useSuspenseQuery(read(readContest, { contestId }))
  const path = `/learning/contests/${contestId}` as '/'
  const changing = useMutation({ ...write(changeContest), onSuccess: () => void navigate({ to: path }) })
  return (
    <Page
      title={say(words.changeTitle)}
      about={plan.organizationName}
      back={<PageLink to={path}>{plan.name}</PageLink>}
    >
      {plan.begun ? (
        <Empty>{say(contestRefusals.contestUnderWay)}</Empty>
      ) : (
        <ContestForm
          plan={plan}
          submit={say(words.saveChange)}
          sending={changing}
          send={(fields) => changing.mutate({ contestId, ...fields })}
        />
      )}
    </Page>
  )
}
