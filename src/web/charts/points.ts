/** What a picture shows: one number with its name, as written, and what lies behind it. */
export type Point = {
  key: string
  label: string
  value: number | null
  written: string
  /** Opens the records behind the number: every number is a door. */
  open?: (() => void) | undefined
}

export type Colours = {
  text: string
  dim: string
  line: string
  quiet: string
  do: string
  paper: string
  font: string
}

/** The theme's colours as they are on the page now. */
export function coloursOf(element: HTMLElement): Colours {
  const style = getComputedStyle(element)
  const read = (name: string) => style.getPropertyValue(name).trim()
  return {
    text: read('--mantine-color-text'),
    dim: read('--mantine-color-dimmed'),
    line: read('--line'),
    quiet: read('--quiet'),
    do: read('--do'),
    paper: read('--paper'),
    font: style.fontFamily,
  }
}
