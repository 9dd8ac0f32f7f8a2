import { useRef } from 'react'
import { call } from '../../../../platform/web.tsx'
import { useOutbox } from '../../../../web/outbox/use-outbox.ts'
import { type Given, saveAnswers } from '../sitting/contract.ts'

/** The answers of an attempt that wait. Of two to one question the server keeps the later one, by its counter. */
export function useAnswerQueue(quizId: string, attemptId: string, begun: readonly Given[]) {
  const box = useOutbox<Given>({
    box: `quiz ${attemptId}`,
    carry: (letters) => call(saveAnswers, { quizId, attemptId, answers: letters.map(({ content }) => content) }),
    // The time is over, or the attempt was handed in elsewhere: what waits has come too late.
    onRefused: (_, letters) => void box.withdraw(letters.map(({ key }) => key)),
  })
  const { waiting, offline, error } = box
  const counter = useRef(Math.max(0, ...[...begun, ...Object.values(waiting)].map((one) => one.counter)))
  const answer = (position: number, given: string[]): void => {
    counter.current += 1
    void box.post({ [position]: { position, answer: given, givenAt: new Date(), counter: counter.current } })
  }
  return { waiting, offline, error, answer, flush: box.flush }
}
