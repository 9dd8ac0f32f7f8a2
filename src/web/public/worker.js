// Shows what is pushed to this device, also when no page of Linli is open; and opens without a network the pages that asked to be kept.
const kept = 'linli-pages'
const shown = 'linli-pictures'

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('message', (event) => {
  const { keep: parts, pictures } = event.data ?? {}
  if (Array.isArray(parts)) event.waitUntil(Promise.all([keep(parts), keepPictures(pictures ?? [])]))
})

/** The one page that all of the application is, and its parts. A part's name says what is in it, so it is fetched once. */
async function keep(parts) {
  const cache = await caches.open(kept)
  const page = await fetch('/', { cache: 'no-cache' })
  if (!page.ok) return
  const html = await page.clone().text()
  const named = [...html.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map((match) => match[1])
  const known = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname))
  await cache.addAll([...new Set([...named, ...parts])].filter((part) => !known.has(part)))
  await cache.put('/', page)
}

/** Whoever signs out leaves none of them here: the page takes this cache away. */
async function keepPictures(pictures) {
  const cache = await caches.open(shown)
  for (const picture of pictures) if (!(await cache.match(picture))) await cache.add(picture)
}

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { pathname, origin } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  const isFloor = /^[/]api[/]places[/][^/]+[/]floor$/.test(pathname)
  if (pathname.startsWith('/api/') && !isFloor) return
  if (request.mode === 'navigate')
    event.respondWith(fetch(request).catch(async () => (await caches.match('/')) ?? Response.error()))
  else event.respondWith(caches.match(request).then((found) => found ?? fetch(request)))
})

self.addEventListener('push', (event) => {
  const { body, link, tag, lang } = event.data.json()
  const title = lang === 'en' ? 'Linli' : '邻里'
  event.waitUntil(self.registration.showNotification(title, { body, tag, lang, icon: '/icon.svg', data: { link } }))
})

self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  const { href } = new URL(event.notification.data.link, self.location.origin)
  event.waitUntil(
    self.clients.matchAll({ type: 'window' }).then(async (open) => {
      const [first] = open
      if (!first) return self.clients.openWindow(href)
      await first.navigate(href)
      return first.focus()
    }),
  )
})
