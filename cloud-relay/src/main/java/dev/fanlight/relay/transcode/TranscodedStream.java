package dev.fanlight.relay.transcode;

import dev.fanlight.identity.CameraName;
import dev.fanlight.media.StreamState;
import dev.fanlight.media.TrackSet;
import dev.fanlight.relay.metrics.RelayCounters;
import dev.fanlight.relay.stream.Announcement;
import dev.fanlight.relay.stream.LiveStream;
import dev.fanlight.relay.stream.PublishDemand;
import dev.fanlight.relay.stream.PublishHandle;
import dev.fanlight.relay.stream.Publisher;
import dev.fanlight.relay.stream.QueuedReader;
import dev.fanlight.relay.stream.ReaderDemand;
import dev.fanlight.relay.stream.ReaderEvent;
import dev.fanlight.relay.stream.ReaderHandle;
import dev.fanlight.relay.stream.ReaderKind;
import dev.fanlight.relay.stream.ReaderLimits;
import dev.fanlight.relay.stream.StreamStatus;
import dev.fanlight.relay.transcode.TranscodeState.Active;
import dev.fanlight.relay.transcode.TranscodeState.Ended;
import dev.fanlight.relay.transcode.TranscodeState.Idle;
import dev.fanlight.relay.transcode.TranscodeState.Preparing;
import dev.fanlight.relay.transcode.TranscodeState.Waiting;
import dev.fanlight.runtime.ClockOffset;
import io.vertx.core.Context;
import java.time.Duration;
import java.util.Optional;

/**
 * The stream that gateways read of a camera whose owner allows transcoding: what the camera sends, but its video always as H.264. While nobody reads it,
 * nothing of the camera is read for it. Its camera’s stream is not touched. Event loop only, but for the methods that say otherwise.
 */
final class TranscodedStream implements Publisher, Encoding.Listener {

    private static final Duration TICK = Duration.ofMillis(250);

    private final CameraName camera;
    private final LiveStream original;
    private final LiveStream derived;
    private final TranscodeServices services;
    private final Runnable onEnd;
    private final Context loop;
    private final RestartDelay delay;
    private final ConversionChoice choice;
    private Optional<ReaderHandle> watch = Optional.empty();
    private Optional<PublishHandle> publication = Optional.empty();
    private volatile TranscodeState state = new Idle();
    private int consumers;
    private long lingering;
    private long begunNanos;
    private long timer;

    /** Any thread; {@code onEnd} is called when the camera’s stream has ended for good. */
    TranscodedStream(CameraName camera, LiveStream original, TranscodeServices services, Runnable onEnd) {
        this.camera = camera;
        this.original = original;
        this.services = services;
        this.onEnd = onEnd;
        // Its frames are counted where they arrive and where they leave.
        this.derived = new LiveStream(services.wallClock(), services.clock(), new RelayCounters());
        this.loop = services.vertx().getOrCreateContext();
        this.delay = new RestartDelay(
                services.timeouts().firstRestart(), services.timeouts().lastRestart());
        this.choice = new ConversionChoice(camera, services, this, task -> loop.runOnContext(run -> task.run()));
    }

    /** Begins to follow the camera’s stream. Any thread. */
    void start() {
        loop.runOnContext(run -> {
            publication = Optional.of(derived.open(this));
            watch = Optional.of(original.attach(new OriginalWatch(
                    task -> loop.runOnContext(next -> task.run()), this::mirror, this::clock, this::end)));
            timer = services.vertx().setPeriodic(TICK.toMillis(), id -> tick());
        });
    }

    /** The stream for readers. Any thread. */
    LiveStream stream() {
        return derived;
    }

    /** Its camera and state, for people. Any thread. */
    String describe() {
        return camera.text() + ": " + state.text();
    }

    /** Ends it because the relay stops. Any thread. */
    void stop() {
        loop.runOnContext(run -> end());
    }

    @Override
    public void demand(PublishDemand demand) {
        loop.runOnContext(run -> demanded(demand));
    }

    @Override
    public void requestKeyFrame(int track) {
        loop.runOnContext(run -> {
            if (state instanceof Active active
                    && active.conversion().filter(Conversion::needsKeyFrames).isPresent()) {
                active.reader().requestKeyFrame();
            }
        });
    }

    @Override
    public void replaced() {
        // By itself, when it begins anew.
    }

    @Override
    public void drained() {
        drain();
    }

    @Override
    public void failed(String reason) {
        if (!(state instanceof Active)) {
            return;
        }
        if (services.clock().nanoTime() - begunNanos
                > services.timeouts().lastRestart().toNanos()) {
            delay.worked();
        }
        services.errors().warn("Making H.264 of the camera " + camera + " failed: " + reason + ". It is tried again");
        enter(new Waiting());
        services.vertx().setTimer(delay.failed().toMillis(), id -> {
            if (state instanceof Waiting) {
                enter(new Idle());
                beginIfNeeded();
            }
        });
    }

    private void demanded(PublishDemand demand) {
        if (state instanceof Ended) {
            return;
        }
        consumers = demand.readers();
        watch.ifPresent(its -> its.demand(new ReaderDemand(demand.viewers(), false, false)));
        lingering++;
        long its = lingering;
        if (consumers > 0) {
            beginIfNeeded();
        } else {
            services.vertx().setTimer(services.timeouts().linger().toMillis(), id -> {
                if (its == lingering && !(state instanceof Ended)) {
                    restart();
                }
            });
        }
    }

    private void beginIfNeeded() {
        if (consumers == 0 || !(state instanceof Idle)) {
            return;
        }
        Preparing preparing = new Preparing();
        enter(preparing);
        choice.prepare()
                .onComplete(prepared -> loop.runOnContext(run -> {
                    if (state == preparing) {
                        read();
                    }
                }));
    }

    private void read() {
        begunNanos = services.clock().nanoTime();
        QueuedReader reader = QueuedReader.open(
                original,
                ReaderKind.TRANSCODER,
                ReaderLimits.LIVE,
                services.clock(),
                services.counters(),
                () -> loop.runOnContext(run -> drain()));
        enter(new Active(reader, Optional.empty()));
        drain();
    }

    private void drain() {
        while (state instanceof Active active
                && active.conversion().filter(Conversion::isFull).isEmpty()) {
            Optional<ReaderEvent> next = active.reader().poll();
            if (next.isEmpty()) {
                return;
            }
            take(active, next.get());
        }
    }

    private void take(Active active, ReaderEvent event) {
        if (event instanceof ReaderEvent.Tracks announced) {
            announced(active, announced.tracks());
        } else if (event instanceof ReaderEvent.Frame frame) {
            try {
                active.conversion().ifPresent(its -> its.frame(frame.frame()));
            } finally {
                frame.frame().release();
            }
        }
    }

    private void announced(Active active, TrackSet tracks) {
        boolean goesOn = active.conversion()
                .filter(its ->
                        its instanceof Encoding encoding && encoding.tracks().follow(tracks))
                .isPresent();
        if (!goesOn) {
            active.conversion().ifPresent(Conversion::close);
            Active undecided = new Active(active.reader(), Optional.empty());
            state = undecided;
            decide(undecided, tracks);
        }
    }

    /** Some publishers announce their sound first: players that begin with that alone would wait for video in vain. */
    private void decide(Active undecided, TrackSet tracks) {
        if (ConversionChoice.hasVideo(tracks)) {
            state = new Active(undecided.reader(), Optional.of(conversion(tracks)));
            return;
        }
        services.vertx().setTimer(Announcement.VIDEO_AFTER_SOUND.toMillis(), id -> {
            if (state == undecided) {
                state = new Active(undecided.reader(), Optional.of(conversion(tracks)));
            }
        });
    }

    private Conversion conversion(TrackSet tracks) {
        return choice.start(publication.orElseThrow(), tracks);
    }

    /** The pause of the owner is one of both streams; everything else is said of the source. */
    private void mirror(StreamStatus status) {
        if (state instanceof Ended) {
            return;
        }
        derived.pause(status.state() == StreamState.PAUSED && status.pause().isEmpty());
        if (status.state() == StreamState.OFFLINE) {
            restart();
        } else {
            publication.ifPresent(to -> to.source(OriginalWatch.source(status)));
        }
    }

    private void clock(ClockOffset.Sample sample) {
        publication.ifPresent(to -> to.clock(sample));
    }

    /** Publishes anew, so that nothing of before is shown to anyone. */
    private void restart() {
        enter(new Idle());
        publication = Optional.of(derived.open(this));
        beginIfNeeded();
    }

    private void tick() {
        derived.tick();
        if (!(state instanceof Active active) || active.conversion().isEmpty()) {
            return;
        }
        Conversion conversion = active.conversion().get();
        if (conversion.isStalled(
                services.clock().nanoTime(), services.timeouts().stall())) {
            failed("the encoder does not answer");
        } else if (conversion instanceof Passing passing && consumers > 0) {
            choice.again(passing).ifPresent(encoding -> {
                state = new Active(active.reader(), Optional.of(encoding));
                active.reader().requestKeyFrame();
            });
        }
    }

    private void end() {
        if (state instanceof Ended) {
            return;
        }
        enter(new Ended());
        services.vertx().cancelTimer(timer);
        watch.ifPresent(ReaderHandle::detach);
        derived.end();
        onEnd.run();
    }

    private void enter(TranscodeState next) {
        if (state instanceof Active active) {
            active.conversion().ifPresent(Conversion::close);
            active.reader().close();
        }
        state = next;
    }
}
