package dev.fanlight.relay.cluster;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Claims to streams as leases named after the camera, with any implementation of leases. Thread safe. */
final class LeasedStreams implements StreamLocator {

    private static final String PREFIX = "stream:";

    private final Node node;
    private final Leases leases;
    private final Topic<CameraId> moved;
    private final Duration life;

    LeasedStreams(Node node, Leases leases, Topic<CameraId> moved, Duration life) {
        this.node = node;
        this.leases = leases;
        this.moved = moved;
        this.life = life;
    }

    @Override
    public CompletionStage<LeaseResult> claim(CameraId camera, String device) {
        return leases.acquire(PREFIX + camera, node, device, life)
                .thenCompose(result -> announce(camera, result, result instanceof LeaseResult.Granted));
    }

    @Override
    public CompletionStage<Optional<Lease>> renew(Lease claim) {
        return leases.renew(claim, life);
    }

    @Override
    public CompletionStage<Boolean> release(Lease claim) {
        CameraId camera = new CameraId(claim.name().substring(PREFIX.length()));
        return leases.release(claim).thenCompose(released -> announce(camera, released, released));
    }

    @Override
    public CompletionStage<Optional<Lease>> find(CameraId camera) {
        return leases.find(PREFIX + camera);
    }

    @Override
    public Topic<CameraId> moved() {
        return moved;
    }

    /** The result holds even when it cannot be announced: other nodes look the stream up again by themselves. */
    private <T> CompletionStage<T> announce(CameraId camera, T result, boolean isMove) {
        return isMove
                ? moved.publish(camera).handle((done, failure) -> result)
                : CompletableFuture.completedStage(result);
    }
}
