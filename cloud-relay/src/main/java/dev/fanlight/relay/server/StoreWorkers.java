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

    /** What is still being done must not use up the time of the components that follow. */
    private static final Duration DRAIN_LIMIT = Duration.ofSeconds(1);

    private final WorkerExecutor executor;

    StoreWorkers(Vertx vertx) {
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
        long millis = Math.min(DRAIN_LIMIT.toMillis(), limit.toMillis());
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
