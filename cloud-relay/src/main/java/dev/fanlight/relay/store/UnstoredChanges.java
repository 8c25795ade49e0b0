package dev.fanlight.relay.store;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Changes that are in force in memory while the store refuses them, until {@link #store} has written them. Thread safe. */
final class UnstoredChanges {

    /** Most changes that wait; further ones are refused. */
    static final int MAX = 10_000;

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
     * Writes what waits, the oldest first. Blocking.
     *
     * @throws StoreException when the store still refuses; the rest goes on waiting
     */
    void store() {
        for (Map.Entry<String, Runnable> change : all()) {
            change.getValue().run();
            remove(change);
        }
    }

    private synchronized List<Map.Entry<String, Runnable>> all() {
        List<Map.Entry<String, Runnable>> all = new ArrayList<>();
        waiting.forEach((key, write) -> all.add(Map.entry(key, write)));
        return all;
    }

    private synchronized void remove(Map.Entry<String, Runnable> change) {
        waiting.remove(change.getKey(), change.getValue());
    }
}
