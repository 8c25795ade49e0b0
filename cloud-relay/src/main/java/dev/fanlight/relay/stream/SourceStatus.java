package dev.fanlight.relay.stream;

import dev.fanlight.media.CameraPause;
import dev.fanlight.media.SourceState;
import dev.fanlight.media.UplinkQuality;
import java.util.Optional;

/**
 * What a publisher reports of its source and of the way from it. Immutable.
 *
 * @param state the state of the source
 * @param uplink how well its connection carries the video
 * @param pause why the video is paused at the camera, while it is
 * @param head whether the camera has a head that viewers may move
 */
public record SourceStatus(SourceState state, UplinkQuality uplink, Optional<CameraPause> pause, boolean head) {

    /** Of a camera that does not move. */
    public SourceStatus(SourceState state, UplinkQuality uplink, Optional<CameraPause> pause) {
        this(state, uplink, pause, false);
    }

    /** Of a source that is not paused and sends as configured. */
    public static SourceStatus of(SourceState state) {
        return new SourceStatus(state, UplinkQuality.FINE, Optional.empty());
    }

    /** Whether frames from before {@code next} may be shown after it. */
    boolean keepsFrames(SourceStatus next) {
        return next.state() == SourceState.LIVE
                || (next.state() == state && next.pause().equals(pause));
    }
}
