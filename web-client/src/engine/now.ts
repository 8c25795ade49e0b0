/** Our clock in microseconds since 1970, never stepping backwards: the same in page and worker. */
export function nowUs(): number {
  return Math.round((performance.timeOrigin + performance.now()) * 1000);
}
