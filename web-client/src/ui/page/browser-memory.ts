import { PageMemory } from '../../state/page-memory';
import { SafeStorage } from '../../state/storage';

/** What this browser remembers, and what this tab does. */
export function browserMemory(): PageMemory {
  return new PageMemory(new SafeStorage(() => localStorage), new SafeStorage(() => sessionStorage));
}
