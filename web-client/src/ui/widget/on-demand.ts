type Load = () => Promise<CustomElementConstructor>;

/** Elements that are not loaded yet, by their name. */
const waiting = new Map<string, Load>();

/** Names how an element is loaded that most visits do without. */
export function onDemand(name: string, load: Load): void {
  waiting.set(name, load);
}

/** Loads and defines an element, once a visit; one that stands in the page already comes to life then. Fails as the import does. */
export async function need(name: string): Promise<void> {
  const load = waiting.get(name);
  waiting.delete(name);
  if (load !== undefined) {
    customElements.define(name, await load());
  }
}
