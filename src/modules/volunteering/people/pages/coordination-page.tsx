import { useSuspenseQuery } from '@tanstack/react-query'
import { useWords } from '../../../../platform/i18n.ts'
import { read } from '../../../../platform/web.tsx'
import { PageLink } from '../../../../web/link.tsx'
import { useHas, useMe } from '../../../../web/me.ts'
import { Page, Section, Sheet } from '../../../../web/page.tsx'
import { Empty, Part } from '../../../../web/states.tsx'
import { holdersOf } from '../../../organizations/rules.ts'
import { apartWords } from '../apart/messages.ts'
import { volunteerWords } from '../messages.ts'
import { ruleWords } from '../service-rules/messages.ts'
import { qualificationsToConfirm } from '../skills/contract.ts'
import { skillWords } from '../skills/messages.ts'
import { KeptApartPart } from './kept-apart.tsx'
import { ConfirmButton } from './qualifications.tsx'
import { ServiceRules } from './service-rules.tsx'
import { Skills } from './skills.tsx'
import '../../../organizations/pages/organizations.css'
import './volunteers.css'

/** What whoever leads keeps for everybody: proofs to confirm, the list of skills, rules of service, who is kept apart. */
export function CoordinationPage() {
  const say = useWords()
  const me = useMe()
  const confirms = useHas('confirmQualifications')
  const seesApart = useHas('seeKeptApart')
  const home = me?.roles.find(({ role }) => holdersOf('organize').includes(role))
  return (
    <Page
      title={say(volunteerWords.coordinate)}
      about={say(volunteerWords.coordinateAbout)}
      back={<PageLink to="/volunteers">{say(volunteerWords.title)}</PageLink>}
    >
      {confirms && (
        <Section title={say(skillWords.toConfirm)}>
          <Part shape="text">
            <ToConfirm />
          </Part>
        </Section>
      )}
      <Section title={say(skillWords.list)}>
        <Part shape="text">
          <Skills />
        </Part>
      </Section>
      {home && (
        <Section title={say(ruleWords.title)}>
          <Part shape="text">
            <ServiceRules organizationId={home.organizationId} name={home.organizationName} />
          </Part>
        </Section>
      )}
      {seesApart && (
        <Section title={say(apartWords.title)}>
          <Part shape="text">
            <KeptApartPart />
          </Part>
        </Section>
      )}
    </Page>
  )
}

function ToConfirm() {
  const say = useWords()
  const { data: waiting } = useSuspenseQuery(read(qualificationsToConfirm, {}))
  if (waiting.length === 0) return <Empty>{say(skillWords.nothingToConfirm)}</Empty>
  return (
    <Sheet pad={false}>
      <ul className="lines">
        {waiting.map((one) => (
          <li key={one.id} className="line-with-action">
            <span>
              <PageLink to="/volunteers/people/$personId" params={{ personId: one.personId }}>
                {one.personName}
              </PageLink>{' '}
              · {one.skillName}
            </span>
            {one.mayConfirm && <ConfirmButton one={one} />}
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
