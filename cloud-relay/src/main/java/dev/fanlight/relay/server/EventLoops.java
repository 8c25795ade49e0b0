package dev.fanlight.relay.server;

import dev.fanlight.relay.component.Component;
import dev.fanlight.relay.config.ListenConfig;
import dev.fanlight.relay.http.listen.LimitedTransport;
import dev.fanlight.relay.log.ErrorLog;
import io.netty.util.concurrent.EventExecutor;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.internal.VertxInternal;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The event loops that serve all sockets. */
final class EventLoops implements Component {

    private static final Logger LOG = Logger.getLogger(EventLoops.class.getName());

    private final Vertx vertx;
    private final int count;

    private EventLoops(Vertx vertx, int count) {
        this.vertx = vertx;
        this.count = count;
    }

    /** As many as {@code listen} says; what fails on one of them is reported to {@code instruments}. */
    static EventLoops of(ListenConfig listen, Instruments instruments) {
        ErrorLog errors = instruments.errors();
        int count = listen.loops() == 0 ? Runtime.getRuntime().availableProcessors() : listen.loops();
        VertxOptions options = new VertxOptions()
                .setEventLoopPoolSize(count)
                .setFileSystemOptions(new FileSystemOptions()
                        .setClassPathResolvingEnabled(false)
                        .setFileCachingEnabled(false));
        LimitedTransport transport = LimitedTransport.ofSystem(instruments.counters(), errors);
        Vertx vertx = Vertx.builder().with(options).withTransport(transport).build();
        if (!transport.isNative()) {
            LOG.log(Level.INFO, "No native epoll here: sockets are served by the JDK, which costs a little more");
        }
        vertx.exceptionHandler(e -> errors.failure("Something failed on an event loop", e));
        return new EventLoops(vertx, count);
    }

    Vertx vertx() {
        return vertx;
    }

    int count() {
        return count;
    }

    /** Whether every loop does a piece of work within {@code limit}. Blocking. */
    boolean respond(Duration limit) {
        CountDownLatch answers = new CountDownLatch(count);
        int loops = 0;
        for (EventExecutor loop : ((VertxInternal) vertx).nettyEventLoopGroup()) {
            loop.execute(answers::countDown);
            loops++;
        }
        try {
            return loops < count || answers.await(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public String name() {
        return "event-loops";
    }

    @Override
    public void start() {
        // The loops run from the beginning.
    }

    @Override
    public void stop(Duration limit) {
        try {
            vertx.close().await(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.fine("The event loops did not end in time");
        }
    }

    @Override
    public Map<String, Object> describe() {
        return Map.of("loops", count);
    }
}
