/* global build -- put before this by build/service-worker.ts; null while developing */

// Keeps the app, and nothing else: its page and the files of this one build, fetched when it is
// installed. What the API, the media and the realtime say never passes through here.

/** How long a page waits for the server before it opens from here, in milliseconds. */
const PATIENCE_MS = 4000;

/** The server's own addresses, and files: no pages of the app. */
const notAPage = /^\/(api|media|realtime|healthz|readyz)\b|\.\w+$/;

if (build) {
  const prefix = 'telloom-app-';
  const name = prefix + build.version;

  self.addEventListener('install', (event) => event.waitUntil(install()));
  self.addEventListener('activate', (event) => event.waitUntil(takeOver()));
  self.addEventListener('fetch', (event) => {
    const { method, mode, url } = event.request;
    const { origin, pathname } = new URL(url);
    if (method !== 'GET' || origin !== self.location.origin) return;
    if (mode === 'navigate' && !notAPage.test(pathname)) event.respondWith(page(event.request));
    else if (pathname.startsWith('/assets/')) event.respondWith(file(event.request));
  });

  async function install() {
    const cache = await caches.open(name);
    const page = await fetch('/', { cache: 'no-store' });
    // A newer build may be there by now: that one brings a worker of its own.
    const html = await page.clone().text();
    if (!page.ok || !build.links.every((link) => html.includes(link))) {
      throw new Error('the page is not of this build');
    }
    await cache.addAll(build.files);
    await cache.put('/', page);
    await self.skipWaiting();
  }

  /** Pages that are open go on with the files of the build before; what is older goes. */
  async function takeOver() {
    const builds = (await caches.keys()).filter((key) => key.startsWith(prefix) && key !== name);
    await Promise.all(builds.slice(0, -1).map((key) => caches.delete(key)));
    await self.clients.claim();
  }

  /** From the server, so that it is the newest; from here when there is none, or it takes too long. */
  async function page(request) {
    const answer = fetch(request);
    const kept = await caches.match('/', { cacheName: name });
    if (!kept) return answer;
    const late = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS, kept));
    return Promise.race([answer, late]).then(
      (first) => (first.status < 502 ? first : kept),
      () => kept,
    );
  }

  /** Its name says what is in it, so whichever build has it has the right one. */
  async function file(request) {
    return (await caches.match(request, { ignoreVary: true })) ?? fetch(request);
  }
}
