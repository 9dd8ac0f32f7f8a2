import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { z } from 'zod'
import { useWords } from '../../../../platform/i18n.ts'
import { read } from '../../../../platform/web.tsx'
import { useAddress } from '../../../../web/address.ts'
import { ButtonLink, PageLink } from '../../../../web/link.tsx'
import { useMe } from '../../../../web/me.ts'
import { Page, Section, Sheet, State } from '../../../../web/page.tsx'
import { SidePanel } from '../../../../web/panel.tsx'
import { Empty } from '../../../../web/states.tsx'
import { availabilityWords } from '../availability/messages.ts'
import { consentWords } from '../consents/messages.ts'
import { readVolunteer, type VolunteerCard } from '../contract.ts'
import { volunteerWords } from '../messages.ts'
import { minorWords } from '../minors/messages.ts'
import { skillWords } from '../skills/messages.ts'
import { postWords, teamWords } from '../teams/messages.ts'
import { wishWords } from '../wishes/messages.ts'
import { Availability, ChangeAvailability } from './availability.tsx'
import { AddConsent, Consents } from './consents.tsx'
import { ChangeMinor, MinorPart } from './minor.tsx'
import { AddQualification, Qualifications } from './qualifications.tsx'
import { ChangeWishes, WishesPart } from './wishes.tsx'
import '../../../organizations/pages/organizations.css'
import './volunteers.css'

const panels = {
  skill: skillWords.addFor,
  times: availabilityWords.changeOf,
  wishes: wishWords.changeOf,
  helper: consentWords.add,
  minor: minorWords.title,
}
const Address = z.object({ panel: z.enum(['skill', 'times', 'wishes', 'helper', 'minor']).optional().catch(undefined) })

/** My own profile: what I can do, when I can come, what I would like. */
export function MyVolunteerPage() {
  const me = useMe()
  return me ? <Profile personId={me.personId} mine /> : null
}

/** The same of somebody whom the reader leads. */
export function VolunteerPage() {
  const { personId } = useParams({ strict: false }) as { personId: string }
  const me = useMe()
  return <Profile personId={personId} mine={me?.personId === personId} />
}

function Profile({ personId, mine }: { personId: string; mine: boolean }) {
  const say = useWords()
  const { data: person } = useSuspenseQuery(read(readVolunteer, { personId }))
  const [{ panel }, setAddress] = useAddress(Address)
  const open = (name: keyof typeof panels) => () => setAddress({ panel: name })
  const close = () => setAddress({ panel: undefined })
  return (
    <Page
      title={mine ? say(volunteerWords.me) : say(volunteerWords.of, { name: person.name })}
      back={<PageLink to="/volunteers">{say(volunteerWords.title)}</PageLink>}
      actions={<Proof personId={personId} mine={mine} shown={mine || person.mayLead} />}
    >
      <Section title={say(mine ? teamWords.mine : teamWords.title)}>
        <Teams teams={person.teams} mine={mine} />
      </Section>
      <Qualifications person={person} mine={mine} add={open('skill')} />
      <Availability person={person} mine={mine} change={open('times')} />
      <WishesPart person={person} mine={mine} change={open('wishes')} />
      <Consents person={person} mine={mine} add={open('helper')} />
      {(person.minor || person.mayLead) && <MinorPart person={person} change={open('minor')} />}
      <SidePanel title={say(panels[panel ?? 'skill'])} open={panel !== undefined} onClose={close}>
        {panel === 'skill' && <AddQualification personId={personId} done={close} />}
        {panel === 'times' && <ChangeAvailability person={person} done={close} />}
        {panel === 'wishes' && <ChangeWishes person={person} done={close} />}
        {panel === 'helper' && <AddConsent person={person} done={close} />}
        {panel === 'minor' && <ChangeMinor person={person} done={close} />}
      </SidePanel>
    </Page>
  )
}

/** Their hours and certificates: a leader puts right what is wrong there. */
function Proof({ personId, mine, shown }: { personId: string; mine: boolean; shown: boolean }) {
  const say = useWords()
  if (!shown) return null
  return (
    <>
      <ButtonLink to={(mine ? '/my-hours' : `/people/${personId}/hours`) as '/'} variant="default">
        {say(volunteerWords.hours)}
      </ButtonLink>
      <ButtonLink to={(mine ? '/certificates' : `/people/${personId}/certificates`) as '/'} variant="default">
        {say(volunteerWords.certificates)}
      </ButtonLink>
    </>
  )
}

function Teams({ teams, mine }: { teams: VolunteerCard['teams']; mine: boolean }) {
  const say = useWords()
  if (teams.length === 0) return <Empty>{say(mine ? teamWords.noneMine : teamWords.none)}</Empty>
  return (
    <Sheet pad={false}>
      <ul className="lines">
        {teams.map(({ id, name, post }) => (
          <li key={id} className="line-with-action">
            <PageLink to="/teams/$teamId" params={{ teamId: id }}>
              {name}
            </PageLink>
            <State>{say(postWords[post])}</State>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
