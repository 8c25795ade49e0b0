/** A length or count: `small` in `make test`, `full` in `make soak`. */
export function scale(small: number, full: number): number {
  return process.env.FANLIGHT_SOAK === 'true' ? full : small;
}
