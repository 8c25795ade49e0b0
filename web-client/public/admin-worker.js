// The service worker of the owner's page: shows what the relay sends while the page is closed. It caches nothing and answers no request.

const ROOT = new URL('.', self.location.href).href;

self.addEventListener('push', (event) => {
  const { title, tag, time, camera } = readMessage(event.data);
  const shown = self.registration.showNotification(title, { tag, timestamp: time, data: { camera } });
  event.waitUntil(shown);
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(openPage(event.notification.data?.camera ?? ''));
});

/** Browsers demand that something is shown for each message, also for one that cannot be read. */
function readMessage(data) {
  try {
    const { title, tag, time, camera } = data.json();
    return { title: String(title), tag: String(tag), time: Number(time), camera: String(camera) };
  } catch {
    return { title: 'Something happened on your relay', tag: 'unknown', time: Date.now(), camera: '' };
  }
}

async function openPage(camera) {
  const page = `${ROOT}admin${/^[a-z0-9][a-z0-9-]{0,31}$/.test(camera) ? `#camera/${camera}` : ''}`;
  for (const client of await self.clients.matchAll({ type: 'window' })) {
    if (new URL(client.url).href.startsWith(`${ROOT}admin`)) {
      await client.navigate(page).catch(() => undefined);
      return client.focus();
    }
  }
  return self.clients.openWindow(page);
}
