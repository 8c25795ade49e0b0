package dev.fanlight.relay.cluster;

import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Which node has the stream of a camera: the node that its agent is connected to, for as long as that node renews its claim. Other nodes
 * pull the stream from there, one hop, when they have viewers for it.
 *
 * <p>Thread safe; never blocks; fails like {@link Leases}.
 */
public interface StreamLocator {

    /**
     * Claims the stream of a camera for this node because {@code device} publishes it here. A newer connection of the same device takes
     * over; another device is refused while the claim lives.
     */
    CompletionStage<LeaseResult> claim(CameraId camera, String device);

    /** Renews a claim; empty when it was lost, in which case this node stops publishing. */
    CompletionStage<Optional<Lease>> renew(Lease claim);

    /** Releases a claim after the agent has disconnected. */
    CompletionStage<Boolean> release(Lease claim);

    /** The node that has the stream now, and the epoch to name in requests to it. */
    CompletionStage<Optional<Lease>> find(CameraId camera);

    /** Announces that a stream has appeared, moved or ended, so that nodes that pull it look it up again. */
    Topic<CameraId> moved();
}
