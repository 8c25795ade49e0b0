package dev.fanlight.relay.stream;

import dev.fanlight.protocol.Clock;
import dev.fanlight.protocol.SourceState;
import dev.fanlight.protocol.StreamState;
import dev.fanlight.protocol.Tracks;
import dev.fanlight.runtime.ClockOffset;
import java.util.Optional;

/** Where a stream’s frames come from at the moment. */
sealed interface PublisherState {

    /** What viewers are told. */
    StreamState state();

    /** Nobody publishes. */
    record Offline() implements PublisherState {
        @Override
        public StreamState state() {
            return StreamState.OFFLINE;
        }
    }

    /**
     * An agent is connected.
     *
     * @param publication its connection
     * @param source what it last said of its camera
     * @param tracks what it announced
     * @param clock how its clock stands to ours, as viewers were told
     */
    record Online(
            PublishHandle publication, SourceState source, Optional<Tracks> tracks, Optional<ClockOffset.Sample> clock)
            implements PublisherState {

        @Override
        public StreamState state() {
            return StreamState.valueOf(source.name());
        }

        Online with(SourceState next) {
            return new Online(publication, next, tracks, clock);
        }

        Online with(Tracks next) {
            return new Online(publication, source, Optional.of(next), clock);
        }

        Online with(ClockOffset.Sample next) {
            return new Online(publication, source, tracks, Optional.of(next));
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

        /** Its clock as viewers are told. */
        Optional<Clock> clockNotice() {
            return clock.map(sample -> new Clock(-sample.offsetMicros(), sample.roundTripMicros()));
        }
    }
}
