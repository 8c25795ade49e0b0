package dev.fanlight.protocol.rtmp;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/** What is known of one chunk stream: the header that its next one refers to, and the message that has begun. Not thread safe. */
final class ChunkStream {

    private static final long U32 = 0xFFFF_FFFFL;
    private static final int FIRST_BYTES = 4 * 1024;

    private long timestamp;
    private long field;
    private boolean extended;
    private int length;
    private int type;
    private int streamId;

    private boolean begun;
    private byte[] body = {};
    private int filled;

    /** Whether a message has begun and is not complete. */
    boolean hasBegun() {
        return begun;
    }

    /** Length of the message in the last header, bytes. */
    int length() {
        return length;
    }

    /** Whether the last header had an extended timestamp. */
    boolean isExtended() {
        return extended;
    }

    /** The values that an extended timestamp in a chunk without a message header may have. */
    List<Long> repeatedTimes() {
        return List.of(field, timestamp);
    }

    /** Takes over what a header says, but for its time. */
    void update(ChunkHeader header) {
        if (header.format() == ChunkHeader.FULL) {
            streamId = header.streamId();
        }
        if (header.format() <= ChunkHeader.SAME_STREAM) {
            length = header.length();
            type = header.type();
        }
        if (header.format() != ChunkHeader.CONTINUED) {
            extended = header.time() == ChunkHeader.EXTENDED;
        }
    }

    /** Begins a message whose header has the time {@code millis}, or, in the formats with a distance, that distance. */
    void begin(int format, long millis) {
        field = millis;
        timestamp = format == ChunkHeader.FULL ? millis : timestamp + millis & U32;
        begin();
    }

    /** Begins a message without a message header: its distance is that of the message before (§5.3.1.2.4). */
    void beginSame() {
        timestamp = timestamp + field & U32;
        begin();
    }

    private void begin() {
        begun = true;
        filled = 0;
        body = new byte[Math.min(length, FIRST_BYTES)];
    }

    /** Bytes that are missing. */
    int missing() {
        return length - filled;
    }

    /** Takes {@code count} bytes of the message; memory grows with the bytes received, not with the announced length. */
    void append(ByteBuffer in, int count) {
        if (filled + count > body.length) {
            body = Arrays.copyOf(body, Math.min(length, Math.max(filled + count, body.length * 2)));
        }
        in.get(body, filled, count);
        filled += count;
    }

    /** Drops the message that has begun. */
    void abort() {
        begun = false;
        body = new byte[0];
    }

    /** The type of the message, 0–255. */
    int type() {
        return type;
    }

    /** Ends the message, which is complete. */
    RtmpMessage end(RtmpType known) {
        ByteBuffer whole = ByteBuffer.wrap(body, 0, length);
        abort();
        return new RtmpMessage(known, streamId, timestamp, whole);
    }
}
