// Keeps the kiosk's page and what it loads, so that the tablet starts without a network.
const kept = 'linli-kiosk'

self.addEventListener('install', (event) => {
  event.waitUntil(keep().then(() => self.skipWaiting()))
})
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

async function keep() {
  const cache = await caches.open(kept)
  const page = await fetch('/kiosk', { cache: 'no-cache' })
  const html = await page.clone().text()
  const parts = new Set([...html.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map((match) => match[1]))
  // What a script loads by itself is named in it.
  for (const part of [...parts].filter((path) => path.endsWith('.js'))) {
    const text = await (await fetch(part)).text()
    for (const match of text.matchAll(/["'](?:\.\/|\/?assets\/)([\w.-]+\.(?:js|css))["']/g))
      parts.add(`/assets/${match[1]}`)
  }
  await cache.addAll([...parts])
  await cache.put('/kiosk', page)
}

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { pathname, origin } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin || pathname.startsWith('/api/')) return
  if (request.mode === 'navigate') {
    if (pathname === '/kiosk') event.respondWith(freshOrKept(request))
    return
  }
  event.respondWith(caches.match(request).then((found) => found ?? fetch(request)))
})

async function freshOrKept(request) {
  try {
    const answer = await fetch(request)
    if (answer.ok) await keep()
    return answer
  } catch {
    return (await caches.match('/kiosk')) ?? Response.error()
  }
}
