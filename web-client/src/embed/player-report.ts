import type { PlayerReport } from './player-message';

/** The report in a message of a frame; undefined when there is none. */
export function reportIn(data: unknown): PlayerReport | undefined {
  const message: Readonly<Record<string, unknown>> = Object(data);
  const { state, paused, muted, volume, latencyMs, viewers } = message;
  return message['fanlight'] === 1 &&
    message['event'] === 'state' &&
    typeof state === 'string' &&
    typeof paused === 'boolean' &&
    typeof muted === 'boolean' &&
    typeof volume === 'number'
    ? { state, paused, muted, volume, latencyMs: numberOr(latencyMs), viewers: numberOr(viewers) }
    : undefined;
}

function numberOr(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}
