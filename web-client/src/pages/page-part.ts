import { commandIn, type FrameMessage } from '../embed/player-message';
import { pagePart } from '../entry/page-address';
import { readOptions } from '../entry/page-options';
import type { WatchElement } from '../ui/page/watch-element';

/** How often the page around a frame hears how it is, at most, in ms. */
const REPORT_MS = 250;

/** Has the page show what its address asks for; one in a frame reports to the page around it, and does what that asks for. */
export function showPart(location: Pick<Location, 'pathname' | 'search'>, document: Document): void {
  const part = pagePart(location);
  const { chat, controls } = readOptions(location.search);
  const root = document.documentElement;
  root.dataset['part'] = part;
  if (part === 'video' || part === 'kiosk' || (part === 'all' && chat === 'off')) {
    root.dataset['chat'] = 'off';
  }
  if (!controls) {
    root.dataset['controls'] = 'off';
  }
  if (part === 'kiosk') {
    keepAwake(document);
  }
  if (part !== 'all' && globalThis.parent !== globalThis.window) {
    serveFrame(document);
  }
}

/** What a frame reports is no secret, and what it does for others is what any page may do with a video, so any page around it may ask. */
function serveFrame(document: Document): void {
  const page = () => document.querySelector<WatchElement>('fanlight-watch');
  let reported = '';
  const report = () => {
    const now = JSON.stringify(page()?.report);
    if (now !== undefined && now !== reported) {
      reported = now;
      const message: FrameMessage = { fanlight: 1, event: 'state', ...JSON.parse(now) };
      globalThis.parent.postMessage(message, '*');
    }
  };
  setInterval(report, REPORT_MS);
  addEventListener('message', ({ source, data }) => {
    const command = source === globalThis.parent ? commandIn(data) : undefined;
    if (command !== undefined) {
      page()?.command(command);
      report();
    }
  });
}

/** A screen that no one operates stays on; browsers take that back whenever the page was hidden. */
function keepAwake(document: Document): void {
  const request = () => {
    if (document.visibilityState === 'visible') {
      navigator.wakeLock?.request('screen').catch(() => undefined);
    }
  };
  document.addEventListener('visibilitychange', request);
  request();
}
