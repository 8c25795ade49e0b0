package dev.fanlight.relay.gateway.hls;

import dev.fanlight.media.MediaHeader;
import dev.fanlight.media.StreamState;
import dev.fanlight.media.TrackSet;
import dev.fanlight.relay.cmaf.CmafTracks;
import dev.fanlight.relay.cmaf.CmafUnit;
import dev.fanlight.relay.gateway.GatewayContext;
import dev.fanlight.relay.gateway.UncarriedVideo;
import dev.fanlight.relay.stream.IndexedFrame;
import dev.fanlight.relay.stream.LiveStream;
import dev.fanlight.relay.stream.QueuedReader;
import dev.fanlight.relay.stream.ReaderEvent;
import dev.fanlight.relay.stream.ReaderKind;
import dev.fanlight.relay.stream.ReaderLimits;
import io.vertx.core.Context;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;

/**
 * Reads a stream while players ask for it, and makes what they fetch. On the event loop on which it is made, but for {@link #waiting},
 * {@link #consumers} and {@link #close}.
 */
final class HlsMuxer {

    /** How often deadlines are checked, and a key frame is requested while one is missing. */
    static final Duration TICK = Duration.ofSeconds(1);

    private final GatewayContext relay;
    private final Context context;
    private final QueuedReader reader;
    private final Runnable onTick;
    private final long timer;
    private final WaitingPlayers waiting = new WaitingPlayers();
    private final Segmenter segmenter;
    private final HlsTimeline timeline = new HlsTimeline();
    private Optional<CmafTracks> tracks = Optional.empty();
    private Optional<TrackSet> announced = Optional.empty();
    private long announcedNanos;
    private long keyFrameRequestedNanos;
    private volatile boolean closed;

    /**
     * Begins to read.
     *
     * @param memory in which it has a part
     * @param onTick called once a {@link #TICK}
     */
    HlsMuxer(GatewayContext relay, LiveStream stream, HlsMemory memory, Runnable onTick) {
        this.segmenter = new Segmenter(memory);
        this.relay = relay;
        this.onTick = onTick;
        this.context = relay.vertx().getOrCreateContext();
        this.keyFrameRequestedNanos = relay.clock().nanoTime() - TICK.toNanos();
        this.timer = relay.vertx().setPeriodic(TICK.toMillis(), id -> tick());
        this.reader = QueuedReader.open(
                stream,
                ReaderKind.HLS,
                ReaderLimits.LIVE,
                relay.clock(),
                relay.counters(),
                () -> context.runOnContext(ready -> drain()));
        context.runOnContext(begun -> drain());
    }

    /** What there is, and who waits for more. */
    WaitingPlayers waiting() {
        return waiting;
    }

    /** Sets how many players it serves. */
    void consumers(int count) {
        reader.consumers(count);
    }

    /** Reads no more. */
    void close() {
        closed = true;
        relay.vertx().cancelTimer(timer);
        reader.close();
        waiting.resume(new HlsState.Ended(), relay.clock().nanoTime());
    }

    private void drain() {
        boolean changed = false;
        while (!closed) {
            Optional<ReaderEvent> next = reader.poll();
            if (next.isEmpty()) {
                break;
            }
            changed |= take(next.get());
        }
        if (changed && !closed) {
            publish();
        }
    }

    private boolean take(ReaderEvent event) {
        if (event instanceof ReaderEvent.Tracks next) {
            announced = Optional.of(next.tracks());
            announcedNanos = relay.clock().nanoTime();
            tracks = CmafTracks.of(next.tracks());
            return tracks.map(segmenter::tracks).orElse(true);
        }
        if (event instanceof ReaderEvent.Status next && next.status().state() == StreamState.PAUSED) {
            // Nobody is to see what was before, however often players ask.
            segmenter.clear();
            return true;
        }
        if (event instanceof ReaderEvent.Frame next) {
            try {
                return tracks.isPresent() && take(next.frame(), tracks.get());
            } finally {
                next.frame().release();
            }
        }
        if (event instanceof ReaderEvent.End) {
            close();
        }
        return false;
    }

    private boolean take(IndexedFrame frame, CmafTracks its) {
        MediaHeader header = frame.frame().header();
        if (its.isVideo(header.track())) {
            long micros = timeline.place(header);
            return segmenter.video(
                    new CmafUnit(micros, header.offsetMicros(), header.isKey(), wallMicros(header), copy(frame)));
        }
        if (its.isSound(header.track())) {
            segmenter.sound(timeline.place(header), copy(frame));
        }
        return false;
    }

    private void publish() {
        waiting.resume(state(), relay.clock().nanoTime());
        requestKeyFrame();
    }

    private HlsState state() {
        if (tracks.isEmpty()) {
            return announced
                    .filter(this::isComplete)
                    .<HlsState>map(its -> new HlsState.NotCarried(UncarriedVideo.sentence("HLS", its)))
                    .orElseGet(HlsState.Waiting::new);
        }
        return segmenter
                .window()
                .<HlsState>map(window -> HlsState.Live.of(window, tracks.get()))
                .orElseGet(HlsState.Waiting::new);
    }

    /** Some publishers announce their sound first. */
    private boolean isComplete(TrackSet its) {
        return UncarriedVideo.isVideo(its) || relay.clock().nanoTime() - announcedNanos > TICK.toNanos();
    }

    private void tick() {
        onTick.run();
        if (tracks.isEmpty() && !closed) {
            waiting.resume(state(), relay.clock().nanoTime());
        }
        waiting.check(relay.clock().nanoTime());
    }

    private void requestKeyFrame() {
        long now = relay.clock().nanoTime();
        if (segmenter.needsKeyFrame() && now - keyFrameRequestedNanos >= TICK.toNanos()) {
            keyFrameRequestedNanos = now;
            reader.requestKeyFrame();
        }
    }

    private long wallMicros(MediaHeader header) {
        return reader.clock()
                .map(sample -> header.captureMicros() - sample.offsetMicros())
                .filter(micros -> micros > 0)
                .orElseGet(() -> relay.wallClock().micros());
    }

    private static ByteBuffer copy(IndexedFrame frame) {
        ByteBuffer payload = frame.frame().payload();
        return ByteBuffer.allocate(payload.remaining()).put(payload).flip();
    }
}
