import { describe, expect, it } from 'vitest';
import { BarFade, FADE_AFTER_MS } from './bar-fade';

function fading(mayHide: () => boolean) {
  const timers: { run: () => void; ms: number }[] = [];
  const seen: boolean[] = [];
  const fade: BarFade = new BarFade({
    mayHide,
    changed: () => seen.push(fade.shown),
    setTimer: (run, ms) => timers.push({ run, ms }) - 1,
    clearTimer: (timer) => delete timers[timer as number],
  });
  const later = () => {
    for (const timer of timers.splice(0)) {
      timer?.run();
    }
  };
  return { fade, timers, seen, later };
}

describe('the controls over the video', () => {
  it('go some seconds after the last movement, and come with the next one', () => {
    const { fade, timers, seen, later } = fading(() => true);
    fade.stir();
    expect(timers.at(-1)?.ms).toBe(FADE_AFTER_MS);
    later();
    fade.stir();
    expect(seen).toEqual([false, true]);
  });

  it('stay as long as something keeps them, and go afterwards', () => {
    let open = true;
    const { fade, later } = fading(() => !open);
    fade.stir();
    later();
    fade.dismiss();
    expect(fade.shown).toBe(true);
    open = false;
    later();
    expect(fade.shown).toBe(false);
  });
});
