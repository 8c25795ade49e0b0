package dev.fanlight.relay.auth;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.fanlight.relay.cluster.Places;
import dev.fanlight.relay.log.ErrorLog;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Counts the viewers of links that allow only so many over all relays. While the others cannot be reached, each relay counts its own. As
 * many places as there are viewers here. Thread safe.
 */
public final class LinkPlaces {

    /** How often {@link #keep} is to be called: three times in the life of a place. */
    public static final Duration KEEP = Places.LIFE.dividedBy(3);

    /** How long a viewer waits for the answer of the others. */
    static final Duration WAIT = Duration.ofSeconds(1);

    private static final String PREFIX = "link:";

    private final Places places;
    private final String node;
    private final ErrorLog errors;

    @GuardedBy("this")
    private final Map<String, Set<String>> taken = new HashMap<>();

    @GuardedBy("this")
    private long last;

    /**
     * Has taken no places.
     *
     * @param node id of this relay, which makes its places unique
     */
    public LinkPlaces(Places places, String node, ErrorLog errors) {
        this.places = places;
        this.node = node;
        this.errors = errors;
    }

    /** Takes a place with a link, until the ticket is closed; empty when all are taken. Blocking. */
    Optional<WatchTicket> take(String link, int max) {
        String place = add(link);
        if (isGranted(places.take(PREFIX + link, place, max))) {
            return Optional.of(() -> free(link, place));
        }
        remove(link, place);
        return Optional.empty();
    }

    /** Keeps all places. Does not block. */
    public void keep() {
        copy().forEach((link, own) -> report(places.keep(PREFIX + link, own)));
    }

    private boolean isGranted(CompletionStage<Boolean> answer) {
        try {
            return answer.toCompletableFuture().get(WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            errors.failure("Viewers of a link are counted on this relay alone: the others cannot be reached", e);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private void free(String link, String place) {
        if (remove(link, place)) {
            report(places.free(PREFIX + link, place));
        }
    }

    private void report(CompletionStage<Void> done) {
        done.whenComplete((ignored, e) -> {
            if (e != null) {
                errors.failure("The viewers of a link could not be counted with those of other relays", e);
            }
        });
    }

    private synchronized String add(String link) {
        last++;
        String place = node + ":" + last;
        taken.computeIfAbsent(link, unknown -> new HashSet<>()).add(place);
        return place;
    }

    private synchronized boolean remove(String link, String place) {
        Set<String> own = taken.getOrDefault(link, Set.of());
        boolean isRemoved = !own.isEmpty() && own.remove(place);
        if (own.isEmpty()) {
            taken.remove(link);
        }
        return isRemoved;
    }

    private synchronized Map<String, Set<String>> copy() {
        Map<String, Set<String>> copy = new HashMap<>();
        taken.forEach((link, own) -> copy.put(link, Set.copyOf(own)));
        return copy;
    }
}
