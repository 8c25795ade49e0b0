package dev.fanlight.relay.gateway.flv;

import dev.fanlight.media.MediaHeader;
import dev.fanlight.media.TrackSet;
import dev.fanlight.relay.broadcast.Broadcaster;
import dev.fanlight.relay.stream.IndexedFrame;
import dev.fanlight.relay.stream.LiveStream;
import dev.fanlight.relay.stream.ReaderDemand;
import dev.fanlight.relay.stream.ReaderHandle;
import dev.fanlight.relay.stream.ReaderKind;
import dev.fanlight.relay.stream.StreamReader;
import dev.fanlight.relay.stream.StreamStatus;
import dev.fanlight.runtime.ClockOffset;
import dev.fanlight.runtime.NanoClock;
import java.util.List;
import java.util.Optional;

/**
 * The one reader of a stream that serves all its readers of FLV, grouped by event loop: a frame costs one task per loop, and is made into
 * a tag once. Its state is guarded by the stream’s lock. Thread safe.
 */
final class FlvFanOut {

    /** Between the last frame of one epoch and the first of the next. */
    private static final long LEAST_STEP_MICROS = 1_000;

    private final NanoClock clock;
    private final long startNanos;
    private final ReaderHandle handle;
    // stream's lock
    private final Broadcaster<FlvLoop> viewers = new Broadcaster<>(loop -> new FlvLoop(), FlvLoop::end);
    private Optional<TrackSet> changed = Optional.empty();
    private Optional<FlvTracks> tracks = Optional.empty();
    private long newestMicros;
    // Written under the stream's lock.
    private volatile Optional<String> refusal = Optional.empty();

    /**
     * Attaches to a stream, without readers.
     *
     * @param onEnd called when the stream has ended for good; must not block
     */
    FlvFanOut(LiveStream stream, NanoClock clock, Runnable onEnd) {
        this.clock = clock;
        this.startNanos = clock.nanoTime();
        this.handle = stream.attach(new Input(onEnd));
    }

    /** Why there is nothing to read, as far as the camera’s tracks are known. Any thread. */
    Optional<String> refusal() {
        return refusal;
    }

    /** Adds a reader, beginning with the cached frames; from then on it counts as a viewer. */
    void enter(FlvViewer viewer) {
        handle.inOrder(view -> {
            List<IndexedFrame> cached = view.cached(false);
            Optional<FlvTracks> known = tracks;
            boolean refused = refusal.isPresent();
            viewers.join(viewer.connection().channel().loop(), cached, group -> {
                group.add(viewer);
                viewer.start(cached, known);
                if (refused) {
                    group.refuse();
                }
            });
            demand();
            if (cached.stream().noneMatch(IndexedFrame::isVideo)) {
                view.requestKeyFrame();
            }
        });
    }

    /** Removes a reader that has entered; what waits for it is dropped on its loop. */
    void leave(FlvViewer viewer) {
        handle.inOrder(view -> {
            viewers.leave(viewer.connection().channel().loop(), group -> group.remove(viewer));
            demand();
        });
    }

    private void demand() {
        int size = viewers.size();
        handle.demand(new ReaderDemand(size, size > 0, false));
    }

    /** The tracks that a frame belongs to: where an epoch begins, its time goes on from the one before. */
    private Optional<FlvTracks> tracksOf(MediaHeader header) {
        if (changed.isEmpty()) {
            return tracks;
        }
        TrackSet set = changed.get();
        changed = Optional.empty();
        long begin = tracks.filter(before -> before.announced().epoch() == set.epoch())
                .map(FlvTracks::beginMicros)
                .orElseGet(() -> header.captureMicros() - nextMicros());
        tracks = Optional.of(new FlvTracks(set, begin));
        return tracks;
    }

    private long nextMicros() {
        long elapsed = (clock.nanoTime() - startNanos) / 1000;
        return tracks.isEmpty() ? 0 : Math.max(elapsed, newestMicros + LEAST_STEP_MICROS);
    }

    /** Receives events of the stream, under its lock. */
    private final class Input implements StreamReader {

        private final Runnable onEnd;

        Input(Runnable onEnd) {
            this.onEnd = onEnd;
        }

        @Override
        public ReaderKind kind() {
            return ReaderKind.FLV;
        }

        @Override
        public void onStatus(StreamStatus status) {}

        @Override
        public void onClock(ClockOffset.Sample sample) {}

        @Override
        public void onTracks(TrackSet next) {
            refusal = FlvTracks.refusal(next);
            if (refusal.isPresent()) {
                viewers.each(FlvLoop::refuse);
            }
            changed = Optional.of(next)
                    .filter(set -> !tracks.map(FlvTracks::announced).equals(Optional.of(set)));
        }

        @Override
        public void onViewers(int count) {}

        @Override
        public void onFrame(IndexedFrame frame) {
            MediaHeader header = frame.frame().header();
            Optional<FlvTracks> its = tracksOf(header);
            if (its.isEmpty() || its.get().writer(header.track()).isEmpty()) {
                return;
            }
            newestMicros =
                    Math.max(newestMicros, header.captureMicros() - its.get().beginMicros());
            viewers.each(frame, (group, shared) -> deliver(group, frame, its.get()));
        }

        @Override
        public void onEnd() {
            viewers.each(FlvLoop::end);
            onEnd.run();
        }
    }

    /** On a loop. */
    private void deliver(FlvLoop group, IndexedFrame frame, FlvTracks its) {
        if (group.deliver(frame, its)) {
            handle.requestKeyFrame(frame.track());
        }
    }
}
