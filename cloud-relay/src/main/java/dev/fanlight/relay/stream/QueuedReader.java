package dev.fanlight.relay.stream;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.fanlight.media.TrackSet;
import dev.fanlight.relay.metrics.RelayCounter;
import dev.fanlight.relay.metrics.RelayCounters;
import dev.fanlight.runtime.ClockOffset;
import dev.fanlight.runtime.NanoClock;
import java.util.Optional;

/**
 * A reader with a bounded queue, for gateways, recorders and forwarders that take events on a thread of their own. It reads one rendition
 * of the video and every other track. A reader that falls behind skips to the newest waiting random access point, or drops everything and
 * continues with the next one; dropped access units are counted, and those delivered can always be decoded. Thread safe; {@link #poll} is
 * for one thread.
 */
public final class QueuedReader implements AutoCloseable {

    private final Input input;
    private final ReaderHandle handle;

    private QueuedReader(Input input, ReaderHandle handle) {
        this.input = input;
        this.handle = handle;
    }

    /**
     * Begins to read the main rendition, starting with the cached frames.
     *
     * @param onEvent called when the queue is no longer empty; any thread, must not block
     */
    public static QueuedReader open(
            LiveStream stream,
            ReaderKind kind,
            ReaderLimits limits,
            NanoClock clock,
            RelayCounters counters,
            Runnable onEvent) {
        return open(stream, kind, limits, clock, counters, onEvent, ReaderDemand.ONE);
    }

    /** Likewise, with this demand; {@link ReaderDemand#NONE} gets what others keep running, and never wakes the camera. */
    public static QueuedReader open(
            LiveStream stream,
            ReaderKind kind,
            ReaderLimits limits,
            NanoClock clock,
            RelayCounters counters,
            Runnable onEvent,
            ReaderDemand demand) {
        Input input = new Input(kind, new EventQueue(limits, clock), counters, onEvent);
        ReaderHandle handle = stream.attach(input);
        handle.demand(demand);
        QueuedReader reader = new QueuedReader(input, handle);
        reader.requestKeyFrameIfBroken();
        return reader;
    }

    /** The oldest waiting event; the caller owns the reference of a {@link ReaderEvent.Frame}. */
    public Optional<ReaderEvent> poll() {
        Optional<ReaderEvent> next = input.poll();
        requestKeyFrameIfBroken();
        return next;
    }

    /** Number of access units dropped because this reader was slow. */
    public long dropped() {
        return input.dropped();
    }

    /** Offset of the publisher’s clock to the relay’s, if it is known: it is subtracted from a capture time to get relay time. */
    public Optional<ClockOffset.Sample> clock() {
        return input.clock();
    }

    /** Sets how many it serves, one at the beginning; those of {@linkplain ReaderKind#isOfViewers viewers} count as such. */
    public void consumers(int count) {
        handle.demand(new ReaderDemand(count, count > 0, false));
    }

    /** Requests a key frame of the main rendition though nothing is broken, unless the last request is too recent. */
    public void requestKeyFrame() {
        handle.inOrder(StreamView::requestKeyFrame);
    }

    /** Says whether what it reads is being recorded, which all readers of the stream learn. */
    public void recording(boolean recording) {
        handle.recording(recording);
    }

    /** Ends reading; what waits is dropped. */
    @Override
    public void close() {
        handle.detach();
        input.close();
    }

    private void requestKeyFrameIfBroken() {
        input.takeBrokenTrack().ifPresent(handle::requestKeyFrame);
    }

    /** Receives events of the stream. */
    private static final class Input implements StreamReader {

        private final ReaderKind kind;
        private final RelayCounters counters;
        private final Runnable onEvent;

        @GuardedBy("this")
        private final EventQueue queue;

        private volatile Optional<ClockOffset.Sample> clock = Optional.empty();

        Input(ReaderKind kind, EventQueue queue, RelayCounters counters, Runnable onEvent) {
            this.kind = kind;
            this.queue = queue;
            this.counters = counters;
            this.onEvent = onEvent;
        }

        @Override
        public ReaderKind kind() {
            return kind;
        }

        @Override
        public void onStatus(StreamStatus status) {
            add(new ReaderEvent.Status(status));
        }

        @Override
        public void onClock(ClockOffset.Sample sample) {
            clock = Optional.of(sample);
        }

        @Override
        public void onTracks(TrackSet tracks) {
            synchronized (this) {
                queue.select(Renditions.of(tracks));
            }
            add(new ReaderEvent.Tracks(tracks));
        }

        @Override
        public void onViewers(int count) {}

        @Override
        public void onFrame(IndexedFrame frame) {
            boolean first;
            long before;
            long after;
            synchronized (this) {
                before = queue.dropped();
                first = queue.add(frame);
                after = queue.dropped();
            }
            counters.add(RelayCounter.FRAMES_DROPPED_SLOW_READER, after - before);
            if (first) {
                onEvent.run();
            }
        }

        @Override
        public void onEnd() {
            add(new ReaderEvent.End());
        }

        Optional<ClockOffset.Sample> clock() {
            return clock;
        }

        synchronized Optional<ReaderEvent> poll() {
            return queue.poll();
        }

        synchronized long dropped() {
            return queue.dropped();
        }

        synchronized Optional<Integer> takeBrokenTrack() {
            return queue.takeBrokenTrack();
        }

        synchronized void close() {
            queue.close();
        }

        private void add(ReaderEvent event) {
            boolean first;
            synchronized (this) {
                first = queue.add(event);
            }
            if (first) {
                onEvent.run();
            }
        }
    }
}
