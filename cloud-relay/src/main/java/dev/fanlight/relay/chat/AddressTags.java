package dev.fanlight.relay.chat;

import dev.fanlight.relay.ratelimit.AddressKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Pseudonyms for addresses (IPv6: the /64): HMAC-SHA256 with a key of this relay, truncated to 128 bits, in hex. Thread safe. */
public final class AddressTags {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int TAG_BYTES = 16;
    private static final byte[] PURPOSE = "fanlight-address-v1".getBytes(StandardCharsets.US_ASCII);

    private final SecretKeySpec key;

    /**
     * Derives the key from the one in the state folder.
     *
     * @param identityKey random bytes, also used to sign {@link IdentityTokens}
     */
    public AddressTags(byte[] identityKey) {
        this.key = new SecretKeySpec(mac(new SecretKeySpec(identityKey, ALGORITHM), PURPOSE), ALGORITHM);
    }

    /** The tag of an address. */
    public String of(AddressKey address) {
        byte[] bytes = ByteBuffer.allocate(1 + Long.BYTES)
                .put((byte) (address.isIpv6() ? 6 : 4))
                .putLong(address.bits())
                .array();
        return HexFormat.of().formatHex(Arrays.copyOf(mac(key, bytes), TAG_BYTES));
    }

    private static byte[] mac(SecretKeySpec key, byte[] bytes) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA256", e);
        }
    }
}
