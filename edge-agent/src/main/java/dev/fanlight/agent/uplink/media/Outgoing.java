package dev.fanlight.agent.uplink.media;

import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.MediaHeader;
import dev.fanlight.protocol.Tracks;
import dev.fanlight.protocol.codec.MediaCodec;

/** What waits to be sent: an announcement of tracks, or an access unit of one of them. */
sealed interface Outgoing {

    /** A new epoch begins. */
    record Announcement(Tracks tracks) implements Outgoing {}

    /** An access unit of the epoch announced before. */
    record Media(MediaHeader header, AccessUnit unit) implements Outgoing {

        /** The media message: header and payload. May be called once, for it is the payload’s own array. */
        byte[] message() {
            return unit.payload().message(target -> MediaCodec.write(header, target));
        }
    }
}
