package dev.fanlight.identity;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The bytes that a device signs: context, relay, server key, subject, nonce and time, each prefixed with its length as u32, so
 * that different challenges never give the same bytes ({@code docs/protocol.md} §4). Immutable.
 *
 * @param context purpose of the signature
 * @param relay the relay’s name
 * @param serverKey key of the server the agent is connected to
 * @param subject device id, join code, or hex SHA-256 of the public key
 * @param nonce 32 bytes; not copied, must not be modified
 * @param seconds by the relay’s clock
 */
public record SignedChallenge(
        Context context, String relay, ServerKey serverKey, String subject, byte[] nonce, long seconds) {

    /** Purpose of a signature. */
    public enum Context {
        /** Publishing. */
        AUTHENTICATE("fanlight-auth-v1"),
        /** Registering a new key. */
        JOIN("fanlight-join-v1"),
        /** Requesting approval by the owner. */
        ENROLL("fanlight-enroll-v1"),
        /** Replacing the key. */
        ROTATE("fanlight-rotate-v1");

        private final String text;

        Context(String text) {
            this.text = text;
        }

        /** Prefix of the signed bytes. */
        public String text() {
            return text;
        }
    }

    /** The bytes to sign. */
    public byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream(256);
        append(out, context.text.getBytes(StandardCharsets.UTF_8));
        append(out, relay.getBytes(StandardCharsets.UTF_8));
        append(out, serverKey.text().getBytes(StandardCharsets.UTF_8));
        append(out, subject.getBytes(StandardCharsets.UTF_8));
        append(out, nonce);
        append(out, ByteBuffer.allocate(8).putLong(seconds).array());
        return out.toByteArray();
    }

    private static void append(ByteArrayOutputStream out, byte[] field) {
        out.writeBytes(ByteBuffer.allocate(4).putInt(field.length).array());
        out.writeBytes(field);
    }
}
