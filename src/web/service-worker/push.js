// Wakes when there is something new, and says so.

const words = {
  en: 'There is something new for you.',
  es: 'Hay algo nuevo para ti.',
};

self.addEventListener('push', (event) => {
  const { language } = event.data?.json() ?? {};
  const shown = language in words ? language : 'en';
  event.waitUntil(
    self.registration.showNotification('Telloom', {
      body: words[shown],
      lang: shown,
      icon: '/icon-192.png',
      // one at a time: the newest takes the place of the one before
      tag: 'news',
    }),
  );
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(openNews());
});

async function openNews() {
  const [open] = await self.clients.matchAll({ type: 'window' });
  if (!open) return self.clients.openWindow('/news');
  await open.focus();
  // a window that records is not led away
  if (!new URL(open.url).pathname.startsWith('/record/')) await open.navigate('/news');
}
