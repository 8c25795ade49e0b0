package dev.fanlight.relay.cluster;

import dev.fanlight.identity.CameraName;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Claims to streams as leases named after the camera, with any implementation of leases. Thread safe. */
public final class LeasedStreams implements StreamLocator {

    private static final String PREFIX = "stream:";

    private final Node node;
    private final Leases leases;
    private final Topic<CameraName> moved;
    private final Duration life;

    /** Claims for {@code node}, each of which lasts for {@code life} without a renewal. */
    public LeasedStreams(Node node, Leases leases, Topic<CameraName> moved, Duration life) {
        this.node = node;
        this.leases = leases;
        this.moved = moved;
        this.life = life;
    }

    @Override
    public CompletionStage<LeaseResult> claim(CameraName camera) {
        return leases.takeOver(PREFIX + camera.text(), node, life)
                .thenCompose(result -> announce(camera, result, result instanceof LeaseResult.Granted));
    }

    @Override
    public CompletionStage<Optional<Lease>> renew(Lease claim) {
        return leases.renew(claim, life)
                .thenCompose(
                        renewed -> renewed.isPresent() ? CompletableFuture.completedStage(renewed) : restore(claim));
    }

    @Override
    public CompletionStage<Boolean> release(Lease claim) {
        return leases.release(claim).thenCompose(released -> announce(camera(claim), released, released));
    }

    @Override
    public CompletionStage<Optional<Lease>> find(CameraName camera) {
        return leases.find(PREFIX + camera.text());
    }

    @Override
    public Topic<CameraName> moved() {
        return moved;
    }

    /** A claim that ended because this node did not run for a while, and that is still free. */
    private CompletionStage<Optional<Lease>> restore(Lease claim) {
        return leases.acquire(claim.name(), node, life).thenCompose(result -> {
            Optional<Lease> restored =
                    result instanceof LeaseResult.Granted granted ? Optional.of(granted.lease()) : Optional.empty();
            return announce(camera(claim), restored, restored.isPresent());
        });
    }

    private static CameraName camera(Lease claim) {
        return new CameraName(claim.name().substring(PREFIX.length()));
    }

    /** The result holds even when it cannot be announced: other nodes look the stream up again by themselves. */
    private <T> CompletionStage<T> announce(CameraName camera, T result, boolean isMove) {
        return isMove
                ? moved.publish(camera).handle((done, failure) -> result)
                : CompletableFuture.completedStage(result);
    }
}
