import { useWords } from '../../../../platform/i18n.ts'
import { useDates } from '../../../../web/moment.tsx'
import type { QuizCard } from '../contract.ts'
import { quizWords as words } from '../messages.ts'

type Terms = Pick<
  QuizCard,
  'questions' | 'minutes' | 'passPercent' | 'attempts' | 'opensAt' | 'closesAt' | 'organizationName'
>

/** How long, how many, until when: in one line. */
export function QuizTerms({ quiz }: { quiz: Terms }) {
  const say = useWords()
  const dates = useDates()
  const { questions, minutes, passPercent, attempts, opensAt, closesAt, organizationName } = quiz
  return [
    organizationName,
    say(words.questions, { n: questions }),
    minutes ? say(words.minutes, { n: minutes }) : say(words.noLimit),
    say(words.passAt, { n: passPercent }),
    attempts ? say(words.attemptsOf, { n: attempts }) : say(words.anyAttempts),
    ...(opensAt ? [say(words.from, { when: dates.moment(opensAt) })] : []),
    ...(closesAt ? [say(words.until, { when: dates.moment(closesAt) })] : []),
  ].join(' · ')
}
