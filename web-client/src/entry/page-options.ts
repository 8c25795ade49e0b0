import type { Preferences } from '../engine/preferences';
import type { Theme } from '../state/page-memory';

/** What the query of a watch page asks for; docs/embed.md lists it. Undefined leaves it to what this browser remembers. */
export interface PageOptions {
  /** `false` plays with sound where the browser lets it, `true` never without a click on the sound button. */
  readonly muted: boolean | undefined;
  /** Whether it plays without a click. */
  readonly autoplay: boolean;
  /** Whether there are controls over the video. */
  readonly controls: boolean;
  /** Whether the chat is open at first; `'off'`: there is none. */
  readonly chat: boolean | 'off' | undefined;
  /** Whether it goes on while it cannot be seen. */
  readonly background: boolean;
  readonly preferences: Partial<Preferences>;
  readonly theme: Theme | undefined;
}

const LATENCIES = { low: 'low', balanced: 'normal', smooth: 'smooth' } as const;
const QUALITIES = { auto: 'auto', main: 'main', low: 'low' } as const;
const THEMES = { auto: 'auto', light: 'light', dark: 'dark' } as const;

/** Reads `search`; what it does not know is as if it were not there. */
export function readOptions(search: string): PageOptions {
  const query = new URLSearchParams(search);
  const latency = oneOf(LATENCIES, query.get('latency'));
  const quality = oneOf(QUALITIES, query.get('quality'));
  return {
    muted: flag(query.get('muted')),
    autoplay: flag(query.get('autoplay')) ?? true,
    controls: flag(query.get('controls')) ?? true,
    chat: query.get('chat') === 'off' ? 'off' : flag(query.get('chat')),
    background: flag(query.get('background')) ?? false,
    preferences: { ...(latency && { latency }), ...(quality && { quality }) },
    theme: oneOf(THEMES, query.get('theme')),
  };
}

/** `?muted` and `?muted=1` are on, `?muted=0` is off. */
function flag(value: string | null): boolean | undefined {
  switch (value) {
    case '':
    case '1':
    case 'true':
      return true;
    case '0':
    case 'false':
      return false;
    default:
      return undefined;
  }
}

function oneOf<T>(known: Readonly<Record<string, T>>, value: string | null): T | undefined {
  return value !== null && Object.hasOwn(known, value) ? known[value] : undefined;
}
