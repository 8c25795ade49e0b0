package dev.fanlight.relay.srt;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.fanlight.identity.Base32;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The passphrases that go with publish keys and links. SRT encrypts with a secret that both sides have to know, while of the secret of a key only a hash is
 * stored; so each passphrase is made from the id of its key, with a secret of this relay (HMAC-SHA-256, RFC 2104). Thread safe.
 */
public final class SrtPassphrases {

    /** Bytes of the relay’s secret. */
    public static final int KEY_BYTES = 32;

    private static final String ALGORITHM = "HmacSHA256";
    private static final int PASSPHRASE_BYTES = 16;

    private final Supplier<byte[]> source;
    private final Object lock = new Object();

    @GuardedBy("lock")
    private Optional<SecretKeySpec> key = Optional.empty();

    /** Takes the relay’s secret from {@code source} when it is first needed; may block. */
    public SrtPassphrases(Supplier<byte[]> source) {
        this.source = source;
    }

    /** What a key is for. */
    public enum Purpose {
        /** A publish key. */
        PUBLISH,
        /** A link. */
        WATCH
    }

    /** The passphrase of a key, 26 characters of base32. */
    public String of(Purpose purpose, String id) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key());
            byte[] all = mac.doFinal((purpose + ":" + id).getBytes(StandardCharsets.UTF_8));
            return Base32.encode(Arrays.copyOf(all, PASSPHRASE_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA-256", e);
        }
    }

    private SecretKeySpec key() {
        synchronized (lock) {
            if (key.isEmpty()) {
                key = Optional.of(new SecretKeySpec(source.get(), ALGORITHM));
            }
            return key.get();
        }
    }
}
