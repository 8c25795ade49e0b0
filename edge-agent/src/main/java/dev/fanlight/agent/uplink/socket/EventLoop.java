package dev.fanlight.agent.uplink.socket;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The one event loop of an agent: no file cache, no worker threads to speak of. Thread safe. */
public final class EventLoop implements AutoCloseable {

    static {
        // The machine's own resolver knows /etc/hosts, mDNS and VPNs; Vert.x's does not.
        System.setProperty("vertx.disableDnsResolver", "true");
    }

    private static final Duration LISTEN_LIMIT = Duration.ofSeconds(5);

    private static final Logger LOG = Logger.getLogger(EventLoop.class.getName());

    private final Vertx vertx;
    private final Duration stopLimit;

    /** Starts one whose tasks may fail: Vert.x logs it; {@code stopLimit} is how long its end may take. */
    public EventLoop(Duration stopLimit) {
        this(stopLimit, e -> {});
    }

    /**
     * Starts one.
     *
     * @param stopLimit how long its end may take
     * @param onError receives the failure of a task that misses a class, on the event loop: whatever needs it fails from now on
     */
    public EventLoop(Duration stopLimit, Consumer<Error> onError) {
        this.stopLimit = stopLimit;
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

    /** Ends it with all sockets; waits for that, for a limited time. */
    @Override
    public void close() {
        settle(vertx.close());
    }

    public Vertx vertx() {
        return vertx;
    }

    /** Whether it does a piece of work within {@code limit}; one that is stuck sends nothing. Blocking. */
    public boolean responds(Duration limit) {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        vertx.runOnContext(run -> done.complete(true));
        return done.completeOnTimeout(false, limit.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    /**
     * Has a server listen; waits for that, for a limited time.
     *
     * @return why it does not listen; empty when it does
     */
    public Optional<Exception> listen(HttpServer server, int port, String host) {
        try {
            server.listen(port, host)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(LISTEN_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(e);
        } catch (ExecutionException | TimeoutException e) {
            return Optional.of(e);
        }
    }

    /** Waits, as long as for its own end, for something that is about to end anyway. */
    public void settle(Future<Void> ending) {
        try {
            ending.toCompletionStage().toCompletableFuture().get(stopLimit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the network did not end in time", e);
        }
    }
}
