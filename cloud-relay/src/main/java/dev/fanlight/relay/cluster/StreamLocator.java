package dev.fanlight.relay.cluster;

import dev.fanlight.identity.CameraName;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Which node has the stream of a camera: the node that its publisher is connected to, for as long as that node renews its claim. Other nodes
 * pull the stream from there, one hop, when they have viewers for it.
 *
 * <p>Thread safe; never blocks; fails like {@link Leases}.
 */
public interface StreamLocator {

    /** How long a claim lasts without a renewal. */
    Duration CLAIM_LIFE = Duration.ofSeconds(10);

    /**
     * Claims the stream of a camera for this node because it is published here by a publisher that was admitted. The newest publisher has
     * the stream, on whichever node, as on a single relay; so a claim is never {@code Held}.
     */
    CompletionStage<LeaseResult> claim(CameraName camera);

    /**
     * Renews a claim, or one that has ended and that nothing took over, which then has a higher epoch. Empty when a newer publisher has
     * the stream, in which case the older one stops.
     */
    CompletionStage<Optional<Lease>> renew(Lease claim);

    /** Releases a claim after the publisher has disconnected. */
    CompletionStage<Boolean> release(Lease claim);

    /** The node that has the stream now, and the epoch to name in requests to it. */
    CompletionStage<Optional<Lease>> find(CameraName camera);

    /** Announces that a stream has appeared, moved or ended, so that nodes that pull it look it up again. */
    Topic<CameraName> moved();
}
