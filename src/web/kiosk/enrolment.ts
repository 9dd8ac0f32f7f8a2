import * as knowing from './knowing.ts'
import { both, make } from './make.ts'
import { kioskMessages as words } from './messages.ts'

/** Asks for the one-time code that lets this tablet in. */
export function enrolment(enrolled: () => Promise<void>): Node[] {
  const input = make('input', { id: 'enrolment', autocomplete: 'off', maxLength: 20 })
  const said = make('p', { className: 'said' })
  said.setAttribute('role', 'status')
  const form = make(
    'form',
    {
      onsubmit: (event: SubmitEvent) => {
        event.preventDefault()
        void knowing.enrol(input.value).then(
          async (ok) => {
            if (!ok) return said.replaceChildren(...both(words.enrolFailed))
            await enrolled()
          },
          () => said.replaceChildren(...both(words.noNetwork)),
        )
      },
    },
    make('label', { htmlFor: 'enrolment' }, ...both(words.enrol)),
    input,
    make('button', { type: 'submit' }, ...both(words.letIn)),
  )
  return [make('h1', {}, ...both(words.title)), form, said]
}
