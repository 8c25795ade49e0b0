package dev.fanlight.relay.webpush;

import java.net.URI;
import java.security.interfaces.ECPublicKey;
import java.util.Base64;
import java.util.Locale;

/**
 * A browser that is notified. Immutable.
 *
 * @param id not secret
 * @param session that has added it
 * @param browser what it calls itself
 * @param createdMillis when it was added, ms since 1970
 * @param target where and how
 */
public record PushSubscription(String id, String session, String browser, long createdMillis, Target target) {

    /** Most characters of an endpoint. */
    public static final int MAX_ENDPOINT = 1_024;

    private static final int SECRET_BYTES = 16;

    /**
     * Where a message goes and how it is encrypted. Who knows it can send messages to that browser.
     *
     * @param endpoint the address at the push service
     * @param publicKey of the browser, a point of P-256 in base64url
     * @param secret of the browser, 16 bytes in base64url
     */
    public record Target(URI endpoint, String publicKey, String secret) {

        /** The point that the public key stands for. */
        ECPublicKey point() {
            return P256.decode(Base64.getUrlDecoder().decode(publicKey));
        }

        byte[] secretBytes() {
            return Base64.getUrlDecoder().decode(secret);
        }

        /** Shows no secret. */
        @Override
        public String toString() {
            return "a browser at " + endpoint.getScheme() + "://" + endpoint.getRawAuthority();
        }
    }

    /**
     * Checks what a browser has given.
     *
     * @throws IllegalArgumentException with the name of the member that is wrong
     */
    public static Target target(String endpoint, String publicKey, String secret) {
        Target target = new Target(endpoint(endpoint), publicKey, secret);
        require(isPoint(target), "p256dh");
        require(isSecret(target), "auth");
        return target;
    }

    private static URI endpoint(String text) {
        try {
            URI url = URI.create(text);
            String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
            boolean http = scheme.equals("https") || scheme.equals("http");
            require(http && url.getHost() != null && url.getRawUserInfo() == null, "endpoint");
            require(text.length() <= MAX_ENDPOINT && url.getRawFragment() == null, "endpoint");
            return url;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("endpoint", e);
        }
    }

    private static boolean isPoint(Target target) {
        try {
            return target.point().getW() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isSecret(Target target) {
        try {
            return target.secretBytes().length == SECRET_BYTES;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static void require(boolean good, String member) {
        if (!good) {
            throw new IllegalArgumentException(member);
        }
    }
}
