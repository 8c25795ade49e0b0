package dev.fanlight.relay.socket;

import dev.fanlight.protocol.CloseReason;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;

/** All open sockets, up to a limit for each kind, so that players cannot keep agents out. Thread safe. */
public final class OpenSockets {

    private final Map<PeerKind, IntSupplier> max;
    private final Map<PeerKind, AtomicInteger> open = new EnumMap<>(PeerKind.class);
    private final Lock lock = new ReentrantLock();
    private final Condition none = lock.newCondition();
    private final Map<PeerSocket, PeerKind> sockets = new ConcurrentHashMap<>();
    private final Set<PeerSocket> counted = ConcurrentHashMap.newKeySet();

    /** No sockets yet, and at most {@code max} of each kind. */
    public OpenSockets(Map<PeerKind, IntSupplier> max) {
        this.max = Map.copyOf(max);
        for (PeerKind kind : PeerKind.values()) {
            open.put(kind, new AtomicInteger());
        }
    }

    /** Adds a socket until it is closed; returns false when the limit is reached. On the socket’s event loop. */
    public boolean add(PeerSocket socket, PeerKind kind) {
        AtomicInteger count = Objects.requireNonNull(open.get(kind));
        if (count.incrementAndGet() > Objects.requireNonNull(max.get(kind)).getAsInt()) {
            count.decrementAndGet();
            return false;
        }
        counted.add(socket);
        sockets.put(socket, kind);
        socket.onClosed(() -> {
            release(socket, count);
            remove(socket);
        });
        return true;
    }

    /** Cuts a socket, whose place is free at once: before its event loop comes to it others may need the place. Any thread. */
    public void cut(PeerSocket socket, CloseReason reason) {
        PeerKind kind = sockets.get(socket);
        if (kind != null) {
            release(socket, Objects.requireNonNull(open.get(kind)));
        }
        socket.post(() -> socket.cut(reason));
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

    private void release(PeerSocket socket, AtomicInteger count) {
        if (counted.remove(socket)) {
            count.decrementAndGet();
        }
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
