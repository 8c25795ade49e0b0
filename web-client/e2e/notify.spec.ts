import { OwnerPage } from './owner-page.ts';
import { expect, test } from './stack-test.ts';

const MESSAGE = { title: 'front is offline', camera: 'front', tag: 'c-front', time: 1_796_076_000_000 };

/** No push service of a vendor is asked: what it would bring is handed to the browser, which wakes the worker as always. */
test('the owner’s page has a worker that shows what the relay sends, also without the page', async ({
  bareStack: stack,
  person,
}) => {
  const context = await person();
  await context.grantPermissions(['notifications'], { origin: stack.page('') });
  const owner = await OwnerPage.setUp(context, stack.page(''), stack.ownerSecret, 'correct horse battery');
  await owner.go('settings');
  await owner.page.getByRole('button', { name: 'Notify this browser' }).click();

  const scope = stack.page('/admin');
  const registered = () =>
    owner.page.evaluate(
      async (of) => (await navigator.serviceWorker.getRegistration(of))?.active?.scriptURL,
      scope,
    );
  await expect.poll(registered).toBe(stack.page('/admin-worker.js'));

  const cdp = await context.newCDPSession(owner.page);
  const registrations: { registrationId: string; scopeURL: string }[] = [];
  cdp.on('ServiceWorker.workerRegistrationUpdated', (event) => registrations.push(...event.registrations));
  await cdp.send('ServiceWorker.enable');
  await expect.poll(() => registrations.some(({ scopeURL }) => scopeURL === scope)).toBe(true);
  for (const data of [JSON.stringify(MESSAGE), 'no JSON']) {
    await cdp.send('ServiceWorker.deliverPushMessage', {
      origin: stack.page(''),
      registrationId: registrations[0]?.registrationId ?? '',
      data,
    });
  }
  const shown = () =>
    owner.page.evaluate(async (of) => {
      const registration = await navigator.serviceWorker.getRegistration(of);
      return (await registration?.getNotifications())?.map(({ title, tag }) => `${tag} ${title}`).sort();
    }, scope);
  await expect.poll(shown).toEqual(['c-front front is offline', 'unknown Something happened on your relay']);
});
