package dev.fanlight.agent.onvif.soap;

import dev.fanlight.agent.onvif.http.CameraLogin;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;

/**
 * The header of WS-Security (UsernameToken Profile 1.0) that ONVIF cameras check: Base64(SHA-1(nonce + created + password)). Cameras refuse
 * one whose time is more than seconds off from their own clock. Stateless.
 */
final class UsernameToken {

    private static final String SECURITY =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
    private static final String UTILITY =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";
    private static final String PROFILE =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#PasswordDigest";
    private static final String BASE64 =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-soap-message-security-1.0#Base64Binary";

    private UsernameToken() {}

    /**
     * The header.
     *
     * @param nonce random, never used before
     * @param created now, by the camera’s clock
     */
    static String header(CameraLogin login, byte[] nonce, Instant created) {
        String time = created.truncatedTo(ChronoUnit.MILLIS).toString();
        return "<wsse:Security s:mustUnderstand=\"1\" xmlns:wsse=\"" + SECURITY + "\" xmlns:wsu=\"" + UTILITY
                + "\"><wsse:UsernameToken><wsse:Username>" + XmlText.escaped(login.user())
                + "</wsse:Username><wsse:Password Type=\"" + PROFILE + "\">" + digest(nonce, time, login.password())
                + "</wsse:Password><wsse:Nonce EncodingType=\"" + BASE64 + "\">"
                + Base64.getEncoder().encodeToString(nonce) + "</wsse:Nonce><wsu:Created>" + time
                + "</wsu:Created></wsse:UsernameToken></wsse:Security>";
    }

    static String digest(byte[] nonce, String created, String password) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-1");
            sha.update(nonce);
            sha.update(created.getBytes(StandardCharsets.UTF_8));
            sha.update(password.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }
}
