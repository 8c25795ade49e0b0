package dev.fanlight.relay.stream;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.fanlight.media.StreamState;
import dev.fanlight.media.TrackSet;
import dev.fanlight.relay.metrics.RelayCounters;
import dev.fanlight.runtime.ClockOffset;
import dev.fanlight.runtime.MediaClock;
import dev.fanlight.runtime.NanoClock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One camera’s stream: at most one publisher, its readers, and the GOP caches for late joiners. One lock, held briefly, orders everything
 * that happens to the stream; readers do their work elsewhere. Thread safe.
 */
public final class LiveStream {

    private final StreamMeter meter;
    private final Object lock = new Object();

    @GuardedBy("lock")
    private final Readers readers = new Readers();

    @GuardedBy("lock")
    private final PublishedStream published;

    /** A stream without a publisher or readers. */
    public LiveStream(MediaClock wallClock, NanoClock clock, RelayCounters counters) {
        this.meter = new StreamMeter(wallClock, counters);
        this.published = new PublishedStream(clock, meter, readers);
    }

    /** Begins to publish; an earlier publisher is replaced. */
    public PublishHandle open(Publisher by) {
        PublishHandle handle = new PublishHandle(this, by);
        synchronized (lock) {
            published.publisher().ifPresent(Publisher::replaced);
            published.begin(handle);
        }
        return handle;
    }

    /** Begins to publish if there is no publisher. */
    public Optional<PublishHandle> openIfOffline(Publisher by) {
        PublishHandle handle = new PublishHandle(this, by);
        synchronized (lock) {
            if (published.publisher().isPresent()) {
                return Optional.empty();
            }
            published.begin(handle);
        }
        return Optional.of(handle);
    }

    /** Pauses the stream for all readers, so that the camera may sleep, or resumes it; does nothing when that is its state already. */
    public void pause(boolean pause) {
        synchronized (lock) {
            published.pause(pause);
        }
    }

    /** The state of the stream as readers see it. */
    public StreamState state() {
        return status().state();
    }

    /** The state with the quality of the camera’s connection and a pause there. */
    public StreamStatus status() {
        synchronized (lock) {
            return published.status();
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
            published.clear();
            readers.end();
        }
    }

    /** To be called a few times a second: passes on changes of the demand and of the number of viewers. */
    public void tick() {
        synchronized (lock) {
            readers.reportViewers();
            published.sendDemand();
            published.checkFlow();
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
            return published.publisher().filter(by -> !by.isRelayed()).isPresent();
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
            return published.publisher().isPresent();
        }
    }

    void demand(ReaderHandle reader, ReaderDemand next) {
        synchronized (lock) {
            boolean wasActive = readers.isActive();
            reader.replaceDemand(next);
            if (readers.isActive() != wasActive) {
                published.sendDemand();
            }
        }
    }

    void recording(ReaderHandle reader, boolean recording) {
        synchronized (lock) {
            reader.replaceRecording(recording);
            published.reportStatus();
        }
    }

    void keyFrameNeeded(int track) {
        synchronized (lock) {
            published.keyFrameNeeded(track);
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
                published.reportStatus();
            }
            if (readers.isActive() != wasActive) {
                published.sendDemand();
            }
        }
    }

    void tracks(PublishHandle from, TrackSet announced) {
        synchronized (lock) {
            published.tracks(from, announced);
        }
    }

    void source(PublishHandle from, SourceStatus next) {
        synchronized (lock) {
            published.source(from, next);
        }
    }

    void clock(PublishHandle from, ClockOffset.Sample sample) {
        synchronized (lock) {
            published.clock(from, sample);
        }
    }

    void elsewhere(PublishHandle from, int viewers) {
        synchronized (lock) {
            published.elsewhere(from, viewers);
        }
    }

    void frame(PublishHandle from, MediaFrame frame) {
        synchronized (lock) {
            published.frame(from, frame);
        }
    }

    void end(PublishHandle from) {
        synchronized (lock) {
            published.end(from);
        }
    }

    @GuardedBy("lock")
    private StreamView view() {
        return published.view(this::requestMainKeyFrame);
    }

    private void requestMainKeyFrame() {
        synchronized (lock) {
            published.requestMainKeyFrame();
        }
    }
}
