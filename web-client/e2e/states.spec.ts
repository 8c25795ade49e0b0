import { expect, type Page, test } from '@playwright/test';
import { EVERY_LOOK, inspect } from './inspect.ts';
import { inventedAnswers, welcome } from './invented.ts';
import type { PlayerSocket } from './player-socket.ts';
import { at } from './puppet-page.ts';
import type { Answers } from './puppet-relay.ts';

const NAMES = ['brave-otter', 'Ada', 'the neighbours', 'Blackbird nest'];
const KEY = 'a2'.repeat(13);

const problem = (status: number, code: string, retry_after_ms?: number) => ({
  status,
  body: { title: 'Not now.', status, code, ...(retry_after_ms !== undefined && { retry_after_ms }) },
});

const expectState = (page: Page, state: string) =>
  expect(page.locator('fanlight-watch')).toHaveAttribute('data-state', state);

test('a link with a password asks for it, shows when it is wrong, and how long to wait', async ({ page }) => {
  const asked: number[] = [];
  const refusals = [
    problem(401, 'password_required'),
    problem(401, 'wrong_password'),
    problem(429, 'too_many_requests', 60_000),
  ];
  const answers: Answers = (method, path) =>
    method === 'POST' && path === '/session' ? refusals[asked.push(1) - 1] : undefined;
  await at(page, `/w/front#${KEY}`, answers, async () => {
    await expectState(page, 'password');
    await expect(page.locator('#link-password')).toBeFocused();
    await inspect(page, 'password');
    await page.keyboard.type('guess');
    await page.keyboard.press('Enter');
    await expect(page.locator('.fl-error')).toHaveText('Wrong password. Try again.');
    await page.keyboard.press('Enter');
    await expect(page.locator('.fl-error')).toHaveText(/Too many attempts. Try again in \d+ s\./);
    await expect(page.getByRole('button', { name: 'Watch' })).toBeDisabled();
    await inspect(page, 'too many passwords');
    expect(page.url()).toContain('#');
  });
});

for (const [code, state, words] of [
  [4405, 'link_ended', 'This link has expired or was revoked'],
  [4410, 'banned', 'You are banned from this camera for 24 hours'],
  [4411, 'disconnected', 'The owner of this camera has disconnected you'],
  [4412, 'link_full', 'This link has reached its viewer limit'],
  [1013, 'busy', 'The server accepts no more connections'],
] as const) {
  test(`a page whose socket is closed with ${code} shows the reason and what comes next`, async ({
    page,
  }) => {
    await at(
      page,
      '/w/front',
      () => undefined,
      async () => {
        await expectState(page, state);
        await expect(page.locator('.fl-notice')).toContainText(words);
        await inspect(page, state);
      },
      (socket) => {
        socket.say({ type: 'goodbye', reason: state, retry_after_ms: 60_000 });
        socket.close(code);
      },
    );
  });
}

test('a camera that its owner paused shows no last frame', async ({ page }) => {
  await at(
    page,
    '/w/front',
    () => undefined,
    async () => {
      await expectState(page, 'paused_by_owner');
      await expect(page.locator('.fl-video')).toBeHidden();
      await expect(page.getByRole('button', { name: 'Snapshot' })).toHaveCount(0);
      await inspect(page, 'paused by owner');
    },
    (socket) => {
      socket.say(welcome('Front door'));
      socket.say({ type: 'stream', state: 'paused', last_capture: 1 });
    },
  );
});

test('a moderated chat, its menus and its rules have no accessibility fault', async ({ page }) => {
  const hear = (socket: PlayerSocket) => {
    socket.say(welcome('Front door', 'moderator'));
    socket.say({ type: 'stream', state: 'offline' });
    ['one', 'two', 'three'].forEach((text, i) => {
      const badge = i === 1 && { badge: 'moderator' };
      const line = { seq: i + 1, time: 1e15 + i, person: `p${i}`, name: NAMES[i], text, ...badge };
      socket.say({ type: 'chat', ...line });
    });
    socket.say({ type: 'chat_removed', seq: 1 });
    socket.say({ type: 'chat_mode', slow_seconds: 10, links: 'moderators' });
    socket.say({ type: 'chat_ready', last: 3, gap: 0 });
  };
  await at(
    page,
    '/w/front',
    () => undefined,
    async (relay) => {
      await expect(page.locator('.chat-removed')).toContainText('removed by a moderator');
      await expect(page.locator('.chat-badge')).toHaveText(['◆ Moderator']);
      await expect(page.locator('.chat-mode')).toHaveText(
        'Slow mode: one message every 10 s · Only moderators can send links',
      );
      await expect(page.locator('.chat-act fanlight-menu')).toHaveCount(1);
      await inspect(page, 'moderated chat');

      await page.setViewportSize({ width: 1440, height: 900 });
      await page.locator('.chat-list').focus();
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('menuitem', { name: 'Remove' })).toBeFocused();
      await inspect(page, 'menu of a line');
      await page.keyboard.press('End');
      await page.keyboard.press('Enter');
      await expect(page.getByText('Ban the neighbours from this camera for 24 hours')).toBeVisible();
      await inspect(page, 'ban asked');
      await page.keyboard.press('Escape');
      await expect(page.locator('.chat-act .fl-menu-button').first()).toBeFocused();

      await page.getByRole('button', { name: 'Chat settings' }).click();
      await expect(page.getByRole('menuitemradio', { name: 'One message every 10 s' })).toHaveAttribute(
        'aria-checked',
        'true',
      );
      await inspect(page, 'rules of the chat');
      await page.keyboard.press('Escape');

      relay.sockets.at(-1)?.say({ type: 'chat_silenced', until: (Date.now() + 60_000) * 1000 });
      await page.fill('#chat-input', 'may I?');
      await expect(page.locator('.chat-refusal').first()).toHaveText(
        /You are timed out. You can chat again in \d+ s/,
      );
      await expect(page.getByRole('button', { name: 'Send' })).toBeDisabled();
      await inspect(page, 'silenced');
      relay.sockets.at(-1)?.say({ type: 'chat_silenced' });
      await expect(page.getByRole('button', { name: 'Send' })).toBeEnabled();
      await page.fill('#chat-input', '/launch rockets');
      await page.keyboard.press('Enter');
      await expect(page.locator('.chat-refusal').first()).toContainText('/timeout NAME SECONDS');
      await expect(page.locator('#chat-input')).toHaveValue('/launch rockets');
      expect(relay.sockets, 'sockets that the page has opened').toHaveLength(1);
    },
    hear,
  );
});

test('every state has its words and no accessibility fault, dark and light, and an address that leads nowhere a way back', async ({
  page,
}) => {
  await at(page, '/dev/states', inventedAnswers(NAMES), async (relay) => {
    await expect(page.locator('[data-sample]')).toHaveCount(22);
    await expect(page.locator('[data-sample=camera_offline]')).toContainText('The camera is offline');
    await expect(page.locator('[data-sample=behind]').getByRole('button', { name: 'Go live' })).toBeVisible();
    // Each of them alone has one main part, one heading and one of each id.
    await inspect(page, 'all states', EVERY_LOOK, [
      'landmark-no-duplicate-main',
      'landmark-no-duplicate-contentinfo',
      'landmark-unique',
      'duplicate-id',
      'duplicate-id-aria',
      'page-has-heading-one',
      'heading-order',
      'region',
    ]);
    await page.goto(`${relay.origin}/nonsense`);
    await expect(page.getByRole('heading', { name: 'Page not found' })).toBeVisible();
    await inspect(page, 'not found');
    await page.getByRole('link', { name: 'Go to the front page' }).click();
    await expect(page.getByRole('link', { name: 'Blackbird nest' })).toBeVisible();
  });
});

test('the first page lists the public cameras', async ({ page }) => {
  await at(page, '/', inventedAnswers(NAMES), async () => {
    await expect(page.getByRole('link', { name: 'Blackbird nest' })).toHaveAttribute('href', '/w/cam-3');
    await inspect(page, 'first page');
  });
  await at(page, '/', inventedAnswers([]), async () => {
    await expect(page.getByText('There are no public cameras')).toBeVisible();
    await inspect(page, 'empty first page');
  });
});

/** What shows that a section of the owner's page has its data. */
const SHOWN: Readonly<Record<string, string>> = {
  people: '.ad-item',
  chat: '.ad-item',
  health: 'fanlight-audit .ad-log li',
  settings: '.ad-item',
  links: '.ad-item',
  add: '.ad-choice',
  more: '.ad-more',
  cameras: '.ad-cam',
};

test('the owner’s page has no accessibility fault in any of its sections', async ({ page }) => {
  await at(page, '/admin', inventedAnswers(NAMES), async (relay) => {
    for (const section of ['people', 'chat', 'health', 'settings', 'links', 'add', 'more', 'cameras']) {
      await page.goto(`${relay.origin}/admin#${section}`);
      await page.waitForSelector(SHOWN[section] ?? '');
      await inspect(page, section);
    }
    await page.goto(`${relay.origin}/admin#camera/cam-0`);
    await page.getByRole('button', { name: 'Remove camera' }).first().click();
    await expect(page.locator('.fl-confirm input')).toBeFocused();
    await inspect(page, 'removing a camera');
    await page.goto(`${relay.origin}/admin#links`);
    await page.getByRole('button', { name: 'Create link' }).click();
    await expect(page.getByRole('img', { name: 'QR code of the new link' })).toBeVisible();
    await inspect(page, 'a new link');
  });
});

test('the owner’s page asks a visitor for the password, and a new owner for a new one', async ({ page }) => {
  const shown: string[] = [];
  const answers: Answers = (method, path) => {
    shown.push(`${method} ${path}`);
    return path === '/owner/session'
      ? problem(401, 'wrong_password')
      : inventedAnswers([], false)(method, path);
  };
  await at(page, '/admin', answers, async (relay) => {
    await expect(page.locator('fanlight-admin')).toHaveAttribute('data-visitor', 'signed_out');
    await page.getByLabel('Owner password').fill('not this one');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Wrong password. Try again.')).toBeVisible();
    await inspect(page, 'sign in');

    await page.goto(`${relay.origin}/admin#${KEY}`);
    await expect(page.locator('fanlight-admin')).toHaveAttribute('data-visitor', 'setting_up');
    expect(page.url()).toBe(`${relay.origin}/admin`);
    await page.getByLabel('New password, at least 12 characters').fill('too short');
    await page.keyboard.press('Enter');
    await expect(page.locator('.fl-error')).toContainText('At least 12 characters');
    await inspect(page, 'set-up');
    expect(shown).not.toContain('POST /owner/setup');
  });
});
