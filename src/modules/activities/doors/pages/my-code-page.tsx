import './doors.css'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useWords } from '../../../../platform/i18n.ts'
import { read } from '../../../../platform/web.tsx'
import { Page } from '../../../../web/page.tsx'
import { grouped } from '../code/rules.ts'
import { myCode } from '../contract.ts'
import { doorWords } from '../messages.ts'
import { CodePicture } from './code-picture.tsx'

export function MyCodePage() {
  const say = useWords()
  const { data } = useSuspenseQuery(read(myCode, {}))
  return (
    <Page title={say(doorWords.myCode)} about={say(doorWords.myCodeAbout)}>
      <figure className="door-code sheet">
        <CodePicture text={data.code} label={say(doorWords.myCode)} />
        <figcaption className="door-typed">{grouped(data.typed)}</figcaption>
      </figure>
    </Page>
  )
}
