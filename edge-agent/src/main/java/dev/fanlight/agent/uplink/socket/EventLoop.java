package dev.fanlight.agent.uplink.socket;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The one event loop of an agent: no file cache, no worker threads to speak of. Thread safe. */
public final class EventLoop implements AutoCloseable {

    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);

    static {
        // The machine's own resolver knows /etc/hosts, mDNS and VPNs; Vert.x's does not.
        System.setProperty("vertx.disableDnsResolver", "true");
    }

    private static final Logger LOG = Logger.getLogger(EventLoop.class.getName());

    private final Vertx vertx;

    /** Starts one whose tasks may fail: Vert.x logs it. */
    public EventLoop() {
        this(e -> {});
    }

    /**
     * Starts one.
     *
     * @param onError receives the failure of a task that misses a class, on the event loop: whatever needs it fails from now on
     */
    public EventLoop(Consumer<Error> onError) {
        FileSystemOptions files =
                new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false);
        this.vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(1)
                .setWorkerPoolSize(1)
                .setInternalBlockingPoolSize(2)
                .setFileSystemOptions(files));
        vertx.exceptionHandler(failure -> report(failure, onError));
    }

    private static void report(Throwable failure, Consumer<Error> onError) {
        LOG.log(Level.SEVERE, "A task of the network failed", failure);
        if (failure instanceof LinkageError error) {
            onError.accept(error);
        }
    }

    /** Ends it with all sockets; waits for that, at most 5 s. */
    @Override
    public void close() {
        settle(vertx.close());
    }

    public Vertx vertx() {
        return vertx;
    }

    /** Waits for something that is about to end anyway. */
    public static void settle(Future<Void> ending) {
        try {
            ending.toCompletionStage().toCompletableFuture().get(CLOSE_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the network did not end in time", e);
        }
    }
}
