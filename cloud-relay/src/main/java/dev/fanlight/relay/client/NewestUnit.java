package dev.fanlight.relay.client;

import dev.fanlight.protocol.Ack;
import java.nio.ByteBuffer;
import java.util.Optional;

/** The newest media message, by its header ({@code docs/protocol.md} §2). Allocates nothing per message. Event loop only. */
final class NewestUnit {

    private static final int TRACK_AT = 2;
    private static final int SEQUENCE_AT = 4;
    private static final int CAPTURE_AT = 8;
    private static final int BYTE = 0xFF;

    private int track;
    private int sequence;
    private long captureMicros;
    private boolean isUnacknowledged;

    /** Remembers the message whose header starts at index 0. */
    void arrived(ByteBuffer header) {
        track = header.get(TRACK_AT) & BYTE;
        sequence = header.getInt(SEQUENCE_AT);
        captureMicros = header.getLong(CAPTURE_AT);
        isUnacknowledged = true;
    }

    long captureMicros() {
        return captureMicros;
    }

    /** The acknowledgement of the newest message, once: the relay would take a second one for a later arrival. */
    Optional<Ack> ack() {
        if (!isUnacknowledged) {
            return Optional.empty();
        }
        isUnacknowledged = false;
        return Optional.of(new Ack(track, Integer.toUnsignedLong(sequence)));
    }
}
