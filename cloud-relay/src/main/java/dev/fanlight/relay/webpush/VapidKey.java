package dev.fanlight.relay.webpush;

import dev.fanlight.relay.webpush.PushStore.KeyTexts;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;

/** By what push services know the relay again (RFC 8292): a browser takes messages from the holder of this key alone. Immutable. */
final class VapidKey {

    /** How long a signature is good; a push service takes a day at most. */
    static final Duration LIFE = Duration.ofHours(12);

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final int SECOND = 1_000;

    private final String publicKey;
    private final PrivateKey privateKey;
    private final String subject;

    /**
     * A key that is stored.
     *
     * @param subject who is to be reached about it: an address with {@code https:} or {@code mailto:}
     */
    VapidKey(KeyTexts stored, String subject) {
        this.publicKey = stored.publicKey();
        this.subject = subject;
        try {
            byte[] encoded = Base64.getUrlDecoder().decode(stored.privateKey());
            this.privateKey = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key for notifications is damaged", e);
        }
    }

    /** A new key. */
    static KeyTexts generate(SecureRandom random) {
        KeyPair pair = P256.generate(random);
        return new KeyTexts(
                BASE64.encodeToString(P256.encode((ECPublicKey) pair.getPublic())),
                BASE64.encodeToString(pair.getPrivate().getEncoded()));
    }

    /** What a browser has to name when it subscribes. */
    String publicKey() {
        return publicKey;
    }

    /** The header {@code Authorization} of a message to {@code endpoint} that is sent at this time. */
    String authorization(URI endpoint, long nowMillis) {
        JsonObject claims = new JsonObject()
                .put("aud", endpoint.getScheme() + "://" + endpoint.getRawAuthority())
                .put("exp", (nowMillis + LIFE.toMillis()) / SECOND)
                .put("sub", subject);
        String signed = part(new JsonObject().put("typ", "JWT").put("alg", "ES256")) + "." + part(claims);
        return "vapid t=" + signed + "." + BASE64.encodeToString(sign(signed)) + ", k=" + publicKey;
    }

    private byte[] sign(String text) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(privateKey);
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has ES256", e);
        }
    }

    private static String part(JsonObject json) {
        return BASE64.encodeToString(json.encode().getBytes(StandardCharsets.UTF_8));
    }
}
