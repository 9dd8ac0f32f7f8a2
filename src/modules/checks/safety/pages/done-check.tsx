import './safety.css'
import { Text } from '@mantine/core'
import { useLanguage, useWords } from '../../../../platform/i18n.ts'
import { addressOf } from '../../../../platform/web.tsx'
import { Section, State } from '../../../../web/page.tsx'
import { checklistWords } from '../../checklists/messages.ts'
import { applying, isFine } from '../../checklists/rules.ts'
import { valueWords } from '../answers/messages.ts'
import { type Check, readCheckPhoto } from '../contract.ts'
import { checkWords as words } from '../messages.ts'
import { FloorPin } from './floor-pin.tsx'
import { HazardLine } from './hazard-line.tsx'

/** A check that was handed in: what was found, every answer, every photo. */
export function DoneCheck({ check }: { check: Check }) {
  const say = useWords()
  const language = useLanguage()
  const answers = check.answers ?? {}
  const asked = new Set(applying(check.content, answers).map(({ id }) => id))
  const coming = check.photos.filter(({ arrived }) => !arrived).length
  return (
    <>
      {coming > 0 && <State tone="soon">{say(words.waitingPhotos, { count: coming })}</State>}
      <Section title={say(words.hazards)}>
        {check.hazards.length === 0 ? (
          <p className="sheet quiet">{say(words.noHazards)}</p>
        ) : (
          <ul className="sheet lines">
            {check.hazards.map((hazard) => {
              const room = check.rooms.find(({ id }) => id === hazard.place.id)
              return (
                <li key={hazard.findingId}>
                  <HazardLine hazard={hazard} />
                  {room && hazard.pin && <FloorPin room={room} pin={hazard.pin} />}
                </li>
              )
            })}
          </ul>
        )}
      </Section>
      {check.content.sections.map(({ id, title, questions }) => (
        <Section key={id} title={title || say(checklistWords.untitled)}>
          <ul className="sheet lines">
            {questions
              .filter((one) => asked.has(one.id))
              .map((one) => {
                const answer = answers[one.id]
                const fine = isFine(one, answer?.value)
                const said = valueWords(language, one, answer?.value ?? null)
                return (
                  <li key={one.id}>
                    <div>{one.text}</div>
                    <Text size="sm" c="dimmed" component="div">
                      {[said, fine === false && say(words.hazard), answer?.note].filter(Boolean).join(' · ')}
                    </Text>
                    <ul className="check-photos">
                      {check.photos
                        .filter((photo) => photo.arrived && photo.questionId === one.id)
                        .map((photo, i) => (
                          <li key={photo.id}>
                            <a href={addressOf(readCheckPhoto, { checkId: check.id, shotId: photo.id })}>
                              <img
                                src={addressOf(readCheckPhoto, { checkId: check.id, shotId: photo.id })}
                                alt={say(words.photoOf, { n: i + 1, text: one.text })}
                              />
                            </a>
                          </li>
                        ))}
                    </ul>
                  </li>
                )
              })}
          </ul>
        </Section>
      ))}
    </>
  )
}
