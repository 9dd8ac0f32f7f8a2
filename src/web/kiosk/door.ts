import type { Words } from '../../platform/i18n.ts'
import { drawDoor } from './door-code.ts'
import * as knowing from './knowing.ts'
import { both, button, make } from './make.ts'
import { kioskMessages as words } from './messages.ts'

type Day = knowing.Known
type Activity = Day['activities'][number]
type Direction = 'in' | 'out'

/** The direction stays when the page is drawn anew: a leader sets it once for everybody who comes. */
let direction: Direction = 'in'
let stopCamera: (() => void) | null = null

/** Whatever looked through the camera looks no more. */
export function closeCamera(): void {
  stopCamera?.()
  stopCamera = null
}

/** One activity's door: who holds or types a code comes in or goes out. `taken`: a code was read; `leave`: to the other activities. */
export function door(day: Day, activity: Activity, { taken, leave }: { taken: () => void; leave: () => void }): Node[] {
  const said = make('p', { className: 'said', id: 'said' })
  said.setAttribute('role', 'status')
  const input = make('input', { id: 'code', autocomplete: 'off', maxLength: 40 })
  const take = async (text: string): Promise<void> => {
    said.replaceChildren()
    delete said.dataset.outcome
    const outcome = await knowing.take((await knowing.known()) ?? day, activity, text, direction)
    said.replaceChildren(...both(words[outcome]))
    said.dataset.outcome = outcome
    input.value = ''
    if (outcome !== 'wrongCode') taken()
  }
  void drawDoor(day, activity)
  return [
    make('h1', {}, activity.title),
    ways(),
    said,
    ...camera(take, () => said.replaceChildren(...both(words.noCamera))),
    typing(input, take),
    make('section', {}, make('p', {}, ...both(words.door)), make('div', { id: 'door', className: 'picture' })),
    button(words.back, leave, 'quiet'),
  ]
}

function ways(): Node {
  const pair = make('div', { className: 'ways' })
  const way = (value: Direction, text: Words): HTMLButtonElement => {
    const one = button(text, () => {
      direction = value
      for (const each of pair.children)
        each.setAttribute('aria-pressed', String((each as HTMLElement).dataset.way === value))
    })
    one.dataset.way = value
    one.setAttribute('aria-pressed', String(direction === value))
    return one
  }
  pair.append(way('in', words.comeIn), way('out', words.goOut))
  return pair
}

type Take = (text: string) => Promise<void>

/** The camera is opened by a tap; where there is none, that is said. */
function camera(take: Take, none: () => void): Node[] {
  const video = make('video', { muted: true, playsInline: true, hidden: true })
  const open = button(words.camera, () => {
    video.hidden = false
    void import('./camera.ts')
      .then(({ watch }) => watch(video, (text) => void take(text)))
      .then(
        (stop) => {
          stopCamera = stop
          open.hidden = true
        },
        () => {
          video.hidden = true
          none()
        },
      )
  })
  return [video, open]
}

function typing(input: HTMLInputElement, take: Take): Node {
  const onsubmit = (event: SubmitEvent) => {
    event.preventDefault()
    void take(input.value)
  }
  return make(
    'form',
    { onsubmit },
    make('label', { htmlFor: 'code' }, ...both(words.hold)),
    input,
    make('button', { type: 'submit', className: 'main' }, 'OK'),
  )
}
