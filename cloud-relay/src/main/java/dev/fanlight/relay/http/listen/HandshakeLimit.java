package dev.fanlight.relay.http.listen;

import io.netty.channel.Channel;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * At most so many connections are in their TLS handshake. When there is one more, the one that has taken longest has to go: who means
 * it is done in a few round trips, so that those who only hold a place lose it and newcomers get one. Thread safe.
 */
public final class HandshakeLimit {

    /** Most handshakes at a time, each of which may hold some 50 KiB. */
    static final int MAX = 200;

    private final int max;
    private final Lock lock = new ReentrantLock();
    private final Set<Channel> handshaking = new LinkedHashSet<>();

    public HandshakeLimit(int max) {
        this.max = max;
    }

    /** A connection was accepted: it has a place until {@link #ended}. */
    public void began(Channel channel) {
        add(channel).ifPresent(slowest -> {
            var unused = slowest.close();
        });
    }

    /** A connection is through, or gone. */
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
