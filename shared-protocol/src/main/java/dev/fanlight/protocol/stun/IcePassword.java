package dev.fanlight.protocol.stun;

import static dev.fanlight.protocol.stun.StunAttribute.ATTRIBUTE_HEADER_BYTES;
import static dev.fanlight.protocol.stun.StunAttribute.HEADER_BYTES;
import static dev.fanlight.protocol.stun.StunAttribute.INTEGRITY_BYTES;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The password of one side of ICE, which seals what is sent to that side and what that side answers. Thread safe; does not show itself.
 *
 * @param text as it is in the description, ASCII, not empty
 */
public record IcePassword(String text) {

    private static final String ALGORITHM = "HmacSHA1";

    public IcePassword {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("a password is not empty");
        }
    }

    @Override
    public String toString() {
        return "IcePassword[]";
    }

    /** The integrity of a message whose attribute for it begins at {@code at}: the length in its header counts that one, too. */
    byte[] integrity(byte[] message, int at) {
        int length = at + ATTRIBUTE_HEADER_BYTES + INTEGRITY_BYTES - HEADER_BYTES;
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(text.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            mac.update(message, 0, 2);
            mac.update((byte) (length >> 8));
            mac.update((byte) length);
            mac.update(message, 4, at - 4);
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
