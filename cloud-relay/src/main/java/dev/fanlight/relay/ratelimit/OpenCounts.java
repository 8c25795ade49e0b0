package dev.fanlight.relay.ratelimit;

import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;

/**
 * How many sockets of each address are open now. Holds an entry for each address that has one open, and so no more of them than
 * {@link #MAX_ADDRESSES}. Thread safe, does not block.
 */
public final class OpenCounts {

    /** Most addresses with an open socket, far more than a relay takes on. */
    public static final int MAX_ADDRESSES = 200_000;

    private final IntSupplier perAddress;
    private final ConcurrentHashMap<AddressKey, Integer> open = new ConcurrentHashMap<>();

    /** Allows {@code perAddress} at a time for each address. */
    public OpenCounts(int perAddress) {
        this(() -> perAddress);
    }

    /** Allows as many at a time for each address as {@code perAddress} says when one more is opened. */
    public OpenCounts(IntSupplier perAddress) {
        this.perAddress = perAddress;
    }

    /** Counts one more, unless that is too many; who got true says {@link #closed} once. */
    public boolean open(AddressKey address) {
        if (open.mappingCount() >= MAX_ADDRESSES) {
            return false;
        }
        while (true) {
            Integer count = open.putIfAbsent(address, 1);
            if (count == null) {
                return true;
            }
            if (count >= perAddress.getAsInt()) {
                return false;
            }
            if (open.replace(address, count, count + 1)) {
                return true;
            }
        }
    }

    /** Whether {@link #open} would refuse one more now. */
    public boolean isFull(AddressKey address) {
        return open.getOrDefault(address, 0) >= perAddress.getAsInt() || open.mappingCount() >= MAX_ADDRESSES;
    }

    /** One that was counted is closed. */
    public void closed(AddressKey address) {
        open.computeIfPresent(address, (key, count) -> count > 1 ? count - 1 : null);
    }

    /** How many addresses have a socket open. */
    public int addresses() {
        return open.size();
    }
}
