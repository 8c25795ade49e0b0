package dev.fanlight.relay.auth;

import dev.fanlight.relay.cluster.RightsChange;
import dev.fanlight.relay.cluster.Topic;
import dev.fanlight.relay.log.ErrorLog;

/**
 * Announces changed rights to all relays, this one included, after they are committed. Thread safe, does not block.
 *
 * @param topic where they are announced
 * @param errors where it is reported that other relays could not be reached
 */
public record RightsAnnouncer(Topic<RightsChange> topic, ErrorLog errors) {

    /** Has all open sessions checked again that the change concerns. */
    public void announce(RightsChange change) {
        topic.publish(change).whenComplete((sent, e) -> {
            if (e != null) {
                errors.failure("Other relays could not be informed of changed rights", e);
            }
        });
    }
}
