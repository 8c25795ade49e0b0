import { SocketProber } from '../../entry/socket-probe';
import type { SocketProbe } from '../../state/watch-facts';

/** A prober of this page's own relay. */
export function browserProber(onProbe: (probe: SocketProbe) => void): SocketProber {
  return new SocketProber((url, init) => fetch(url, init), location.origin, onProbe);
}
