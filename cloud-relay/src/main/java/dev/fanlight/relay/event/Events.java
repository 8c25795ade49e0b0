package dev.fanlight.relay.event;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.fanlight.identity.CameraName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** The events of a relay: all subscribers receive them in the same order, and the newest are kept. Thread safe. */
public final class Events {

    /** Most events that are kept; the oldest are forgotten. */
    public static final int MAX_RECENT = 100;

    private final Supplier<String> ids;
    private final LongSupplier clock;

    @GuardedBy("this")
    private final Deque<RelayEvent> recent = new ArrayDeque<>();

    @GuardedBy("this")
    private final List<Consumer<RelayEvent>> subscribers = new ArrayList<>();

    /**
     * Nothing has happened yet.
     *
     * @param ids an id that was never used, at each call
     * @param clock ms since 1970
     */
    public Events(Supplier<String> ids, LongSupplier clock) {
        this.ids = ids;
        this.clock = clock;
    }

    /** Something has happened at a camera. Does not block. */
    public void publish(EventType type, CameraName camera, Map<String, String> data) {
        publish(type, Optional.of(camera), data);
    }

    /** Something has happened. Does not block. */
    public synchronized void publish(EventType type, Optional<CameraName> camera, Map<String, String> data) {
        RelayEvent event = event(type, camera, data);
        if (recent.size() == MAX_RECENT) {
            recent.removeFirst();
        }
        recent.addLast(event);
        subscribers.forEach(subscriber -> subscriber.accept(event));
    }

    /** An event that the caller alone receives. */
    public RelayEvent event(EventType type, Optional<CameraName> camera, Map<String, String> data) {
        return new RelayEvent(ids.get(), type, clock.getAsLong(), camera, data);
    }

    /**
     * Has {@code subscriber} receive every event from now on, on the thread on which it happens, where it must neither block nor publish.
     *
     * @param after has it receive those that are kept and came after the one with this id first; none when that is not among them
     * @return ends that
     */
    public synchronized Runnable subscribe(Optional<String> after, Consumer<RelayEvent> subscriber) {
        after.ifPresent(id -> since(id).forEach(subscriber));
        subscribers.add(subscriber);
        return () -> remove(subscriber);
    }

    /** Those that are kept, the oldest first. */
    public synchronized List<RelayEvent> recent() {
        return List.copyOf(recent);
    }

    private synchronized void remove(Consumer<RelayEvent> subscriber) {
        subscribers.remove(subscriber);
    }

    @GuardedBy("this")
    private List<RelayEvent> since(String id) {
        List<RelayEvent> all = List.copyOf(recent);
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).id().equals(id)) {
                return all.subList(i + 1, all.size());
            }
        }
        return List.of();
    }
}
