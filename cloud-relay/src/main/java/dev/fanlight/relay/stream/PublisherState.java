package dev.fanlight.relay.stream;

import dev.fanlight.media.SourceState;
import dev.fanlight.media.StreamState;
import dev.fanlight.media.TrackSet;
import dev.fanlight.runtime.ClockOffset;
import java.util.Optional;

/** Whether a stream has a publisher, and what is known of it. */
sealed interface PublisherState {

    /** What readers see. */
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
     * @param source what it last said of its camera
     * @param tracks what it announced
     * @param clock how its clock stands to ours, as readers know it
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

        /** Whether a frame belongs to what was announced. */
        boolean announces(MediaFrame frame) {
            return tracks.filter(known -> known.epoch() == frame.header().epoch())
                    .isPresent();
        }

        /** What there is to choose from. */
        Renditions renditions() {
            return tracks.map(Renditions::of).orElse(Renditions.NONE);
        }
    }
}
