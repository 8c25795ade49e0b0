package dev.fanlight.relay.auth;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.fanlight.relay.ratelimit.AddressKey;
import dev.fanlight.relay.ratelimit.FairPlaces;
import dev.fanlight.relay.ratelimit.NetworkFailures;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Passwords that wait to be worked on. Those of addresses that are trusted have priority; the others share {@link #WAITING} places fairly, so that
 * a flood from one address or network, or from networks that only send wrong ones, refuses itself and not a password from elsewhere. Thread safe.
 */
final class HashQueue {

    /** Most that wait: a second or two of work. */
    static final int WAITING = 40;

    /** Most that wait of addresses that are trusted; beyond it they wait like others. */
    static final int TRUSTED_WAITING = 16;

    /**
     * A password that waits.
     *
     * @param work what is to be done
     * @param refused called instead when it lost its place
     */
    record Waiting(Runnable work, Runnable refused) {}

    @GuardedBy("this")
    private final Deque<Waiting> trusted = new ArrayDeque<>();

    private final FairPlaces<Waiting> others;

    /** Empty; networks with {@code failures} have the lowest priority. */
    HashQueue(NetworkFailures failures) {
        this.others = new FairPlaces<>(WAITING, failures);
    }

    /** Adds one of an address that is trusted. */
    void addTrusted(Waiting waiting, AddressKey address) {
        boolean taken;
        synchronized (this) {
            taken = trusted.size() < TRUSTED_WAITING;
            if (taken) {
                trusted.add(waiting);
                notify();
            }
        }
        if (!taken) {
            add(waiting, address);
        }
    }

    /** Adds one of an unknown address. */
    void add(Waiting waiting, AddressKey address) {
        Optional<Waiting> loser;
        synchronized (this) {
            loser = others.add(waiting, address);
            notify();
        }
        loser.ifPresent(refused -> refused.refused().run());
    }

    /** The next one; waits for it. */
    synchronized Waiting take() throws InterruptedException {
        while (true) {
            Optional<Waiting> next = Optional.ofNullable(trusted.poll()).or(others::poll);
            if (next.isPresent()) {
                return next.get();
            }
            wait();
        }
    }
}
