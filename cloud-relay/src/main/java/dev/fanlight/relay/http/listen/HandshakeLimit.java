package dev.fanlight.relay.http.listen;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.netty.channel.Channel;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Limits the connections that are in their TLS handshake. When there is one more, the one that has taken longest is closed: an honest client
 * needs a few round trips, so those that only occupy a place lose it to new ones. Thread safe.
 */
public final class HandshakeLimit {

    /** Most handshakes at a time, each of which may hold some 50 KiB. */
    static final int MAX = 200;

    private final int max;
    private final Lock lock = new ReentrantLock();

    @GuardedBy("lock")
    private final Set<Channel> handshaking = new LinkedHashSet<>();

    public HandshakeLimit(int max) {
        this.max = max;
    }

    /** Counts an accepted connection until {@link #ended}. */
    public void began(Channel channel) {
        add(channel).ifPresent(slowest -> {
            var unused = slowest.close();
        });
    }

    /** A handshake has finished, or its connection is closed. */
    public void ended(Channel channel) {
        lock.lock();
        try {
            handshaking.remove(channel);
        } finally {
            lock.unlock();
        }
    }

    public int size() {
        lock.lock();
        try {
            return handshaking.size();
        } finally {
            lock.unlock();
        }
    }

    private Optional<Channel> add(Channel channel) {
        lock.lock();
        try {
            handshaking.add(channel);
            if (handshaking.size() <= max) {
                return Optional.empty();
            }
            Iterator<Channel> oldest = handshaking.iterator();
            Channel slowest = oldest.next();
            oldest.remove();
            return Optional.of(slowest);
        } finally {
            lock.unlock();
        }
    }
}
