/** The name of a control with its key. */
export function withKey(name: string, key: string | undefined): string {
  return key === undefined ? name : `${name} (${key})`;
}
