package dev.fanlight.relay.webhook;

import dev.fanlight.relay.event.RelayEvent;
import java.util.Locale;
import java.util.Optional;

/**
 * What has become of one event. Immutable.
 *
 * @param event what is posted
 * @param tries how often it was tried
 * @param state how far it is
 * @param problem why the last try failed, if it did
 */
public record Delivery(RelayEvent event, int tries, State state, Optional<String> problem) {

    /** How far a delivery is. */
    public enum State {
        /** It waits for its turn, or for another try. */
        WAITING,
        /** The server has accepted it. */
        DELIVERED,
        /** It was tried too often, or there were too many. */
        FAILED;

        /** The word for people and programs. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Delivery of(RelayEvent event) {
        return new Delivery(event, 0, State.WAITING, Optional.empty());
    }

    Delivery delivered() {
        return new Delivery(event, tries + 1, State.DELIVERED, Optional.empty());
    }

    Delivery again(String reason) {
        return new Delivery(event, tries + 1, State.WAITING, Optional.of(reason));
    }

    Delivery failed(String reason) {
        return new Delivery(event, tries, State.FAILED, Optional.of(reason));
    }
}
