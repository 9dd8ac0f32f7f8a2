import type { Words } from '../../platform/i18n.ts'

export type Part = Node | string
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  more: Partial<HTMLElementTagNameMap[K]> = {},
  ...parts: Part[]
): HTMLElementTagNameMap[K] {
  const element = Object.assign(document.createElement(tag), more)
  element.append(...parts)
  return element
}
/** The tablet speaks Chinese and English at once. */
export const both = ([en, zh]: Words): Node[] => [
  make('span', { lang: 'zh-CN' }, zh),
  make('small', { lang: 'en' }, en),
]
export const button = (text: Words, onclick: () => void, className = ''): HTMLButtonElement =>
  make('button', { type: 'button', onclick, className }, ...both(text))
