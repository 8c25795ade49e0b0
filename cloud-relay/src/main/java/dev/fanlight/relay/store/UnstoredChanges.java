package dev.fanlight.relay.store;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Changes that are in force in memory while the store refuses them, until {@link #store} has written them. Thread safe. */
final class UnstoredChanges {

    /** Most changes that wait; further ones are refused. */
    static final int MAX = 10_000;

    private static final Logger LOG = Logger.getLogger(UnstoredChanges.class.getName());

    /** Held while a change is written, so that an older one cannot be written after a newer one of the same. */
    private final Lock writing = new ReentrantLock();

    @GuardedBy("this")
    private final Map<String, Runnable> waiting = new LinkedHashMap<>();

    /**
     * Keeps a change.
     *
     * @param key what it changes; replaces an earlier change of the same
     * @param write writes it, and may block; may be run again when it fails
     * @return false when too many wait already
     */
    synchronized boolean add(String key, Runnable write) {
        if (waiting.size() >= MAX && !waiting.containsKey(key)) {
            return false;
        }
        waiting.put(key, write);
        return true;
    }

    synchronized boolean contains(String key) {
        return waiting.containsKey(key);
    }

    /**
     * Writes a newer change of the same, which an earlier one that waits must not undo. Blocking.
     *
     * @return what {@code write} returns; when it fails, the earlier change goes on waiting
     */
    <T> T supersede(String key, Supplier<T> write) {
        writing.lock();
        try {
            T result = write.get();
            remove(key);
            return result;
        } finally {
            writing.unlock();
        }
    }

    /**
     * Writes one change now, if it waits. Blocking.
     *
     * @throws StoreException when the store still refuses it; it goes on waiting
     * @throws ConflictException likewise
     */
    void storeNow(String key) {
        writing.lock();
        try {
            waiting(key).ifPresent(write -> {
                write.run();
                remove(key, write);
            });
        } finally {
            writing.unlock();
        }
    }

    /**
     * Writes what waits, the oldest first, each independently of the others. What loses against a concurrent change goes on waiting; what
     * the store can never take is dropped, which the log says. Blocking.
     *
     * @return whether nothing waits any more
     * @throws StoreUnavailableException when the store still cannot be written; the rest goes on waiting
     */
    boolean store() {
        int dropped = 0;
        for (Map.Entry<String, Runnable> change : all()) {
            dropped += store(change) ? 0 : 1;
        }
        if (dropped > 0) {
            LOG.log(Level.SEVERE, "Changes that waited for the store are lost, because it refuses them: {0}", dropped);
        }
        return isEmpty();
    }

    /** False when the change is lost. */
    private boolean store(Map.Entry<String, Runnable> change) {
        writing.lock();
        try {
            if (waiting(change.getKey()).filter(change.getValue()::equals).isPresent()) {
                change.getValue().run();
                remove(change.getKey(), change.getValue());
            }
            return true;
        } catch (StoreUnavailableException e) {
            throw e;
        } catch (ConflictException e) {
            LOG.log(Level.FINE, "A change waits longer for the store", e);
            return true;
        } catch (RuntimeException e) {
            LOG.log(Level.FINE, "A change is lost", e);
            remove(change.getKey(), change.getValue());
            return false;
        } finally {
            writing.unlock();
        }
    }

    private synchronized boolean isEmpty() {
        return waiting.isEmpty();
    }

    private synchronized Optional<Runnable> waiting(String key) {
        return Optional.ofNullable(waiting.get(key));
    }

    private synchronized List<Map.Entry<String, Runnable>> all() {
        List<Map.Entry<String, Runnable>> all = new ArrayList<>();
        waiting.forEach((key, write) -> all.add(Map.entry(key, write)));
        return all;
    }

    private synchronized void remove(String key) {
        waiting.remove(key);
    }

    private synchronized void remove(String key, Runnable write) {
        waiting.remove(key, write);
    }
}
