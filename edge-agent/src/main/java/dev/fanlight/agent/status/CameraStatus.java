package dev.fanlight.agent.status;

import dev.fanlight.agent.media.CurrentViewers;
import dev.fanlight.media.CameraPause;
import dev.fanlight.media.UplinkQuality;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one camera does at a moment. Immutable.
 *
 * @param camera its name at the relay
 * @param relay host and port of the relay
 * @param uplink state of the connection to the relay
 * @param uplinkDetail why there is no connection, a sentence; empty where there is one
 * @param quality how well the upload carries the video
 * @param source state of its source
 * @param sourceDetail what is captured, or why it failed; empty while nothing is known
 * @param pause why it is paused, while it is
 * @param since when this state of the source, or of the uplink, began, the later of both
 * @param viewers who watches
 * @param encoder name of the encoder of the video; empty while nothing is encoded here
 * @param bitRate most bits a second that are encoded for the uplink now; 0 without a connection
 * @param delayMillis how long the oldest frame waits for the uplink beyond the usual way, ms
 * @param tracks what is published, in the order of their ids
 */
public record CameraStatus(
        String camera,
        String relay,
        Uplink uplink,
        String uplinkDetail,
        UplinkQuality quality,
        Source source,
        String sourceDetail,
        Optional<CameraPause> pause,
        Instant since,
        CurrentViewers viewers,
        String encoder,
        int bitRate,
        long delayMillis,
        List<TrackRate> tracks) {

    /** State of the connection of a camera to its relay. */
    public enum Uplink {
        /** It is being dialled, or authenticates. */
        CONNECTING,
        /** It can publish. */
        CONNECTED,
        /** The relay was not reached, or ended the connection; it is tried again. */
        WAITING,
        /** It is not tried again. */
        CLOSED
    }

    /** State of the source of a camera. */
    public enum Source {
        /** Released, for there are no viewers. */
        ASLEEP,
        /** Being opened. */
        STARTING,
        /** It delivers. */
        LIVE,
        /** It failed and is opened again. */
        FAILED
    }

    /** Copies the list. */
    public CameraStatus {
        tracks = List.copyOf(tracks);
    }
}
