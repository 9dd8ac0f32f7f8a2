import { createElement as h, type ReactNode } from 'react'
import { type Language, sayIn } from '../i18n.ts'
import { publicWords as words } from './messages.ts'

const style = `:root{color-scheme:light dark;--paper:#faf7f1;--sheet:#fff;--ink:#1d1b18;--soft:#6b655c;--line:#ddd6ca;--do:#1f7a5c;--soon:#8a5a00;--late:#b3261e}
@media(prefers-color-scheme:dark){:root{--paper:#191816;--sheet:#22211e;--ink:#ece7de;--soft:#a9a297;--line:#3b3833;--do:#5bc29a;--soon:#e0ab4f;--late:#f2867c}}
*{box-sizing:border-box}body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.75 "PingFang SC","Microsoft YaHei","Noto Sans SC","Segoe UI",Roboto,sans-serif;font-variant-numeric:tabular-nums}
html[lang=en] body{line-height:1.5}a{color:var(--do)}.skip{position:absolute;left:-999px}.skip:focus{left:8px;top:8px;background:var(--sheet);padding:4px 8px}
header,main{max-width:42rem;margin:0 auto;padding:12px 16px}header{display:flex;justify-content:space-between;gap:16px;border-bottom:1px solid var(--line)}
h1{font-size:28px;line-height:1.3;margin:16px 0 8px}h2{font-size:20px;margin:0 0 8px}p{margin:8px 0}.soft{color:var(--soft)}.small{font-size:14px}
.sheet{background:var(--sheet);border:1px solid var(--line);border-radius:8px;padding:16px;margin:16px 0;overflow-wrap:anywhere}
.do{border-left:6px solid var(--do)}.soon{border-left:6px solid var(--soon)}.late{border-left:6px solid var(--late)}
.do h2{color:var(--do)}.soon h2{color:var(--soon)}.late h2{color:var(--late)}
dl{display:grid;grid-template-columns:max-content 1fr;gap:4px 16px;margin:8px 0}dt{color:var(--soft)}dd{margin:0}ul{padding-left:20px;margin:8px 0}figure{margin:16px 0;text-align:center}img{max-width:100%;height:auto}
label{display:block;margin:8px 0 4px}input,textarea,select{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--soft);border-radius:6px;padding:10px;width:100%}
button{font:inherit;color:var(--paper);background:var(--do);border:0;border-radius:6px;padding:10px 20px;min-height:44px;margin-top:12px;cursor:pointer}
:focus-visible{outline:3px solid var(--do);outline-offset:2px}@media(max-width:30rem){dl{grid-template-columns:1fr}dt{margin-top:4px}}@media print{form,header a{display:none}}`

type Layout = { language: Language; title: string; path: string; body: ReactNode }

/** One frame for every public page: the office's own face, no script, nothing from elsewhere. */
export function layout({ language, title, path, body }: Layout): ReactNode {
  const other: Language = language === 'en' ? 'zh-CN' : 'en'
  return h(
    'html',
    { lang: language },
    h(
      'head',
      null,
      h('meta', { charSet: 'utf-8' }),
      h('meta', { name: 'viewport', content: 'width=device-width,initial-scale=1' }),
      h('meta', { name: 'robots', content: 'noindex' }),
      h('title', null, `${title} · ${sayIn(language, words.linli)}`),
      h('style', null, style),
    ),
    h(
      'body',
      null,
      h('a', { className: 'skip', href: '#main' }, sayIn(language, words.skip)),
      h(
        'header',
        null,
        h('span', null, sayIn(language, words.linli)),
        h('a', { href: `${path}?lang=${other}`, lang: other, hrefLang: other }, sayIn(language, words.otherLanguage)),
      ),
      h('main', { id: 'main' }, h('h1', null, title), body),
    ),
  )
}
