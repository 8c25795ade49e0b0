package dev.fanlight.relay.stream;

import dev.fanlight.media.SourceState;
import dev.fanlight.media.StreamState;
import dev.fanlight.media.TrackSet;
import dev.fanlight.runtime.ClockOffset;
import java.util.Optional;

/** Whether a stream has a publisher, and what it has announced. */
sealed interface PublisherState {

    /** The state of the stream that follows from it. */
    StreamState state();

    /** Nothing is published. */
    record Offline() implements PublisherState {
        @Override
        public StreamState state() {
            return StreamState.OFFLINE;
        }
    }

    /**
     * A publisher is connected.
     *
     * @param handle its connection
     * @param source the state of its source as last reported
     * @param tracks the announced tracks
     * @param clock offset of its clock to the relay’s, as last passed to readers
     */
    record Online(
            PublishHandle handle, SourceState source, Optional<TrackSet> tracks, Optional<ClockOffset.Sample> clock)
            implements PublisherState {

        @Override
        public StreamState state() {
            return StreamState.valueOf(source.name());
        }

        Online with(SourceState next) {
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

        /** The renditions of the announced tracks. */
        Renditions renditions() {
            return tracks.map(Renditions::of).orElse(Renditions.NONE);
        }
    }
}
