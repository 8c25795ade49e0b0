package dev.fanlight.relay.stream;

import dev.fanlight.media.SourceState;
import dev.fanlight.media.StreamState;
import dev.fanlight.media.TrackSet;
import dev.fanlight.relay.stream.PublisherState.Online;
import dev.fanlight.runtime.ClockOffset;
import dev.fanlight.runtime.NanoClock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a publisher says of a stream and what it is asked for: calls of a {@link PublishHandle} that is not the present one do nothing.
 * Stream's lock.
 */
final class PublishedStream {

    private final NanoClock clock;
    private final StreamMeter meter;
    private final Readers readers;
    private final TrackStates tracks = new TrackStates();
    private final FrameFlow flow = new FrameFlow();
    private final PublisherRequests requests;
    private PublisherState publisher = new PublisherState.Offline();
    private OptionalLong lastCapture = OptionalLong.empty();
    private boolean paused;

    PublishedStream(NanoClock clock, StreamMeter meter, Readers readers) {
        this.clock = clock;
        this.meter = meter;
        this.readers = readers;
        this.requests = new PublisherRequests(clock);
    }

    /** The publisher, if there is one. */
    Optional<Publisher> publisher() {
        return publisher instanceof Online online ? Optional.of(online.handle().publisher()) : Optional.empty();
    }

    /** Begins with a publisher; an earlier one is not informed. */
    void begin(PublishHandle handle) {
        restart();
        meter.opened();
        readers.elsewhere(0);
        publisher = new Online(handle, SourceStatus.of(SourceState.ASLEEP), Optional.empty(), Optional.empty());
        requests.restart();
        sendDemand();
        reportStatus();
    }

    /** Goes on without a publisher. */
    void clear() {
        restart();
        publisher = new PublisherState.Offline();
    }

    void pause(boolean pause) {
        if (paused == pause) {
            return;
        }
        paused = pause;
        tracks.restart();
        reportStatus();
        sendDemand();
        if (!pause) {
            requestMainKeyFrame();
        }
    }

    StreamStatus status() {
        StreamStatus status = paused
                ? StreamStatus.of(StreamState.PAUSED, lastCapture)
                : publisher.status(lastCapture, flow.quality());
        return status.recorded(readers.isRecording());
    }

    /** Tells the readers its state. */
    void reportStatus() {
        readers.status(status());
    }

    /** Looks whether frames arrive as they should. */
    void checkFlow() {
        boolean expected = !paused && publisher.state() == StreamState.LIVE && readers.isActive();
        if (flow.changed(expected, clock.nanoTime())) {
            reportStatus();
        }
    }

    /** Sends the publisher the demand of the readers, if it has changed. */
    void sendDemand() {
        requests.demand(publisher, paused ? List.of() : readers.all());
    }

    void keyFrameNeeded(int track) {
        requests.keyFrameNeeded(publisher, track);
    }

    void requestMainKeyFrame() {
        requests.requestKeyFrame(publisher, publisher.mainTrack());
    }

    void tracks(PublishHandle from, TrackSet announced) {
        of(from).ifPresent(online -> {
            if (online.tracks().map(TrackSet::epoch).orElse(-1L) != announced.epoch()) {
                restart();
            }
            publisher = online.with(announced);
            readers.tracks(announced);
            sendDemand();
        });
    }

    void source(PublishHandle from, SourceStatus next) {
        of(from).filter(online -> !online.source().equals(next)).ifPresent(online -> {
            publisher = online.with(next);
            if (!online.source().keepsFrames(next)) {
                tracks.clearCaches();
            }
            flow.restart(clock.nanoTime());
            reportStatus();
        });
    }

    void clock(PublishHandle from, ClockOffset.Sample sample) {
        of(from).filter(online -> online.isMoved(sample)).ifPresent(online -> {
            publisher = online.with(sample);
            readers.clock(sample);
        });
    }

    void elsewhere(PublishHandle from, int viewers) {
        of(from).ifPresent(online -> readers.elsewhere(viewers));
    }

    // For every frame: nothing is allocated to find out who it is from.
    void frame(PublishHandle from, MediaFrame frame) {
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

    void end(PublishHandle from) {
        of(from).ifPresent(online -> {
            readers.elsewhere(0);
            clear();
            reportStatus();
        });
    }

    StreamView view(Runnable requestMainKeyFrame) {
        return new LockedView(
                status(), publisher, readers.viewers(), publisher.renditions(), tracks, requestMainKeyFrame);
    }

    private Optional<Online> of(PublishHandle handle) {
        return publisher instanceof Online online && online.handle() == handle ? Optional.of(online) : Optional.empty();
    }

    private void restart() {
        tracks.restart();
        requests.forgetKeyFrames();
    }
}
