import { useSuspenseQuery } from '@tanstack/react-query'
import { useWords } from '../../../../platform/i18n.ts'
import { read } from '../../../../platform/web.tsx'
import { PageLink } from '../../../../web/link.tsx'
import { Page } from '../../../../web/page.tsx'
import { type Column, Rows } from '../../../../web/rows.tsx'
import { Empty } from '../../../../web/states.tsx'
import { useSaid } from '../../../indicators/pages/records.tsx'
import { type Same, sameQuestions } from '../keeping/same/contract.ts'
import { usePart } from './asked.ts'
import { formWords as words } from './messages.ts'
import { placeKey } from './picture.tsx'

/** Which of our forms ask the same thing. */
export function SamePage() {
  const say = useWords()
  const said = useSaid()
  const part = usePart()
  const { data } = useSuspenseQuery(read(sameQuestions, {}))
  const columns: Column<Same>[] = [
    { key: 'question', head: say(words.question), cell: ({ definition }) => said(definition) },
    {
      key: 'when',
      head: say(words.period),
      fact: true,
      cell: ({ period, scope }) => `${part(period)} · ${scope.name}`,
    },
    {
      key: 'forms',
      head: say(words.forms),
      fact: true,
      cell: ({ forms }) =>
        forms.map(({ id, name, places }) => (
          <div key={id}>
            {name}{' '}
            {places.map((place, i) => (
              <span key={placeKey(place)}>
                {i > 0 && ' '}
                <PageLink to={`/forms/${id}` as '/'} search={{ place: placeKey(place) } as never}>
                  {place.cell}
                </PageLink>
              </span>
            ))}
          </div>
        )),
    },
  ]
  return (
    <Page
      title={say(words.same)}
      about={say(words.sameAbout)}
      back={<PageLink to={'/forms' as '/'}>{say(words.toForms)}</PageLink>}
    >
      {data.length === 0 ? (
        <Empty>{say(words.sameNone)}</Empty>
      ) : (
        <Rows
          name={say(words.same)}
          columns={columns}
          rows={data}
          rowKey={({ definition, period, scope }) => `${definition[1]} ${period} ${scope.id}`}
        />
      )}
    </Page>
  )
}
