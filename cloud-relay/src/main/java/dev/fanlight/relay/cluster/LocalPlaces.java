package dev.fanlight.relay.cluster;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.fanlight.runtime.NanoClock;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Places in memory; as many as there are viewers. Thread safe. */
final class LocalPlaces implements Places {

    private final NanoClock clock;

    /** The end of each place, on the clock. */
    @GuardedBy("this")
    private final Map<String, Map<String, Long>> taken = new HashMap<>();

    LocalPlaces(NanoClock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized CompletionStage<Boolean> take(String name, String place, int max) {
        Map<String, Long> places = taken.computeIfAbsent(name, unknown -> new HashMap<>());
        long now = clock.nanoTime();
        places.values().removeIf(end -> now - end >= 0);
        boolean isFree = places.size() < max;
        if (isFree) {
            places.put(place, now + LIFE.toNanos());
        }
        return CompletableFuture.completedStage(isFree);
    }

    @Override
    public synchronized CompletionStage<Void> keep(String name, Set<String> places) {
        Map<String, Long> known = taken.computeIfAbsent(name, unknown -> new HashMap<>());
        long end = clock.nanoTime() + LIFE.toNanos();
        places.forEach(place -> known.put(place, end));
        return CompletableFuture.allOf();
    }

    @Override
    public synchronized CompletionStage<Void> free(String name, String place) {
        taken.computeIfPresent(name, (known, places) -> {
            places.remove(place);
            return places.isEmpty() ? null : places;
        });
        return CompletableFuture.allOf();
    }
}
