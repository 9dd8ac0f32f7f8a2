import { useWords } from '../../../platform/i18n.ts'
import { ButtonLink } from '../../../web/link.tsx'
import { useHas } from '../../../web/me.ts'
import { boardWords } from './board-messages.ts'

/** For those who plan: the board of the week and what is missing ahead. */
export function LeaderLinks() {
  const say = useWords()
  if (!useHas('planActivities')) return null
  return (
    <>
      <ButtonLink to={'/shifts/board' as '/'} variant="default">
        {say(boardWords.board)}
      </ButtonLink>
      <ButtonLink to={'/shifts/gaps' as '/'} variant="default">
        {say(boardWords.gaps)}
      </ButtonLink>
    </>
  )
}
