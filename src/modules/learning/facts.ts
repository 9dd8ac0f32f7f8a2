import type { Fact } from '../../platform/facts.ts'
import { facts as contestFacts } from './contests/facts.ts'
import { requiredCourse } from './courses/facts.ts'
import { studyTopic } from './plans/facts.ts'
import { facts as quizFacts } from './quizzes/facts.ts'
import { madeUp } from './sessions/facts.ts'

/** Sessions, who was expected and who came are those of activities, of the kind `study`: counted once, there. */
export const facts: readonly Fact[] = [studyTopic, madeUp, requiredCourse, ...quizFacts, ...contestFacts]
