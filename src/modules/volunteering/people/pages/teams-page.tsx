import { IconUser } from '@tabler/icons-react'
import { useWords } from '../../../../platform/i18n.ts'
import { ButtonLink } from '../../../../web/link.tsx'
import { useHas } from '../../../../web/me.ts'
import { Page, Section } from '../../../../web/page.tsx'
import { Part } from '../../../../web/states.tsx'
import { volunteerWords } from '../messages.ts'
import { teamWords } from '../teams/messages.ts'
import { Invitations } from './invitations.tsx'
import { RequestsToDecide } from './requests.tsx'
import { Teams } from './teams-list.tsx'
import '../../../organizations/pages/organizations.css'
import './volunteers.css'

/** Which teams there are, which are mine, and for whoever leads: how strong each is and who waits for an answer. */
export function TeamsPage() {
  const say = useWords()
  const leads = useHas('leadTeams')
  return (
    <Page
      title={say(volunteerWords.title)}
      wide
      actions={
        <>
          <ButtonLink to="/volunteers/me" variant="default" leftSection={<IconUser size={16} aria-hidden />}>
            {say(volunteerWords.me)}
          </ButtonLink>
          {leads && (
            <ButtonLink to="/volunteers/coordination" variant="default">
              {say(volunteerWords.coordinate)}
            </ButtonLink>
          )}
        </>
      }
    >
      <Part shape="text">
        <Invitations />
      </Part>
      {leads && (
        <Part shape="text">
          <RequestsToDecide />
        </Part>
      )}
      <Section title={say(teamWords.all)}>
        <Part>
          <Teams leads={leads} />
        </Part>
      </Section>
    </Page>
  )
}
