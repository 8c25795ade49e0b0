/** How much of an element must be on the screen to count as seen. */
const SEEN = 0.01;

/**
 * Calls `changed` whenever the page can be seen or not any more, until `signal` aborts: its tab is hidden, or the frame that it is in is
 * scrolled out of sight.
 */
export function watchSight(page: HTMLElement, signal: AbortSignal, changed: (hidden: boolean) => void): void {
  let scrolledAway = false;
  const report = () => changed(scrolledAway || document.visibilityState === 'hidden');
  document.addEventListener('visibilitychange', report, { signal });
  if (globalThis.parent === globalThis.window) {
    return;
  }
  const observer = new IntersectionObserver(
    ([entry]) => {
      if (entry !== undefined && scrolledAway === entry.isIntersecting) {
        scrolledAway = !entry.isIntersecting;
        report();
      }
    },
    { threshold: SEEN },
  );
  observer.observe(page);
  signal.addEventListener('abort', () => observer.disconnect());
}
