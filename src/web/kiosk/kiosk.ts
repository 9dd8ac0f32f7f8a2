import encodeQR from 'qr'
import { doorCode, stepAt } from '../../modules/activities/doors/code/rules.ts'
import type { Words } from '../../platform/i18n.ts'
import { timeIn } from '../../platform/zone.ts'
import * as knowing from './knowing.ts'
import { kioskMessages as words } from './messages.ts'

const place = document.querySelector('#kiosk') as HTMLElement
let chosen: string | null = null
let direction: 'in' | 'out' = 'in'
let contact: knowing.Contact = 'offline'
let stopCamera: (() => void) | null = null

type Part = Node | string
function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  more: Partial<HTMLElementTagNameMap[K]> = {},
  ...parts: Part[]
): HTMLElementTagNameMap[K] {
  const element = Object.assign(document.createElement(tag), more)
  element.append(...parts)
  return element
}
const both = ([en, zh]: Words): Node[] => [make('span', { lang: 'zh-CN' }, zh), make('small', { lang: 'en' }, en)]
const button = (text: Words, onclick: () => void, className = ''): HTMLButtonElement =>
  make('button', { type: 'button', onclick, className }, ...both(text))

async function show(): Promise<void> {
  stopCamera?.()
  stopCamera = null
  if (!(await knowing.token())) {
    // Shown again while somebody types the code, it would take away what they have typed.
    if (!document.querySelector('#enrolment')) place.replaceChildren(...enrolment())
    return
  }
  const day = await knowing.known()
  if (!day) return place.replaceChildren(make('h1', {}, ...both(contact === 'gone' ? words.gone : words.offline)))
  const activity = day.activities.find((one) => one.id === chosen)
  place.replaceChildren(
    make('header', {}, make('strong', {}, day.name), make('p', { id: 'state' })),
    ...(activity ? door(day, activity) : choices(day)),
  )
  await tellState()
}

function enrolment(): Node[] {
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
            await meet()
            await show()
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

function choices(day: knowing.Known): Node[] {
  const now = knowing.rightNow(day)
  const soon = 4 * 3_600_000
  const on = day.activities.filter(
    (one) => Date.parse(one.startsAt) < +now + soon && Date.parse(one.endsAt) > +now - soon,
  )
  const head = make('h1', {}, ...both(on.length > 0 ? words.choose : words.nothing))
  const lines = on.map((one) => {
    const times = `${timeIn(day.timeZone, new Date(one.startsAt))}–${timeIn(day.timeZone, new Date(one.endsAt))}`
    const choose = () => {
      chosen = one.id
      void show()
    }
    return make('button', { type: 'button', className: 'choice', onclick: choose }, one.title, make('small', {}, times))
  })
  return [head, ...lines]
}

function door(day: knowing.Known, activity: knowing.Known['activities'][number]): Node[] {
  const said = make('p', { className: 'said', id: 'said' })
  said.setAttribute('role', 'status')
  const input = make('input', { id: 'code', autocomplete: 'off', maxLength: 40 })
  const video = make('video', { muted: true, playsInline: true, hidden: true })
  const take = async (text: string): Promise<void> => {
    said.replaceChildren()
    delete said.dataset.outcome
    const outcome = await knowing.take((await knowing.known()) ?? day, activity, text, direction)
    said.replaceChildren(...both(words[outcome]))
    said.dataset.outcome = outcome
    input.value = ''
    await tellState()
    if (outcome !== 'wrongCode') void meet()
  }
  const ways = make('div', { className: 'ways' })
  const way = (value: 'in' | 'out', text: Words): HTMLButtonElement => {
    const choose = () => {
      direction = value
      for (const one of ways.children)
        one.setAttribute('aria-pressed', String((one as HTMLElement).dataset.way === value))
    }
    const one = button(text, choose)
    one.dataset.way = value
    one.setAttribute('aria-pressed', String(direction === value))
    return one
  }
  ways.append(way('in', words.comeIn), way('out', words.goOut))
  const camera = button(words.camera, () => {
    video.hidden = false
    void import('./camera.ts')
      .then(({ watch }) => watch(video, (text) => void take(text)))
      .then(
        (stop) => {
          stopCamera = stop
          camera.hidden = true
        },
        () => {
          video.hidden = true
          said.replaceChildren(...both(words.noCamera))
        },
      )
  })
  const form = make(
    'form',
    {
      onsubmit: (event: SubmitEvent) => {
        event.preventDefault()
        void take(input.value)
      },
    },
    make('label', { htmlFor: 'code' }, ...both(words.hold)),
    input,
    make('button', { type: 'submit', className: 'main' }, 'OK'),
  )
  const other = () => {
    chosen = null
    void show()
  }
  const back = button(words.back, other, 'quiet')
  const picture = make('div', { id: 'door', className: 'picture' })
  void drawDoor(day, activity)
  return [
    make('h1', {}, activity.title),
    ways,
    said,
    video,
    camera,
    form,
    make('section', {}, make('p', {}, ...both(words.door)), picture),
    back,
  ]
}

/** The door's own code, for phones: made here, so that it changes without a network too. */
async function drawDoor(day: knowing.Known, { id, doorKey }: { id: string; doorKey: string }): Promise<void> {
  const code = await doorCode(doorKey, stepAt(knowing.rightNow(day)))
  const picture = document.querySelector<HTMLElement>('#door')
  if (!picture || picture.dataset.code === code) return
  picture.dataset.code = code
  const svg = encodeQR(`${location.origin}/door/${id}?code=${code}`, 'svg')
  const drawing = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement
  drawing.setAttribute('role', 'img')
  drawing.setAttribute('aria-label', `${words.door[1]} ${words.door[0]}`)
  picture.replaceChildren(drawing)
}

async function tellState(): Promise<void> {
  const [state, day, events] = [document.querySelector('#state'), await knowing.known(), await knowing.noted()]
  if (!state || !day) return
  const activity = day.activities.find((one) => one.id === chosen)
  const waiting = events.filter((one) => one.conflicts === null).length
  const doubtful = events.length - waiting
  const count = (n: number, [en, zh]: Words): Part[] => [
    make('span', {}, `${n} ${zh} · `),
    make('small', {}, `${n} ${en} `),
  ]
  state.replaceChildren(
    ...(activity ? count(knowing.inside(activity, events).size, words.here) : []),
    ...(waiting > 0 ? count(waiting, words.waiting) : contact === 'heard' ? both(words.sent) : []),
    ...(doubtful > 0 ? count(doubtful, words.conflicts) : []),
    ...(contact === 'offline' ? both(words.offline) : contact === 'gone' ? both(words.gone) : []),
  )
}

let meeting: Promise<void> | null = null
/** One talk with the server at a time. */
function meet(): Promise<void> {
  meeting ??= knowing
    .meet()
    .then(async (heard) => {
      contact = heard
      await tellState()
    })
    .finally(() => {
      meeting = null
    })
  return meeting
}

async function start(): Promise<void> {
  if ('serviceWorker' in navigator) await navigator.serviceWorker.register('/kiosk-worker.js', { scope: '/kiosk' })
  await show()
  await meet()
  await show()
}
setInterval(() => void meet(), 20_000)
setInterval(async () => {
  const day = await knowing.known()
  const activity = day?.activities.find((one) => one.id === chosen)
  if (day && activity) await drawDoor(day, activity)
}, 1000)
addEventListener('online', () => void meet())
void start()
