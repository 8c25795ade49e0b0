package dev.fanlight.relay.gateway.rtmp;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The connections of a gateway, for its description and its end. Thread safe. */
final class ActiveSessions {

    private final Set<RtmpSocket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger publishers = new AtomicInteger();
    private final AtomicInteger players = new AtomicInteger();

    void opened(RtmpSocket socket) {
        open.add(socket);
    }

    void closed(RtmpSocket socket) {
        open.remove(socket);
    }

    /** Counts a publisher until the socket closes. */
    void publishes(RtmpSocket socket) {
        count(publishers, socket);
    }

    /** Counts a player until the socket closes. */
    void plays(RtmpSocket socket) {
        count(players, socket);
    }

    Set<RtmpSocket> open() {
        return Set.copyOf(open);
    }

    int publishers() {
        return publishers.get();
    }

    int players() {
        return players.get();
    }

    private static void count(AtomicInteger counter, RtmpSocket socket) {
        counter.incrementAndGet();
        socket.onClosed(counter::decrementAndGet);
    }
}
