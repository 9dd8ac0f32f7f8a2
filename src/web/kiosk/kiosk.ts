import type { Words } from '../../platform/i18n.ts'
import { timeIn } from '../../platform/zone.ts'
import { closeCamera, door } from './door.ts'
import { drawDoor } from './door-code.ts'
import { enrolment } from './enrolment.ts'
import * as knowing from './knowing.ts'
import { both, make, type Part } from './make.ts'
import { kioskMessages as words } from './messages.ts'

const place = document.querySelector('#kiosk') as HTMLElement
let chosen: string | null = null
let contact: knowing.Contact = 'offline'

async function show(): Promise<void> {
  closeCamera()
  if (!(await knowing.token())) {
    // Shown again while somebody types the code, it would take away what they have typed.
    if (!document.querySelector('#enrolment')) place.replaceChildren(...enrolment(() => meet().then(show)))
    return
  }
  const day = await knowing.known()
  if (!day) return place.replaceChildren(make('h1', {}, ...both(contact === 'gone' ? words.gone : words.offline)))
  const activity = day.activities.find((one) => one.id === chosen)
  place.replaceChildren(
    make('header', {}, make('strong', {}, day.name), make('p', { id: 'state' })),
    ...(activity ? door(day, activity, { taken, leave }) : choices(day)),
  )
  await tellState()
}

const taken = (): void => void tellState().then(meet)
const leave = (): void => {
  chosen = null
  void show()
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
