package dev.fanlight.agent.uplink;

import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.MediaHeader;
import dev.fanlight.protocol.Tracks;
import dev.fanlight.protocol.codec.MediaCodec;
import java.nio.ByteBuffer;

/** What waits to be sent: an announcement, or a picture of the publishing announced before. */
sealed interface Outgoing {

    /** A new publishing begins. */
    record Announcement(Tracks tracks) implements Outgoing {}

    /** A picture. */
    record Picture(MediaHeader header, AccessUnit unit) implements Outgoing {

        /** The media message: header and payload; called once, it is the payload’s own array. */
        byte[] message() {
            return unit.payload().message(target -> MediaCodec.write(header, target));
        }
    }
}
