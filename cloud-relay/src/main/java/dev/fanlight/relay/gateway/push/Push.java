package dev.fanlight.relay.gateway.push;

import dev.fanlight.media.StreamState;
import dev.fanlight.relay.auth.CameraAccess;
import dev.fanlight.relay.gateway.GatewayContext;
import dev.fanlight.relay.gateway.UncarriedVideo;
import dev.fanlight.relay.metrics.RelayCounter;
import dev.fanlight.relay.outbound.TargetAddress;
import dev.fanlight.relay.stream.IndexedFrame;
import dev.fanlight.relay.stream.LiveStream;
import dev.fanlight.relay.stream.QueuedReader;
import dev.fanlight.relay.stream.ReaderEvent;
import dev.fanlight.relay.stream.ReaderKind;
import dev.fanlight.relay.stream.ReaderLimits;
import io.vertx.core.Context;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * Sends the stream of one camera to one target, again and again: waits for a frame, connects, begins with the cached frames, and after a failure
 * waits and begins anew. Event loop only, but for {@link #start}, {@link #stop} and what tells its state.
 */
final class Push {

    private static final Duration CHECK = Duration.ofSeconds(1);

    private final String name;
    private final PushConfig config;
    private final PushTimeouts timeouts;
    private final GatewayContext relay;
    private final PushDialer dialer;
    private final Context loop;
    private final PushRetry retry;
    private Optional<LiveStream> stream = Optional.empty();
    private Optional<QueuedReader> reader = Optional.empty();
    private Optional<PushLink> connection = Optional.empty();
    private Optional<LivePush> live = Optional.empty();
    private final PushProgress progress;
    private boolean quiet;
    private long attempt;
    private volatile boolean stopped;

    Push(String name, PushConfig config, PushTimeouts timeouts, GatewayContext relay, PushDialer dialer) {
        this.name = name;
        this.config = config;
        this.progress = new PushProgress(relay.wallClock());
        this.timeouts = timeouts;
        this.relay = relay;
        this.dialer = dialer;
        this.loop = relay.vertx().getOrCreateContext();
        this.retry = new PushRetry(timeouts);
    }

    /** Begins. */
    void start() {
        loop.runOnContext(run -> {
            openStream();
            relay.vertx().setPeriodic(CHECK.toMillis(), timer -> check(timer));
        });
    }

    /** Ends; nothing is sent any more. */
    void stop() {
        stopped = true;
        loop.runOnContext(run -> leave());
    }

    /** How far it is. Any thread. */
    PushProgress progress() {
        return progress;
    }

    /** Whether an attempt has not ended. */
    boolean isCurrent(long its) {
        return its == attempt;
    }

    void accepted(PushLink accepting, int streamId) {
        progress.enter(PushState.LIVE);
        live = LivePush.start(accepting, streamId, config, relay, new PushAttempt(this, attempt), this::execute);
        if (live.isEmpty()) {
            failed("there are too many FFmpeg processes");
            return;
        }
        // Begins anew, so that the target gets the cached frames and can decode the first one.
        read();
        drain();
    }

    void drained() {
        drain();
    }

    void sent(int bytes) {
        progress.sent(bytes);
    }

    void keyFrameNeeded() {
        reader.ifPresent(QueuedReader::requestKeyFrame);
    }

    /** A target that gets nothing may end the connection: that is no failure of it. */
    void closed(String reason) {
        if (quiet && progress.state() == PushState.LIVE) {
            disconnect();
            progress.enter(PushState.WAITING);
        } else {
            failed(reason);
        }
    }

    private void openStream() {
        relay.worker()
                .executeBlocking(() -> relay.watchGate().configured(config.camera()), false)
                .onSuccess(this::found)
                .onFailure(e -> failed("the camera cannot be looked up"));
    }

    private void found(Optional<CameraAccess> camera) {
        stream = camera.flatMap(access -> relay.playableStreams().open(access));
        if (stream.isEmpty()) {
            failed(camera.isEmpty() ? "there is no such camera" : "this relay has too many cameras");
            return;
        }
        progress.enter(PushState.WAITING);
        read();
        drain();
    }

    private void read() {
        reader.ifPresent(QueuedReader::close);
        reader = stopped
                ? Optional.empty()
                : stream.map(its -> QueuedReader.open(
                        its,
                        ReaderKind.FORWARDER,
                        ReaderLimits.LIVE,
                        relay.clock(),
                        relay.counters(),
                        () -> loop.runOnContext(run -> drain())));
    }

    private void drain() {
        while (reader.isPresent() && live.map(LivePush::hasRoom).orElse(true)) {
            Optional<ReaderEvent> next = reader.get().poll();
            if (next.isEmpty()) {
                return;
            }
            take(next.get());
        }
    }

    private void take(ReaderEvent event) {
        if (event instanceof ReaderEvent.Tracks announced) {
            live.ifPresent(its -> announce(its, announced));
        } else if (event instanceof ReaderEvent.Frame frame) {
            try {
                frame(frame.frame());
            } finally {
                frame.frame().release();
            }
        } else if (event instanceof ReaderEvent.Status next) {
            status(next.status().state());
        } else if (event instanceof ReaderEvent.End) {
            stream = Optional.empty();
            failed("the camera was renamed or removed");
        }
    }

    private void status(StreamState camera) {
        quiet = camera != StreamState.LIVE && camera != StreamState.STARTING;
        if (camera == StreamState.PAUSED) {
            disconnect();
            progress.enter(PushState.PAUSED);
        } else if (progress.state() == PushState.PAUSED) {
            progress.enter(PushState.WAITING);
        }
    }

    private void announce(LivePush its, ReaderEvent.Tracks announced) {
        if (!its.announce(announced.tracks())) {
            failed(UncarriedVideo.sentence(config.target().protocol(), announced.tracks()));
        }
    }

    private void frame(IndexedFrame frame) {
        if (progress.state() == PushState.WAITING) {
            connect();
        } else if (progress.state() == PushState.LIVE) {
            live.ifPresent(its -> its.frame(frame));
            relay.counters().increment(RelayCounter.FRAMES_OUT);
        }
    }

    private void connect() {
        progress.enter(PushState.CONNECTING);
        attempt++;
        long its = attempt;
        relay.vertx().setTimer(timeouts.connect().toMillis(), timer -> {
            if (its == attempt && progress.state() == PushState.CONNECTING) {
                failed("the target does not answer");
            }
        });
        relay.worker()
                .executeBlocking(() -> TargetAddress.find(config.target().host(), config.networks()), false)
                .compose(address -> dialer.dial(config, address, relay, this::execute))
                .onSuccess(dialed -> {
                    if (its == attempt && progress.state() == PushState.CONNECTING && !stopped) {
                        connection = Optional.of(dialed.begin(new PushAttempt(this, its)));
                    } else {
                        dialed.close();
                    }
                })
                .onFailure(e -> {
                    if (its == attempt) {
                        failed(
                                e instanceof IOException refused
                                        ? "" + refused.getMessage()
                                        : "it cannot be connected to");
                    }
                });
    }

    private void failed(String reason) {
        if (live.filter(its -> its.isOlderThan(timeouts.stall())).isPresent()) {
            retry.worked();
        }
        leave();
        if (stopped) {
            return;
        }
        progress.failed(reason);
        Duration wait = retry.failed();
        relay.errors().warn("The push " + name + ", " + config + ", failed: " + reason + ". It is tried again");
        relay.vertx().setTimer(wait.toMillis(), timer -> {
            if (!stopped) {
                openStream();
            }
        });
    }

    private void execute(Runnable task) {
        loop.runOnContext(run -> task.run());
    }

    /** Nothing is read or sent any more, so that the camera may sleep. */
    private void leave() {
        disconnect();
        reader.ifPresent(QueuedReader::close);
        reader = Optional.empty();
    }

    private void check(long timer) {
        if (stopped) {
            relay.vertx().cancelTimer(timer);
            return;
        }
        Duration patience = quiet ? timeouts.quiet() : timeouts.idle();
        if (live.filter(its -> its.isStuck(timeouts.stall())).isPresent()) {
            failed("the target takes nothing");
        } else if (live.filter(its -> its.isIdle(patience)).isPresent()) {
            disconnect();
            progress.enter(PushState.WAITING);
        }
    }

    /** What an attempt says after it has ended counts no more. */
    private void disconnect() {
        attempt++;
        live.ifPresent(LivePush::close);
        live = Optional.empty();
        connection.ifPresent(PushLink::close);
        connection = Optional.empty();
    }
}
