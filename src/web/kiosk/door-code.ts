import encodeQR from 'qr'
import { doorCode, stepAt } from '../../modules/activities/doors/code/rules.ts'
import * as knowing from './knowing.ts'
import { kioskMessages as words } from './messages.ts'

/** The door's own code, for phones: made here, so that it changes without a network too. */
export async function drawDoor(day: knowing.Known, { id, doorKey }: { id: string; doorKey: string }): Promise<void> {
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
