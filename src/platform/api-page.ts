import type { Route, Who } from './route.ts'

const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`)
const who = (w: Who): string =>
  w === 'anyone'
    ? 'anyone 任何人'
    : w === 'signedIn'
      ? 'signed in 已登录'
      : w.map((role) => `<code>${role}</code>`).join(' ')

/** The table of routes as a page to read, without JavaScript. */
export function apiPage(routes: readonly Route[], version: string): string {
  const rows = routes.map(
    ({ endpoint: e, who: w }) =>
      `<tr><td><b>${e.method}</b> <code>${escapeHtml(e.path)}</code></td><td>${escapeHtml(e.name)}</td><td>${who(w)}</td></tr>`,
  )
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Linli API</title><style>
:root{color-scheme:light dark}body{font:16px/1.6 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans SC",sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem}
table{border-collapse:collapse;width:100%;font-size:14px}td,th{text-align:left;padding:.4rem .6rem;border-bottom:1px solid #8884;overflow-wrap:anywhere}a{color:#1F7A5C}
@media(prefers-color-scheme:dark){a{color:#5BC29A}}</style></head>
<body><h1>Linli API ${escapeHtml(version)}</h1>
<p>Every operation with its input and output is in <a href="/api/openapi.json">openapi.json</a> (OpenAPI 3.1). Refusals are problem details (RFC 9457); the field <code>reason</code> is a code, <code>title</code> says it in the language of <code>Accept-Language</code>.</p>
<p lang="zh-CN">全部操作的输入与输出见 <a href="/api/openapi.json">openapi.json</a>（OpenAPI 3.1）。拒绝以问题详情（RFC 9457）返回：<code>reason</code> 为代码，<code>title</code> 按 <code>Accept-Language</code> 的语言说明。</p>
<table><thead><tr><th>Address 地址</th><th>Operation 操作</th><th>Who 谁可调用</th></tr></thead><tbody>${rows.join('')}</tbody></table></body></html>`
}
