package dev.fanlight.relay.store;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Links of watch pages’ sessions that the store refused; as many as {@link UnstoredChanges} wait. Thread safe. */
final class UnstoredSessions {

    @GuardedBy("this")
    private final Map<String, Set<String>> links = new HashMap<>();

    synchronized void put(String secretHash, String link) {
        links.computeIfAbsent(secretHash, none -> new LinkedHashSet<>()).add(link);
    }

    synchronized List<String> of(String secretHash) {
        return List.copyOf(links.getOrDefault(secretHash, Set.of()));
    }

    synchronized void remove(String secretHash, String link) {
        links.computeIfPresent(secretHash, (hash, all) -> {
            all.remove(link);
            return all.isEmpty() ? null : all;
        });
    }

    synchronized void forget(String secretHash) {
        links.remove(secretHash);
    }
}
