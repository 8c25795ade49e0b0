package dev.fanlight.agent.status;

import java.time.Instant;
import java.util.List;

/**
 * What one camera does at a moment. Immutable.
 *
 * @param camera its name at the relay
 * @param relay host and port of the relay
 * @param uplink how it stands with the relay
 * @param uplinkDetail why there is no connection, a sentence; empty where there is one
 * @param source how its source does
 * @param sourceDetail what is captured, or why it failed; empty while nothing is known
 * @param keptOff why people here, or its hours, keep the camera off, a few words; empty while they do not
 * @param since when this state of the source, or of the uplink, began, the later of both
 * @param viewers how many watch
 * @param bitRate most bits a second that are encoded for the uplink now; 0 without a connection
 * @param delayMillis how long the oldest frame waits for the uplink beyond the usual way, ms
 * @param tracks what is published, in the order of their ids
 */
public record CameraStatus(
        String camera,
        String relay,
        Uplink uplink,
        String uplinkDetail,
        Source source,
        String sourceDetail,
        String keptOff,
        Instant since,
        int viewers,
        int bitRate,
        long delayMillis,
        List<TrackRate> tracks) {

    /** How a camera stands with its relay. */
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

    /** How the source of a camera does. */
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
