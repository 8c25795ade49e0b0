package dev.fanlight.agent.testing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads what one WebSocket client wrote: its request as it is, its frames (RFC 6455 §5.2) without their masks. Stateless. */
final class UnmaskedFrames {

    private static final String END_OF_HEAD = "\r\n\r\n";

    private UnmaskedFrames() {}

    /** Latin-1, so that every byte is one character. */
    static String textOf(byte[] bytes) {
        String raw = new String(bytes, StandardCharsets.ISO_8859_1);
        int head = raw.indexOf(END_OF_HEAD);
        if (head < 0) {
            return raw;
        }
        int frames = head + END_OF_HEAD.length();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, frames);
        ByteBuffer in = ByteBuffer.wrap(bytes, frames, bytes.length - frames);
        while (in.remaining() >= 6) {
            out.writeBytes(payload(in));
        }
        return out.toString(StandardCharsets.ISO_8859_1);
    }

    private static byte[] payload(ByteBuffer in) {
        in.get();
        int length = in.get() & 0x7F;
        if (length == 126) {
            length = in.getShort() & 0xFFFF;
        } else if (length == 127) {
            length = Math.toIntExact(in.getLong());
        }
        byte[] mask = new byte[4];
        in.get(mask);
        byte[] payload = new byte[Math.min(length, in.remaining())];
        in.get(payload);
        for (int i = 0; i < payload.length; i++) {
            payload[i] ^= mask[i % 4];
        }
        return payload;
    }
}
