package dev.fanlight.relay.ingest;

import dev.fanlight.identity.CameraName;
import dev.fanlight.relay.audit.AuditLog;
import dev.fanlight.relay.auth.Principal;
import dev.fanlight.relay.ratelimit.ReplacementLimit;
import java.time.Duration;
import java.util.Optional;

/**
 * Lets a newer publisher take the place of the one before it, but not again and again: two computers with the same key would otherwise
 * replace each other for ever. The owner is alerted each time. Thread safe, does not block.
 *
 * @param limit how often a publisher may replace another
 * @param audit where it is recorded
 */
public record Replacements(ReplacementLimit limit, AuditLog audit) {

    /** Counts and records a replacement; how long to wait if it is one too many. */
    Optional<Duration> replace(Principal by, CameraName camera) {
        String actor = actor(by);
        audit.record(
                new AuditLog.Entry(actor, "publisher.replace", Optional.of(camera.text()), Optional.empty(), true));
        return limit.take(actor);
    }

    private static String actor(Principal principal) {
        if (principal instanceof Principal.PublishKey key) {
            return "publish-key:" + key.id();
        }
        return principal instanceof Principal.Device device ? "device:" + device.id() : "relay";
    }
}
