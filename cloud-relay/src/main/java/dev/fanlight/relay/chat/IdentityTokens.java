package dev.fanlight.relay.chat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tokens by which a person is recognised without an account: id, name and time of issue, signed with HMAC-SHA256. In base64url:
 *
 * <pre>
 *   +---------------------+----------------+---------------+---------------+
 *   | issued, ms (u64)    | id length (u8) | id … name …   | HMAC (32)     |
 *   +---------------------+----------------+---------------+---------------+
 * </pre>
 *
 * Thread safe.
 */
public final class IdentityTokens {

    /** Bytes of the signing key. */
    public static final int KEY_BYTES = 32;

    /** How long a token is valid. */
    public static final Duration LIFE = Duration.ofDays(30);

    private static final int MAC_BYTES = 32;
    private static final int FIXED_BYTES = Long.BYTES + 1 + MAC_BYTES;
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;
    private final Clock clock;

    /**
     * Signs and checks with one key.
     *
     * @param key {@link #KEY_BYTES} random bytes
     */
    public IdentityTokens(byte[] key, Clock clock) {
        this.key = new SecretKeySpec(key, ALGORITHM);
        this.clock = clock;
    }

    /** Issues a token that is valid for {@link #LIFE} from now. */
    public String issue(Person person) {
        byte[] id = person.id().getBytes(StandardCharsets.UTF_8);
        byte[] name = person.name().getBytes(StandardCharsets.UTF_8);
        byte[] signed = ByteBuffer.allocate(Long.BYTES + 1 + id.length + name.length)
                .putLong(clock.millis())
                .put((byte) id.length)
                .put(id)
                .put(name)
                .array();
        byte[] token = Arrays.copyOf(signed, signed.length + MAC_BYTES);
        System.arraycopy(mac(signed), 0, token, signed.length, MAC_BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** The person a token was issued to; empty when it is malformed, expired, or not signed with this key. */
    public Optional<Person> verify(String text) {
        byte[] token;
        try {
            token = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (token.length < FIXED_BYTES) {
            return Optional.empty();
        }
        byte[] signed = Arrays.copyOf(token, token.length - MAC_BYTES);
        byte[] mac = Arrays.copyOfRange(token, signed.length, token.length);
        return MessageDigest.isEqual(mac, mac(signed)) ? read(ByteBuffer.wrap(signed)) : Optional.empty();
    }

    private Optional<Person> read(ByteBuffer signed) {
        long age = clock.millis() - signed.getLong();
        byte[] id = new byte[signed.get() & 0xFF];
        if (age < 0 || age > LIFE.toMillis() || id.length > signed.remaining()) {
            return Optional.empty();
        }
        signed.get(id);
        byte[] name = new byte[signed.remaining()];
        signed.get(name);
        return Optional.of(
                new Person(new String(id, StandardCharsets.UTF_8), new String(name, StandardCharsets.UTF_8)));
    }

    private byte[] mac(byte[] bytes) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA256", e);
        }
    }
}
