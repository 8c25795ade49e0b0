package dev.fanlight.protocol.rtmp;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/** Chunks as peers write them: with as short a header as fits, or any other. */
final class PeerChunks {

    private static final int EXTENDED = 0xFFFFFF;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Map<Integer, RtmpMessage> last = new HashMap<>();
    private final Map<Integer, Long> fields = new HashMap<>();
    private final boolean repeatsExtendedTimes;
    private int chunkBytes = 128;

    PeerChunks(boolean repeatsExtendedTimes) {
        this.repeatsExtendedTimes = repeatsExtendedTimes;
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    void chunkSize(int bytes) {
        message(2, 0, RtmpMessage.of(RtmpType.CHUNK_SIZE, 0, ControlBody.of(bytes)));
        chunkBytes = bytes;
    }

    /** A whole message, with the shortest header that says what it is. */
    void message(int id, RtmpMessage message) {
        message(id, shortest(id, message), message);
    }

    void message(int id, int format, RtmpMessage message) {
        int length = message.body().remaining();
        begin(id, format, message);
        for (int at = chunkBytes; at < length; at += chunkBytes) {
            carryOn(id, at);
        }
    }

    /** The header of a message and its first chunk. */
    void begin(int id, int format, RtmpMessage message) {
        RtmpMessage before = last.get(id);
        long field = format == 0
                ? message.timestamp()
                : message.timestamp() - (before == null ? 0 : before.timestamp()) & 0xFFFF_FFFFL;
        field = format == 3 ? fields.get(id) : field;
        basic(format, id);
        if (format < 3) {
            u24((int) Math.min(field, EXTENDED));
        }
        if (format < 2) {
            u24(message.body().remaining());
            out.write(message.type().code());
        }
        if (format == 0) {
            out.writeBytes(ByteBuffer.allocate(4)
                    .putInt(Integer.reverseBytes(message.streamId()))
                    .array());
        }
        if (field >= EXTENDED && (format < 3 || repeatsExtendedTimes)) {
            out.writeBytes(ControlBody.of((int) field).array());
        }
        last.put(id, message);
        fields.put(id, field);
        payload(message.body(), 0);
    }

    /** The next chunk of a message, from byte {@code at} of its body on. */
    void carryOn(int id, int at) {
        basic(3, id);
        if (fields.get(id) >= EXTENDED && repeatsExtendedTimes) {
            out.writeBytes(ControlBody.of(fields.get(id).intValue()).array());
        }
        payload(last.get(id).body(), at);
    }

    private int shortest(int id, RtmpMessage next) {
        RtmpMessage before = last.get(id);
        if (before == null || before.streamId() != next.streamId() || next.timestamp() < before.timestamp()) {
            return 0;
        }
        if (before.type() != next.type()
                || before.body().remaining() != next.body().remaining()) {
            return 1;
        }
        return next.timestamp() - before.timestamp() == fields.get(id) ? 3 : 2;
    }

    private void basic(int format, int id) {
        if (id < 64) {
            out.write(format << 6 | id);
        } else if (id < 320) {
            out.write(format << 6);
            out.write(id - 64);
        } else {
            out.write(format << 6 | 1);
            out.write(id - 64);
            out.write((id - 64) >> 8);
        }
    }

    private void payload(ByteBuffer body, int at) {
        int count = Math.min(chunkBytes, body.remaining() - at);
        out.write(body.array(), body.arrayOffset() + body.position() + at, count);
    }

    private void u24(int value) {
        out.write(value >> 16);
        out.write(value >> 8);
        out.write(value);
    }
}
