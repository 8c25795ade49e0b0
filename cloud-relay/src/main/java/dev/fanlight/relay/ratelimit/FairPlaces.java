package dev.fanlight.relay.ratelimit;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * Places that peers hold before they have shown who they are, shared fairly among networks and addresses. When there is one holder too many,
 * the network with the most holders loses one of its own, namely the oldest of its address with the most. A client with few places therefore
 * never loses one to a client with many, however fast that comes. Holds {@code max} holders. Thread safe, does not block.
 *
 * @param <T> what holds a place; compared by {@code equals}
 */
public final class FairPlaces<T> {
    private final int max;
    private final ToIntFunction<AddressKey> failures;

    @GuardedBy("this")
    private final Map<T, AddressKey> held = new LinkedHashMap<>();

    /** No place is taken. */
    public FairPlaces(int max) {
        this(max, network -> 0);
    }

    /** No place is taken; each of a network’s {@code failures} counts like a holder. */
    public FairPlaces(int max, NetworkFailures failures) {
        this(max, failures::of);
    }

    private FairPlaces(int max, ToIntFunction<AddressKey> failures) {
        this.max = max;
        this.failures = failures;
    }

    /** Gives a place to {@code holder}; returns who loses one for that, which may be the same. */
    public synchronized Optional<T> add(T holder, AddressKey address) {
        held.put(holder, address);
        if (held.size() <= max) {
            return Optional.empty();
        }
        Optional<T> loser = first(this::share);
        loser.ifPresent(held::remove);
        return loser;
    }

    /** Frees a place; whether it was still held. */
    public synchronized boolean remove(T holder) {
        return held.remove(holder) != null;
    }

    /** Frees the place of the oldest holder at the address and in the network with the fewest. */
    public synchronized Optional<T> poll() {
        Optional<T> next = first(crowd -> -share(crowd));
        next.ifPresent(held::remove);
        return next;
    }

    /** How many places are taken. */
    public synchronized int size() {
        return held.size();
    }

    /** Those who hold a place at the same address and in the same network. */
    private record Crowd(int network, int address) {}

    private int share(Crowd crowd) {
        return crowd.network() * (max + 2) + crowd.address();
    }

    /** The oldest of those with the highest order. */
    @GuardedBy("this")
    private Optional<T> first(ToIntFunction<Crowd> order) {
        Map<AddressKey, Integer> networks = new HashMap<>();
        Map<AddressKey, Integer> addresses = new HashMap<>();
        for (AddressKey address : held.values()) {
            networks.merge(address.network(), 1, Integer::sum);
            addresses.merge(address, 1, Integer::sum);
        }
        networks.replaceAll((network, holders) -> holders + failures.applyAsInt(network));
        Optional<T> best = Optional.empty();
        int highest = Integer.MIN_VALUE;
        for (Map.Entry<T, AddressKey> holder : held.entrySet()) {
            AddressKey address = holder.getValue();
            int next = order.applyAsInt(
                    new Crowd(networks.getOrDefault(address.network(), 0), addresses.getOrDefault(address, 0)));
            if (best.isEmpty() || next > highest) {
                best = Optional.of(holder.getKey());
                highest = next;
            }
        }
        return best;
    }
}
