package dev.fanlight.relay.stream;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.fanlight.media.SourceState;
import dev.fanlight.media.StreamState;
import dev.fanlight.media.TrackSet;
import dev.fanlight.relay.metrics.RelayCounters;
import dev.fanlight.relay.stream.PublisherState.Online;
import dev.fanlight.runtime.ClockOffset;
import dev.fanlight.runtime.MediaClock;
import dev.fanlight.runtime.NanoClock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * One camera’s stream: at most one publisher, its readers, and the GOP caches for late joiners. One lock, held briefly, orders everything
 * that happens to the stream; readers do their work elsewhere. Thread safe.
 */
public final class LiveStream {

    private final NanoClock clock;
    private final StreamMeter meter;
    private final Object lock = new Object();

    @GuardedBy("lock")
    private final Readers readers = new Readers();

    @GuardedBy("lock")
    private final TrackStates tracks = new TrackStates();

    @GuardedBy("lock")
    private final PublisherRequests requests;

    @GuardedBy("lock")
    private PublisherState publisher = new PublisherState.Offline();

    @GuardedBy("lock")
    private OptionalLong lastCapture = OptionalLong.empty();

    @GuardedBy("lock")
    private boolean paused;

    @GuardedBy("lock")
    private final FrameFlow flow = new FrameFlow();

    /** A stream without a publisher or readers. */
    public LiveStream(MediaClock wallClock, NanoClock clock, RelayCounters counters) {
        this.clock = clock;
        this.meter = new StreamMeter(wallClock, counters);
        this.requests = new PublisherRequests(clock);
    }

    /** Begins to publish; an earlier publisher is replaced. */
    public PublishHandle open(Publisher by) {
        PublishHandle handle = new PublishHandle(this, by);
        synchronized (lock) {
            if (publisher instanceof Online before) {
                before.handle().publisher().replaced();
            }
            begin(handle);
        }
        return handle;
    }

    /** Begins to publish if there is no publisher. */
    public Optional<PublishHandle> openIfOffline(Publisher by) {
        PublishHandle handle = new PublishHandle(this, by);
        synchronized (lock) {
            if (publisher instanceof Online) {
                return Optional.empty();
            }
            begin(handle);
        }
        return Optional.of(handle);
    }

    /** Pauses the stream for all readers, so that the camera may sleep, or resumes it; does nothing when that is its state already. */
    public void pause(boolean pause) {
        synchronized (lock) {
            if (paused == pause) {
                return;
            }
            paused = pause;
            tracks.restart();
            readers.status(status());
            sendDemand();
            if (!pause) {
                requests.requestKeyFrame(publisher, publisher.mainTrack());
            }
        }
    }

    /** The state of the stream as readers see it. */
    public StreamState state() {
        return status().state();
    }

    /** The state with the quality of the camera’s connection and a pause there. */
    public StreamStatus status() {
        synchronized (lock) {
            StreamStatus status = paused
                    ? StreamStatus.of(StreamState.PAUSED, lastCapture)
                    : publisher.status(lastCapture, flow.quality());
            return status.recorded(readers.isRecording());
        }
    }

    /**
     * Attaches a reader: it receives the state, the tracks and the cached frames of the main rendition, and from then on every event. It
     * has no demand until {@link ReaderHandle#demand} is called.
     */
    public ReaderHandle attach(StreamReader reader) {
        ReaderHandle handle = new ReaderHandle(this, reader);
        synchronized (lock) {
            readers.add(handle, view());
        }
        return handle;
    }

    /** Ends the stream for its readers; to be called once, when nothing can publish any more. */
    public void end() {
        synchronized (lock) {
            restart();
            publisher = new PublisherState.Offline();
            readers.end();
        }
    }

    /** To be called a few times a second: passes on changes of the demand and of the number of viewers. */
    public void tick() {
        synchronized (lock) {
            readers.reportViewers();
            sendDemand();
            boolean expected = !paused && publisher.state() == StreamState.LIVE && readers.isActive();
            if (flow.changed(expected, clock.nanoTime())) {
                readers.status(status());
            }
        }
    }

    /** Number of viewers. */
    public int viewers() {
        synchronized (lock) {
            return readers.viewers();
        }
    }

    /** Whether there is a publisher that is connected to this relay. */
    public boolean isPublishedHere() {
        synchronized (lock) {
            return publisher instanceof Online online
                    && !online.handle().publisher().isRelayed();
        }
    }

    /** Whether any reader needs frames. */
    public boolean isWanted() {
        synchronized (lock) {
            return readers.isActive();
        }
    }

    /** Number of consumers by the kind of their reader. */
    public Map<ReaderKind, Integer> consumers() {
        synchronized (lock) {
            return readers.consumers();
        }
    }

    /** What it has received. */
    public StreamMeter meter() {
        return meter;
    }

    /** Whether there is a publisher. */
    public boolean isOnline() {
        synchronized (lock) {
            return publisher instanceof Online;
        }
    }

    void demand(ReaderHandle reader, ReaderDemand next) {
        synchronized (lock) {
            boolean wasActive = readers.isActive();
            reader.replaceDemand(next);
            if (readers.isActive() != wasActive) {
                sendDemand();
            }
        }
    }

    void recording(ReaderHandle reader, boolean recording) {
        synchronized (lock) {
            reader.replaceRecording(recording);
            readers.status(status());
        }
    }

    void keyFrameNeeded(int track) {
        synchronized (lock) {
            requests.keyFrameNeeded(publisher, track);
        }
    }

    void inOrder(Consumer<StreamView> action) {
        synchronized (lock) {
            action.accept(view());
        }
    }

    void detach(ReaderHandle reader) {
        synchronized (lock) {
            boolean wasActive = readers.isActive();
            readers.remove(reader);
            if (reader.isRecording()) {
                readers.status(status());
            }
            if (readers.isActive() != wasActive) {
                sendDemand();
            }
        }
    }

    void tracks(PublishHandle from, TrackSet announced) {
        synchronized (lock) {
            if (publisher instanceof Online online && online.handle() == from) {
                if (online.tracks().map(TrackSet::epoch).orElse(-1L) != announced.epoch()) {
                    restart();
                }
                publisher = online.with(announced);
                readers.tracks(announced);
                sendDemand();
            }
        }
    }

    void source(PublishHandle from, SourceStatus next) {
        synchronized (lock) {
            if (publisher instanceof Online online
                    && online.handle() == from
                    && !online.source().equals(next)) {
                publisher = online.with(next);
                if (!online.source().keepsFrames(next)) {
                    tracks.clearCaches();
                }
                flow.restart(clock.nanoTime());
                readers.status(status());
            }
        }
    }

    void clock(PublishHandle from, ClockOffset.Sample sample) {
        synchronized (lock) {
            if (publisher instanceof Online online && online.handle() == from && online.isMoved(sample)) {
                publisher = online.with(sample);
                readers.clock(sample);
            }
        }
    }

    void elsewhere(PublishHandle from, int viewers) {
        synchronized (lock) {
            if (publisher instanceof Online online && online.handle() == from) {
                readers.elsewhere(viewers);
            }
        }
    }

    void frame(PublishHandle from, MediaFrame frame) {
        synchronized (lock) {
            if (!(publisher instanceof Online online) || online.handle() != from) {
                return;
            }
            meter.arrived(frame);
            long now = clock.nanoTime();
            flow.arrived(now);
            requests.seen(frame.header());
            if (paused) {
                return;
            }
            Optional<IndexedFrame> indexed = online.announces(frame) ? tracks.take(frame, now) : Optional.empty();
            if (indexed.isEmpty()) {
                meter.dropped();
                return;
            }
            lastCapture = OptionalLong.of(meter.captured(frame, online.clock()));
            readers.frame(indexed.get());
        }
    }

    void end(PublishHandle from) {
        synchronized (lock) {
            if (publisher instanceof Online online && online.handle() == from) {
                restart();
                readers.elsewhere(0);
                publisher = new PublisherState.Offline();
                readers.status(status());
            }
        }
    }

    @GuardedBy("lock")
    private void begin(PublishHandle handle) {
        restart();
        meter.opened();
        readers.elsewhere(0);
        publisher = new Online(handle, SourceStatus.of(SourceState.ASLEEP), Optional.empty(), Optional.empty());
        requests.restart();
        sendDemand();
        readers.status(status());
    }

    @GuardedBy("lock")
    private void restart() {
        tracks.restart();
        requests.forgetKeyFrames();
    }

    @GuardedBy("lock")
    private void sendDemand() {
        requests.demand(publisher, paused ? List.of() : readers.all());
    }

    @GuardedBy("lock")
    private StreamView view() {
        return new LockedView(
                status(), publisher, readers.viewers(), publisher.renditions(), tracks, this::requestMainKeyFrame);
    }

    private void requestMainKeyFrame() {
        synchronized (lock) {
            requests.requestKeyFrame(publisher, publisher.mainTrack());
        }
    }
}
