package dev.fanlight.agent.javacv;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.bytedeco.javacpp.Pointer;

/**
 * What FFmpeg hands to a callback to say whose it is: a number in place of an address. JavaCPP makes at most ten native functions for one
 * kind of callback, so all inputs share one. Immutable.
 *
 * @param <T> what the number stands for
 */
final class OpaquePointer<T> extends Pointer {

    private final Registry<T> registry;

    private OpaquePointer(Registry<T> registry, long number) {
        super((Pointer) null);
        this.registry = registry;
        this.address = number;
    }

    /** The number means nothing from now on. */
    void forget() {
        registry.owners.remove(address);
    }

    /** Who is behind which number; one entry for each open input. Thread safe. */
    static final class Registry<T> {

        private final Map<Long, T> owners = new ConcurrentHashMap<>();
        private final AtomicLong numbers = new AtomicLong();

        OpaquePointer<T> register(T owner) {
            OpaquePointer<T> pointer = new OpaquePointer<>(this, numbers.incrementAndGet());
            owners.put(pointer.address(), owner);
            return pointer;
        }

        T of(Pointer opaque, T unknown) {
            return owners.getOrDefault(opaque.address(), unknown);
        }
    }
}
