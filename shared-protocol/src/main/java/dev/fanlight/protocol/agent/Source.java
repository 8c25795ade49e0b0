package dev.fanlight.protocol.agent;

import dev.fanlight.media.CameraPause;
import dev.fanlight.media.SourceState;
import dev.fanlight.media.UplinkQuality;
import dev.fanlight.protocol.FromAgent;
import dev.fanlight.protocol.MessageType;
import java.util.Optional;

/**
 * The state of the camera and of the way from it.
 *
 * @param state the state
 * @param detail a code for the owner, at most 64 characters
 * @param uplink how well the connection carries the video
 * @param pause why the video is paused at the camera, while it is
 * @param ptz whether the camera has a head that viewers may move
 */
public record Source(
        SourceState state, Optional<String> detail, UplinkQuality uplink, Optional<CameraPause> pause, boolean ptz)
        implements FromAgent {

    /** Of a camera that is not paused, sends as configured and does not move. */
    public Source(SourceState state, Optional<String> detail) {
        this(state, detail, UplinkQuality.FINE, Optional.empty(), false);
    }

    @Override
    public MessageType type() {
        return MessageType.SOURCE;
    }
}
