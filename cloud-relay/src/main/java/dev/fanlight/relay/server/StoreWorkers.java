package dev.fanlight.relay.server;

import dev.fanlight.relay.component.Component;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The threads on which sessions wait for the store. */
final class StoreWorkers implements Component {

    private static final int THREADS = 4;

    private final WorkerExecutor executor;
    private final Duration drainLimit;

    /** {@code drainLimit} is how long begun work may take at the end. */
    StoreWorkers(Vertx vertx, Duration drainLimit) {
        this.drainLimit = drainLimit;
        this.executor = vertx.createSharedWorkerExecutor("store", THREADS);
    }

    WorkerExecutor executor() {
        return executor;
    }

    @Override
    public String name() {
        return "store-workers";
    }

    @Override
    public void start() {
        // The threads start with the first work.
    }

    /** Waits until what was submitted is done, while the event loops still take its results. */
    @Override
    public void stop(Duration limit) {
        long millis = Math.min(drainLimit.toMillis(), limit.toMillis());
        CountDownLatch all = new CountDownLatch(THREADS);
        for (int i = 0; i < THREADS; i++) {
            var unused = executor.executeBlocking(
                    () -> {
                        all.countDown();
                        return all.await(millis, TimeUnit.MILLISECONDS);
                    },
                    false);
        }
        try {
            all.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Map<String, Object> describe() {
        return Map.of("threads", THREADS);
    }
}
