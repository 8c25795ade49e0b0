/**
 * How long a test waits at most, in seconds. Guards, not assertions: on a busy computer a Java process takes a minute to start, and
 * what is being waited for is known to come.
 */
export const GUARD_SECONDS = {
  /** For a process to be ready and connected. */
  start: 120,
  /** For anything else. */
  condition: 60,
} as const;
