type About = { title: string; sentence: string; source: string }

const scale = 2
const margin = 24

/** The chart as it is drawn, with its title, what it shows and where it is from, as a PNG that stands on its own. */
export async function keepPicture(place: HTMLElement | null, about: About): Promise<void> {
  const svg = place?.querySelector('svg')
  if (!place || !svg) return
  const style = getComputedStyle(place)
  const { width, height } = svg.getBoundingClientRect()
  const image = await imageOf(svg)
  const canvas = document.createElement('canvas')
  const pen = canvas.getContext('2d')
  if (!pen) return
  const family = style.fontFamily
  const lines = brokenTo(pen, `14px ${family}`, about.sentence, width)
  const head = 34 + lines.length * 20 + 12
  canvas.width = (width + 2 * margin) * scale
  canvas.height = (head + height + 32 + 2 * margin) * scale
  pen.scale(scale, scale)
  pen.fillStyle = style.getPropertyValue('--paper').trim() || 'white'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.textBaseline = 'top'
  const write = (text: string, font: string, colour: string, y: number) => {
    pen.font = `${font} ${family}`
    pen.fillStyle = style.getPropertyValue(colour).trim()
    pen.fillText(text, margin, y, width)
  }
  write(about.title, '600 20px', '--mantine-color-text', margin)
  for (const [i, line] of lines.entries()) write(line, '14px', '--mantine-color-dimmed', margin + 34 + i * 20)
  pen.drawImage(image, margin, margin + head, width, height)
  write(about.source, '12px', '--mantine-color-dimmed', margin + head + height + 18)
  download(canvas.toDataURL('image/png'), `${about.title}.png`)
}

async function imageOf(svg: SVGElement): Promise<HTMLImageElement> {
  const { width, height } = svg.getBoundingClientRect()
  const copy = svg.cloneNode(true) as SVGElement
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  copy.setAttribute('width', String(width))
  copy.setAttribute('height', String(height))
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`
  await image.decode()
  return image
}

/** Chinese breaks anywhere, English between words. */
function brokenTo(pen: CanvasRenderingContext2D, font: string, text: string, width: number): string[] {
  pen.font = font
  const lines: string[] = ['']
  for (const piece of text.match(/[\u3000-\u9fff\uff00-\uffef]|[^\s\u3000-\u9fff\uff00-\uffef]+\s*|\s+/g) ?? []) {
    const longer = (lines.at(-1) ?? '') + piece
    if (pen.measureText(longer).width > width && lines.at(-1)) lines.push(piece)
    else lines[lines.length - 1] = longer
  }
  return lines
}

function download(address: string, name: string): void {
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
}
