type Device = { browser: string | null; system: string | null }

// In this order: most browsers also claim to be those further down.
const browsers: [string, RegExp][] = [
  ['WeChat', /MicroMessenger/],
  ['QQ', /QQBrowser/],
  ['UC', /UCBrowser/],
  ['Huawei', /HuaweiBrowser/],
  ['Edge', /Edg(e|A|iOS)?\//],
  ['Opera', /OPR\//],
  ['Firefox', /Firefox|FxiOS/],
  ['Chrome', /Chrome|CriOS/],
  ['Safari', /Safari/],
]
const systems: [string, RegExp][] = [
  ['HarmonyOS', /HarmonyOS|OpenHarmony/],
  ['Android', /Android/],
  ['iPhone', /iPhone/],
  ['iPad', /iPad/],
  ['Windows', /Windows/],
  ['macOS', /Mac OS X|Macintosh/],
  ['Linux', /Linux|X11/],
]

const first = (list: [string, RegExp][], text: string): string | null =>
  list.find(([, pattern]) => pattern.test(text))?.[0] ?? null

/** By which program, on what: enough to recognise one's own devices in a list. */
export const deviceOf = (userAgent: string | null): Device => ({
  browser: first(browsers, userAgent ?? ''),
  system: first(systems, userAgent ?? ''),
})
