package dev.fanlight.relay.server;

import dev.fanlight.relay.store.RelayStore;
import dev.fanlight.relay.stream.StreamRegistry;

/**
 * What a running relay is asked.
 *
 * @param store what is stored
 * @param addresses where links lead
 * @param sockets what is open
 * @param streams what is published and watched
 * @param loops what serves it all
 */
record RunningRelay(
        RelayStore store, RelayAddresses addresses, PeerSockets sockets, StreamRegistry streams, EventLoops loops) {}
