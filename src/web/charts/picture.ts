type About = {
  /** What the file is called. */
  title: string
  /** Written above it, when it does not say itself what it is. */
  head?: string
  /** Where it is from, below it. */
  source: string
}

const scale = 2
const margin = 24

/** What is on the screen there, without what one chooses with, as a PNG that stands on its own: sharp enough for print. */
export async function keepPicture(place: HTMLElement | null, { title, head, source }: About): Promise<void> {
  const canvas = document.createElement('canvas')
  const pen = canvas.getContext('2d')
  if (!place || !pen) return
  const { left, top, width, height } = place.getBoundingClientRect()
  const style = getComputedStyle(place)
  const above = head ? 44 : 0
  canvas.width = (width + 2 * margin) * scale
  canvas.height = (above + height + 36 + 2 * margin) * scale
  pen.scale(scale, scale)
  const colour = (name: string) => style.getPropertyValue(name).trim()
  pen.fillStyle = colour('--paper') || 'white'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  const write = (text: string, font: string, ink: string, y: number) => {
    pen.font = `${font} ${style.fontFamily}`
    pen.fillStyle = colour(ink)
    pen.fillText(text, margin, y, width)
  }
  if (head) write(head, '600 20px', '--mantine-color-text', margin + 22)
  write(source, '12px', '--mantine-color-dimmed', margin + above + height + 28)
  pen.translate(margin - left, margin + above - top)
  await paint(pen, place)
  download(canvas.toDataURL('image/png'), `${title}.png`)
}

/** An element as the browser has laid it out: its sheet, its text, its charts, in the order in which they stand. */
async function paint(pen: CanvasRenderingContext2D, element: Element): Promise<void> {
  const style = getComputedStyle(element)
  if (style.display === 'none' || style.visibility === 'hidden' || element.matches('.chart-switch, .figure-tools'))
    return
  if (element instanceof SVGSVGElement) return paintSvg(pen, element)
  const box = element.getBoundingClientRect()
  if (box.width <= 1 || box.height <= 1) return
  paintSheet(pen, box, style)
  const clips = style.overflow !== 'visible'
  if (clips) {
    pen.save()
    pen.beginPath()
    pen.rect(box.left, box.top, box.width, box.height)
    pen.clip()
  }
  for (const child of element.childNodes) {
    if (child instanceof Element) await paint(pen, child)
    else if (child instanceof Text) paintText(pen, child, style)
  }
  if (clips) pen.restore()
}

const isClear = (colour: string): boolean => colour === 'transparent' || /, 0\)$/.test(colour)

function paintSheet(pen: CanvasRenderingContext2D, { left, top, width, height }: DOMRect, style: CSSStyleDeclaration) {
  pen.beginPath()
  pen.roundRect(left, top, width, height, Number.parseFloat(style.borderTopLeftRadius) || 0)
  if (!isClear(style.backgroundColor)) {
    pen.fillStyle = style.backgroundColor
    pen.fill()
  }
  const line = (width: string): number => Number.parseFloat(width) || 0
  const below = line(style.borderBottomWidth)
  if (below === 0) return
  pen.strokeStyle = style.borderBottomColor
  pen.lineWidth = below
  if (line(style.borderLeftWidth) > 0) pen.stroke()
  else pen.strokeRect(left, top + height, width, 0)
}

/** Line by line, where the browser has broken it. */
function paintText(pen: CanvasRenderingContext2D, node: Text, style: CSSStyleDeclaration): void {
  pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`
  pen.fillStyle = style.color
  const { fontBoundingBoxAscent: rises, fontBoundingBoxDescent: falls } = pen.measureText('国g')
  const range = document.createRange()
  let line: { text: string; box: DOMRect } | null = null
  const draw = () => {
    if (line) pen.fillText(line.text, line.box.left, line.box.top + (line.box.height - rises - falls) / 2 + rises)
  }
  for (let i = 0; i < node.data.length; i++) {
    range.setStart(node, i)
    range.setEnd(node, i + 1)
    const box = range.getBoundingClientRect()
    if (box.width === 0) continue
    if (line && Math.abs(line.box.top - box.top) < 2) line.text += node.data[i]
    else {
      draw()
      line = { text: node.data[i] ?? '', box }
    }
  }
  draw()
}

async function paintSvg(pen: CanvasRenderingContext2D, svg: SVGSVGElement): Promise<void> {
  const { left, top, width, height } = svg.getBoundingClientRect()
  const copy = svg.cloneNode(true) as SVGElement
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  copy.setAttribute('width', String(width))
  copy.setAttribute('height', String(height))
  copy.style.color = getComputedStyle(svg).color
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`
  await image.decode()
  pen.drawImage(image, left, top, width, height)
}

function download(address: string, name: string): void {
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
}
