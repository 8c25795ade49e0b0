package dev.fanlight.relay.bench.crowd;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import dev.fanlight.relay.bench.camera.SyntheticStream;
import dev.fanlight.relay.client.AckSchedule;
import dev.fanlight.relay.client.CaptureClockShift;
import dev.fanlight.relay.client.ViewerConnection;
import dev.fanlight.relay.client.ViewerTarget;
import dev.fanlight.runtime.MediaClock;
import dev.fanlight.runtime.NanoClock;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.internal.VertxInternal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Logger;

/** Viewers of one camera, thousands on few event loops. Blocking; one thread calls everything but {@link #close()}. */
public final class Crowd implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Crowd.class.getName());
    private static final int LOOPS = 2;
    private static final int CONNECT_MILLIS = 10_000;
    /** Largest read; Netty’s allocator caches buffers up to this size per thread. */
    private static final int READ_BYTES = 32 * 1024;

    private static final Duration JOIN_LIMIT = Duration.ofSeconds(30);
    private static final long NANOS_PER_VIEWER = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long LOOP_LIMIT_SECONDS = 10;
    private static final long CLOSE_LIMIT_SECONDS = 5;

    private final VertxInternal vertx;
    private final ViewerTarget target;
    private final Optional<SyntheticStream> published;
    private final CaptureClockShift shift;
    private final NanoClock clock;
    private final List<CrowdLoop> loops = new ArrayList<>();
    private final List<JoinGate> gates = new ArrayList<>();
    private int turn;

    /**
     * No viewers yet.
     *
     * @param published the published stream, if it is known
     * @param shift from the local clock to the capture clock
     * @param media the local clock
     * @param clock for time limits
     */
    public Crowd(
            ViewerTarget target,
            Optional<SyntheticStream> published,
            CaptureClockShift shift,
            MediaClock media,
            NanoClock clock) {
        this.vertx = (VertxInternal)
                Vertx.vertx(new VertxOptions().setEventLoopPoolSize(LOOPS).setPreferNativeTransport(true));
        this.target = target;
        this.published = published;
        this.shift = shift;
        this.clock = clock;
        for (EventExecutor loop : vertx.nettyEventLoopGroup()) {
            loops.add(new CrowdLoop((EventLoop) loop, media, shift));
        }
    }

    /**
     * Lets viewers join until {@code total} are watching, one is refused, or time is up (30 s, plus 20 ms for each).
     */
    public JoinOutcome join(int total) {
        long start = clock.nanoTime();
        long end = start + JOIN_LIMIT.toNanos() + total * NANOS_PER_VIEWER;
        int before = watching();
        JoinGate gate = new JoinGate();
        gates.add(gate);
        try {
            boolean isOpen = true;
            for (int i = before; i < total && isOpen; i++) {
                isOpen = gate.enter(end - clock.nanoTime());
                if (isOpen) {
                    connect(gate);
                }
            }
            boolean inTime = gate.awaitAll(end - clock.nanoTime());
            Duration took = Duration.ofNanos(clock.nanoTime() - start);
            Optional<JoinRefusal> refusal =
                    gate.refusal().or(() -> inTime ? Optional.empty() : Optional.of(JoinRefusal.timeout(watching())));
            return new JoinOutcome(watching() - before, watching(), took, refusal);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserException(ExitCode.INTERRUPTED, "Interrupted.", e);
        }
    }

    /** How many viewers are watching now. */
    public int watching() {
        return gates.stream().mapToInt(JoinGate::count).sum();
    }

    /** What all viewers received since the last call. */
    public Tally nextWindow() {
        Tally all = new Tally();
        List<Future<Tally>> ended = loops.stream().map(CrowdLoop::nextWindow).toList();
        for (Future<Tally> tally : ended) {
            all.add(await(tally));
        }
        return all;
    }

    /** Disconnects all viewers and ends the loops. Any thread. */
    @Override
    public void close() {
        loops.stream().map(CrowdLoop::leave).toList().forEach(Crowd::await);
        try {
            vertx.close().await(CLOSE_LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            LOG.fine("An event loop did not end in time");
        }
    }

    private void connect(JoinGate gate) {
        CrowdLoop loop = loops.get(turn % loops.size());
        boolean isFirst = watching() == 0 && turn == 0;
        turn++;
        new Bootstrap()
                .group(loop.executor())
                .channelFactory(vertx.transport().channelFactory(false))
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
                .option(ChannelOption.RECVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(READ_BYTES))
                .handler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        target.tls().ifPresent(tls -> channel.pipeline().addLast(handler(tls, channel)));
                        channel.pipeline().addLast(viewer(channel, loop, gate, isFirst));
                    }
                })
                .connect(target.address())
                .addListener(done -> {
                    if (!done.isSuccess()) {
                        gate.refused(JoinRefusal.unreachable(done.cause()));
                    }
                });
    }

    /** Only the first viewer checks whole messages; its time requests set the clock for all. */
    private ViewerConnection viewer(Channel channel, CrowdLoop loop, JoinGate gate, boolean isFirst) {
        MessageCheck check = isFirst ? new FullMessageCheck(published, shift) : MessageCheck.HEADERS_ONLY;
        AckSchedule schedule = isFirst ? AckSchedule.ofClockReference() : AckSchedule.ofPlayer();
        var viewer = new SyntheticViewer(channel, target.tls().isPresent(), loop, gate, check);
        return new ViewerConnection(channel, target, loop.clock(), schedule, loop.nextTurn(), viewer);
    }

    private SslHandler handler(SslContext tls, Channel channel) {
        return tls.newHandler(channel.alloc(), target.host(), target.port());
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.get(LOOP_LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserException(ExitCode.INTERRUPTED, "Interrupted.", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("an event loop does not answer", e);
        }
    }
}
