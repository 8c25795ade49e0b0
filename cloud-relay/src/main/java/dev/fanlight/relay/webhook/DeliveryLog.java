package dev.fanlight.relay.webhook;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What has become of the newest events of one webhook. Thread safe. */
final class DeliveryLog {

    /** Most deliveries that are remembered; the oldest are forgotten. */
    static final int MAX = 100;

    @GuardedBy("this")
    private final Map<String, Delivery> byEvent = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Delivery> eldest) {
            return size() > MAX;
        }
    };

    /** Writes down how far a delivery is. */
    synchronized void update(Delivery delivery) {
        byEvent.put(delivery.event().id(), delivery);
    }

    /** The oldest first. */
    synchronized List<Delivery> all() {
        return List.copyOf(byEvent.values());
    }
}
