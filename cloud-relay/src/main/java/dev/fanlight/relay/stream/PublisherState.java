package dev.fanlight.relay.stream;

import dev.fanlight.media.StreamState;
import dev.fanlight.media.TrackSet;
import dev.fanlight.media.UplinkQuality;
import dev.fanlight.runtime.ClockOffset;
import java.util.Optional;
import java.util.OptionalLong;

/** Whether a stream has a publisher, and what it has announced. */
sealed interface PublisherState {

    /** Clock changes smaller than this are not passed on, µs. */
    long CLOCK_STEP_MICROS = 1_000;

    /** The state of the stream that follows from it. */
    StreamState state();

    /** The status of the stream that follows from it; the relay itself observes the flow of frames to be as {@code observed}. */
    StreamStatus status(OptionalLong lastCaptureMicros, UplinkQuality observed);

    /** The renditions of the announced tracks. */
    Renditions renditions();

    /** The track of the main rendition, 0 before any is announced. */
    default int mainTrack() {
        return renditions().main().orElse(0);
    }

    /** Nothing is published. */
    record Offline() implements PublisherState {
        @Override
        public Renditions renditions() {
            return Renditions.NONE;
        }

        @Override
        public StreamState state() {
            return StreamState.OFFLINE;
        }

        @Override
        public StreamStatus status(OptionalLong lastCaptureMicros, UplinkQuality observed) {
            return StreamStatus.of(state(), lastCaptureMicros);
        }
    }

    /**
     * A publisher is connected.
     *
     * @param handle its connection
     * @param source what it last reported of its source
     * @param tracks the announced tracks
     * @param clock offset of its clock to the relay’s, as last passed to readers
     */
    record Online(
            PublishHandle handle, SourceStatus source, Optional<TrackSet> tracks, Optional<ClockOffset.Sample> clock)
            implements PublisherState {

        @Override
        public StreamState state() {
            return source.pause().isPresent()
                    ? StreamState.PAUSED
                    : StreamState.valueOf(source.state().name());
        }

        @Override
        public StreamStatus status(OptionalLong lastCaptureMicros, UplinkQuality observed) {
            UplinkQuality uplink = state() == StreamState.LIVE ? source.uplink().orWorse(observed) : UplinkQuality.FINE;
            boolean moves = source.head() && source.pause().isEmpty();
            return new StreamStatus(state(), lastCaptureMicros, uplink, source.pause(), moves, false);
        }

        Online with(SourceStatus next) {
            return new Online(handle, next, tracks, clock);
        }

        Online with(TrackSet next) {
            return new Online(handle, source, Optional.of(next), clock);
        }

        Online with(ClockOffset.Sample next) {
            return new Online(handle, source, tracks, Optional.of(next));
        }

        /** Whether a frame belongs to the announced epoch. */
        boolean announces(MediaFrame frame) {
            return tracks.filter(known -> known.epoch() == frame.header().epoch())
                    .isPresent();
        }

        /** Whether a sample differs enough from the one known to be passed on. */
        boolean isMoved(ClockOffset.Sample sample) {
            return clock.map(known -> Math.abs(known.offsetMicros() - sample.offsetMicros()) > CLOCK_STEP_MICROS)
                    .orElse(true);
        }

        @Override
        public Renditions renditions() {
            return tracks.map(Renditions::of).orElse(Renditions.NONE);
        }
    }
}
