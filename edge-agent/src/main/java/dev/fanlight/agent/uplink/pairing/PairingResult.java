package dev.fanlight.agent.uplink.pairing;

import dev.fanlight.agent.uplink.socket.UplinkException;
import dev.fanlight.agent.uplink.socket.UplinkException.Problem;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for what the event loop finds out. Any thread but the event loop. */
final class PairingResult {

    private PairingResult() {}

    /** What {@code future} gives; anything but an {@link UplinkException} counts as no answer in time. */
    static <T> T of(Future<T> future, Duration limit) throws UplinkException, InterruptedException {
        try {
            return future.toCompletionStage().toCompletableFuture().get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof UplinkException uplink ? uplink : late();
        } catch (TimeoutException e) {
            throw late();
        }
    }

    static UplinkException late() {
        return new UplinkException(Problem.NO_ANSWER, "The relay did not answer in time.");
    }
}
