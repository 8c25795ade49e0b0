package dev.fanlight.protocol.player;

import dev.fanlight.media.CameraPause;
import dev.fanlight.media.StreamState;
import dev.fanlight.media.UplinkQuality;
import dev.fanlight.protocol.MessageType;
import dev.fanlight.protocol.ToPlayer;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The state of the stream.
 *
 * @param state the state
 * @param lastCapture capture time of the newest frame by the relay’s clock, µs
 * @param uplink how well the camera’s connection carries the video
 * @param pause why the camera is off, where it is paused at the camera and not by the owner
 * @param ptz whether the camera has a head that those who may can move now
 * @param recording whether the relay records it now
 */
public record Stream(
        StreamState state,
        OptionalLong lastCapture,
        UplinkQuality uplink,
        Optional<CameraPause> pause,
        boolean ptz,
        boolean recording)
        implements ToPlayer {

    /** Of a camera that is not paused where it stands, sends as configured, does not move and is not recorded. */
    public Stream(StreamState state, OptionalLong lastCapture) {
        this(state, lastCapture, UplinkQuality.FINE, Optional.empty(), false, false);
    }

    @Override
    public MessageType type() {
        return MessageType.STREAM;
    }
}
