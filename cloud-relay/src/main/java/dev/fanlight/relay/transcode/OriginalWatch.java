package dev.fanlight.relay.transcode;

import dev.fanlight.media.SourceState;
import dev.fanlight.media.StreamState;
import dev.fanlight.media.TrackSet;
import dev.fanlight.relay.stream.IndexedFrame;
import dev.fanlight.relay.stream.ReaderKind;
import dev.fanlight.relay.stream.SourceStatus;
import dev.fanlight.relay.stream.StreamReader;
import dev.fanlight.relay.stream.StreamStatus;
import dev.fanlight.runtime.ClockOffset;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Follows the state of a camera’s stream for as long as that exists, and stands there for the viewers of the derived one, so that they are
 * counted. Takes no frames. Its methods run under the stream’s lock and hand everything on.
 *
 * @param executor where {@code status}, {@code clock} and {@code end} run
 */
record OriginalWatch(Executor executor, Consumer<StreamStatus> status, Consumer<ClockOffset.Sample> clock, Runnable end)
        implements StreamReader {

    /** What the derived stream says of its source, unless the camera is offline: a pause is one of both streams. */
    static SourceStatus source(StreamStatus status) {
        SourceState state = status.state() == StreamState.PAUSED
                ? SourceState.ASLEEP
                : SourceState.valueOf(status.state().name());
        return new SourceStatus(state, status.uplink(), status.pause());
    }

    @Override
    public ReaderKind kind() {
        return ReaderKind.TRANSCODED;
    }

    @Override
    public void onStatus(StreamStatus next) {
        executor.execute(() -> status.accept(next));
    }

    @Override
    public void onClock(ClockOffset.Sample sample) {
        executor.execute(() -> clock.accept(sample));
    }

    @Override
    public void onTracks(TrackSet tracks) {}

    @Override
    public void onViewers(int count) {}

    @Override
    public void onFrame(IndexedFrame frame) {}

    @Override
    public void onEnd() {
        executor.execute(end);
    }
}
