// Before the first paint: the reader's theme and language, so that nothing flashes.
;(() => {
  const page = document.documentElement
  try {
    const theme = localStorage.getItem('linli.theme') || 'auto'
    const dark = theme === 'dark' || (theme === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches)
    page.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light')
    const language = localStorage.getItem('linli.language') || navigator.language
    page.lang = language.startsWith('en') ? 'en' : 'zh-CN'
  } catch {
    // A browser that forbids storage gets the light theme in Chinese.
    page.setAttribute('data-mantine-color-scheme', 'light')
  }
})()
