package dev.fanlight.agent.state;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import dev.fanlight.identity.DeviceKey;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The key of this device, and while it is being changed the next one. Both are on disk before they are used, and the next
 * one takes the place of the other in one step: an agent that is killed anywhere in between goes on with a key that the relay
 * takes. Thread safe; {@link #makeSpare} and {@link #adoptSpare} block on the disk.
 */
public final class KeyRing {

    private final Optional<IdentityStore> store;
    private final SecureRandom random;
    private final ReentrantLock lock = new ReentrantLock();

    // guarded by lock
    private DeviceIdentity current;
    private Optional<DeviceIdentity> spare;

    private KeyRing(
            Optional<IdentityStore> store,
            SecureRandom random,
            DeviceIdentity current,
            Optional<DeviceIdentity> spare) {
        this.store = store;
        this.random = random;
        this.current = current;
        this.spare = spare;
    }

    /** What {@code store} keeps; empty when this agent has not joined a relay. New keys are made with {@code random}. */
    public static Optional<KeyRing> stored(IdentityStore store, SecureRandom random) {
        return store.load().map(current -> new KeyRing(Optional.of(store), random, current, store.loadSpare(current)));
    }

    /** An identity that is kept elsewhere, whose key cannot be changed from here. */
    public static KeyRing fixed(DeviceIdentity identity) {
        return new KeyRing(Optional.empty(), new SecureRandom(), identity, Optional.empty());
    }

    /** The identity with the key that counts. */
    public DeviceIdentity current() {
        lock.lock();
        try {
            return current;
        } finally {
            lock.unlock();
        }
    }

    /** The same with the next key, while there is one. */
    public Optional<DeviceIdentity> spare() {
        lock.lock();
        try {
            return spare;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Makes the next key and keeps it; one that is there already is used again, for the relay may know it.
     *
     * @throws UserException when it cannot be kept
     */
    public DeviceIdentity makeSpare() {
        IdentityStore place = store.orElseThrow(KeyRing::keptElsewhere);
        lock.lock();
        try {
            if (spare.isEmpty()) {
                DeviceIdentity made = current.withKey(DeviceKey.generate(random));
                place.saveSpare(made);
                spare = Optional.of(made);
            }
            return spare.get();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Puts the next key in the place of the other; nothing happens when there is none.
     *
     * @throws UserException when that cannot be kept: both keys stay
     */
    public void adoptSpare() {
        IdentityStore place = store.orElseThrow(KeyRing::keptElsewhere);
        lock.lock();
        try {
            if (spare.isPresent()) {
                place.adoptSpare();
                current = spare.get();
                spare = Optional.empty();
            }
        } finally {
            lock.unlock();
        }
    }

    private static UserException keptElsewhere() {
        return new UserException(ExitCode.SETTINGS, "The key of this agent is kept by the program that embeds it.");
    }
}
