package dev.fanlight.relay.stream;

import dev.fanlight.media.CameraPause;
import dev.fanlight.media.StreamState;
import dev.fanlight.media.UplinkQuality;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The state of a stream as readers see it. Immutable.
 *
 * @param state whether frames can be expected
 * @param lastCaptureMicros when its newest frame was captured, on the relay's clock, if there was one
 * @param uplink how well the publisher's connection carries the video, while it is live
 * @param pause why it is paused, where that was done at the camera and not by the owner
 * @param head whether the camera has a head that can be moved now
 * @param recording whether a reader records it now
 */
public record StreamStatus(
        StreamState state,
        OptionalLong lastCaptureMicros,
        UplinkQuality uplink,
        Optional<CameraPause> pause,
        boolean head,
        boolean recording) {

    /** Of a stream about whose camera nothing is to be said. */
    static StreamStatus of(StreamState state, OptionalLong lastCaptureMicros) {
        return new StreamStatus(state, lastCaptureMicros, UplinkQuality.FINE, Optional.empty(), false, false);
    }

    StreamStatus recorded(boolean now) {
        return new StreamStatus(state, lastCaptureMicros, uplink, pause, head, now);
    }
}
