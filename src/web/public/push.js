// Shows what is pushed to this device, also when no page of Linli is open. It keeps nothing and answers for no page.
self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

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
