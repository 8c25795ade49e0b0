package dev.fanlight.relay.socket;

import dev.fanlight.protocol.CloseReason;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

/** All open sockets, up to a limit. Thread safe. */
public final class OpenSockets {

    private final int max;
    private final Lock lock = new ReentrantLock();
    private final Condition none = lock.newCondition();
    private final Map<PeerSocket, PeerKind> sockets = new ConcurrentHashMap<>();

    /** No sockets yet, and at most {@code max}. */
    public OpenSockets(int max) {
        this.max = max;
    }

    /** Adds a socket until it is closed; returns false when the limit is reached. On the socket’s event loop. */
    public boolean add(PeerSocket socket, PeerKind kind) {
        if (sockets.size() >= max) {
            return false;
        }
        sockets.put(socket, kind);
        socket.onClosed(() -> remove(socket));
        return true;
    }

    /** Waits until none is open; returns whether that happened in time. Blocking. */
    public boolean awaitNone(Duration limit) throws InterruptedException {
        lock.lock();
        try {
            long nanos = limit.toNanos();
            while (!sockets.isEmpty() && nanos > 0) {
                nanos = none.awaitNanos(nanos);
            }
            return sockets.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /** Number of open sockets. */
    public int size() {
        return sockets.size();
    }

    /** The open sockets of each kind; no entry for a kind without any. */
    Map<PeerKind, List<PeerSocket>> byKind() {
        return sockets.entrySet().stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue, Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
    }

    /** Closes all sockets with a reason, and tells each peer after what time to reconnect. Any thread. */
    public void endAll(CloseReason reason, ReturnTimes times) {
        byKind().forEach((kind, peers) -> {
            List<Duration> waits = times.of(kind, peers.size());
            for (int i = 0; i < waits.size(); i++) {
                end(peers.get(i), reason, waits.get(i));
            }
        });
    }

    private static void end(PeerSocket socket, CloseReason reason, Duration retryAfter) {
        socket.post(() -> socket.end(reason, Optional.of(retryAfter)));
    }

    private void remove(PeerSocket socket) {
        lock.lock();
        try {
            sockets.remove(socket);
            if (sockets.isEmpty()) {
                none.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }
}
