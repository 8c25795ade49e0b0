package dev.fanlight.relay.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs what is posted, as the specification Standard Webhooks 1.0 says, for which there are libraries in many languages. Immutable. */
final class WebhookSigner {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String ENCODED = "whsec_";

    private final SecretKeySpec key;

    /** Signs with {@code secret}: the bytes of a text, or behind {@code whsec_} base64. */
    WebhookSigner(String secret) {
        this.key = new SecretKeySpec(bytes(secret), ALGORITHM);
    }

    /** The value of {@code webhook-signature} for an event with this id that is sent at this time, s since 1970. */
    String sign(String id, long seconds, String body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] signed = mac.doFinal((id + "." + seconds + "." + body).getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA256", e);
        }
    }

    private static byte[] bytes(String secret) {
        if (secret.startsWith(ENCODED)) {
            try {
                byte[] decoded = Base64.getDecoder().decode(secret.substring(ENCODED.length()));
                if (decoded.length > 0) {
                    return decoded;
                }
            } catch (IllegalArgumentException e) {
                return secret.getBytes(StandardCharsets.UTF_8);
            }
        }
        return secret.getBytes(StandardCharsets.UTF_8);
    }
}
