package dev.fanlight.relay.hub;

import dev.fanlight.media.MediaKind;
import dev.fanlight.media.Track;
import dev.fanlight.protocol.Clock;
import dev.fanlight.protocol.SourceState;
import dev.fanlight.protocol.StreamState;
import dev.fanlight.protocol.Tracks;
import dev.fanlight.runtime.ClockOffset;
import java.util.Optional;

/** Where a stream’s frames come from at the moment. */
sealed interface Feed {

    /** What viewers are told. */
    StreamState state();

    /** Nobody publishes. */
    record Offline() implements Feed {
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
            Publication publication, SourceState source, Optional<Tracks> tracks, Optional<ClockOffset.Sample> clock)
            implements Feed {

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
        boolean announces(Frame frame) {
            return tracks.filter(known -> known.epoch() == frame.header().epoch())
                    .isPresent();
        }

        /** The track whose key frames are asked for: the first with pictures. */
        int mainTrack() {
            return tracks.stream()
                    .flatMap(known -> known.tracks().stream())
                    .filter(track -> track.kind() == MediaKind.VIDEO)
                    .mapToInt(Track::id)
                    .findFirst()
                    .orElse(0);
        }

        /** Its clock as viewers are told. */
        Optional<Clock> clockNotice() {
            return clock.map(sample -> new Clock(-sample.offsetMicros(), sample.roundTripMicros()));
        }
    }
}
