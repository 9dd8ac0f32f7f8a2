import type { OfficialDocument } from './contract.ts'

export type Part = 'title' | 'body' | 'heading' | 'subheading' | 'pageNumber'
export type Face = { name: string | { ascii: string; hAnsi: string; cs: string; eastAsia: string }; italic: boolean }

/** The faces that the standard names, each with the names of the same face elsewhere, in order of likeness. */
const chinese: Record<Part, { name: string; others: string[] }> = {
  title: {
    name: '方正小标宋简体',
    others: ['FZXiaoBiaoSong-B05S', '方正小标宋_GBK', '华文中宋', 'STZhongsong', '宋体'],
  },
  body: { name: '仿宋_GB2312', others: ['仿宋', 'FangSong', '华文仿宋', 'STFangsong', 'Noto Serif CJK SC'] },
  heading: { name: '黑体', others: ['SimHei', '华文黑体', 'STHeiti', 'Noto Sans CJK SC'] },
  subheading: { name: '楷体_GB2312', others: ['楷体', 'KaiTi', '华文楷体', 'STKaiti', 'Noto Serif CJK SC'] },
  pageNumber: { name: '宋体', others: ['SimSun', '华文宋体', 'STSong', 'Noto Serif CJK SC'] },
}

/** Latin text has one serif face; a sans serif stands for 黑体, and italics for 楷体, as they do in print. */
const latin: Record<Part, string> = {
  title: 'Times New Roman',
  body: 'Times New Roman',
  heading: 'Arial',
  subheading: 'Times New Roman',
  pageNumber: '宋体',
}

/** In a Chinese document digits and letters stay in the Chinese face, as offices set them. */
export function face(language: OfficialDocument['language'], part: Part): Face {
  const eastAsia = chinese[part].name
  const name = language === 'zh-CN' ? eastAsia : latin[part]
  return {
    name: { ascii: name, hAnsi: name, cs: name, eastAsia },
    italic: language === 'en' && part === 'subheading',
  }
}

/** The faces in which a document of this language wants to be set. */
export const facesOf = (language: OfficialDocument['language']): string[] => [
  ...new Set(language === 'zh-CN' ? Object.values(chinese).map(({ name }) => name) : Object.values(latin)),
]

const entry = (name: string, others: string[], more: string): string =>
  `<w:font w:name="${name}">${others.length ? `<w:altName w:val="${others.join(',')}"/>` : ''}${more}</w:font>`

const simplified = '<w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/>'
const western = '<w:charset w:val="00"/><w:family w:val="auto"/><w:pitch w:val="variable"/>'

/** The document's list of faces with their stand-ins: a machine that lacks one takes the next, not just any. */
export const fontTable = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${[
  ...Object.values(chinese).map(({ name, others }) => entry(name, others, simplified)),
  entry('Times New Roman', ['Liberation Serif', 'Noto Serif'], western),
  entry('Arial', ['Liberation Sans', 'Noto Sans'], western),
].join('')}</w:fonts>`
