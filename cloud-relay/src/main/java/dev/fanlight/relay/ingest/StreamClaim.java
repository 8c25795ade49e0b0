package dev.fanlight.relay.ingest;

import dev.fanlight.identity.CameraName;
import dev.fanlight.relay.cluster.Lease;
import dev.fanlight.relay.cluster.LeaseResult;
import dev.fanlight.relay.cluster.StreamLocator;
import dev.fanlight.relay.log.ErrorLog;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * This relay’s claim to a stream that is published here, from its first {@link #renew} to {@link #close}. When the claim cannot be made or
 * renewed, publishing goes on and the next renewal tries again. Confined to the connection’s executor.
 */
final class StreamClaim implements AutoCloseable {

    private final StreamLocator streams;
    private final CameraName camera;
    private final Executor executor;
    private final Runnable onTakenOver;
    private final ErrorLog errors;
    private Optional<Lease> lease = Optional.empty();
    private boolean waiting;
    private boolean closed;

    /** Claims nothing yet; {@code onTakenOver} is called when a newer publisher has the stream. */
    StreamClaim(StreamLocator streams, CameraName camera, Executor executor, Runnable onTakenOver, ErrorLog errors) {
        this.streams = streams;
        this.camera = camera;
        this.executor = executor;
        this.onTakenOver = onTakenOver;
        this.errors = errors;
    }

    /** Claims the stream, or renews the claim. */
    void renew() {
        if (waiting || closed) {
            return;
        }
        waiting = true;
        if (lease.isEmpty()) {
            answer(streams.claim(camera), this::onClaimed);
        } else {
            answer(streams.renew(lease.get()), this::onRenewed);
        }
    }

    /** Releases the claim. */
    @Override
    public void close() {
        closed = true;
        lease.ifPresent(this::release);
        lease = Optional.empty();
    }

    private <T> void answer(CompletionStage<T> stage, Consumer<T> then) {
        stage.whenComplete((result, e) -> executor.execute(() -> {
            waiting = false;
            if (e != null) {
                report(e);
            } else {
                then.accept(result);
            }
        }));
    }

    private void onClaimed(LeaseResult result) {
        if (result instanceof LeaseResult.Granted granted) {
            keep(granted.lease());
        } else {
            errors.warn("A stream could not be claimed because there are too many leases");
        }
    }

    private void onRenewed(Optional<Lease> renewed) {
        if (renewed.isPresent()) {
            keep(renewed.get());
        } else if (!closed) {
            lease = Optional.empty();
            onTakenOver.run();
        }
    }

    private void keep(Lease granted) {
        if (closed) {
            release(granted);
        } else {
            lease = Optional.of(granted);
        }
    }

    private void release(Lease held) {
        streams.release(held).whenComplete((released, e) -> {
            if (e != null) {
                report(e);
            }
        });
    }

    private void report(Throwable failure) {
        errors.failure("Other relays could not be informed of where a stream is published", failure);
    }
}
