package dev.fanlight.agent.onvif.http;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * Answers one challenge as often as requests are sent with its nonce (RFC 7616 §3.4). Not thread safe.
 */
public final class DigestAnswer {

    private final DigestChallenge challenge;
    private final CameraLogin login;
    private final String clientNonce;
    private int count;

    /**
     * Begins to answer a challenge.
     *
     * @param clientNonce random, never used before
     */
    public DigestAnswer(DigestChallenge challenge, CameraLogin login, String clientNonce) {
        this.challenge = challenge;
        this.login = login;
        this.clientNonce = clientNonce;
    }

    /** The value of {@code Authorization} for the next request. */
    public String authorization(String method, URI address) {
        count++;
        String uri = pathOf(address);
        String counter = String.format(Locale.ROOT, "%08x", count);
        StringBuilder header = new StringBuilder("Digest username=\"" + quoted(login.user()) + "\", realm=\""
                + quoted(challenge.realm()) + "\", uri=\"" + quoted(uri) + "\", algorithm="
                + challenge.algorithm().wireName() + (challenge.session() ? "-sess" : "") + ", nonce=\""
                + quoted(challenge.nonce()) + "\", response=\"" + response(method, uri, counter) + "\"");
        if (challenge.qop() || challenge.session()) {
            header.append(", cnonce=\"").append(clientNonce).append('"');
        }
        if (challenge.qop()) {
            header.append(", nc=").append(counter).append(", qop=auth");
        }
        challenge
                .opaque()
                .ifPresent(value ->
                        header.append(", opaque=\"").append(quoted(value)).append('"'));
        return header.toString();
    }

    private String response(String method, String uri, String counter) {
        DigestAlgorithm hash = challenge.algorithm();
        String user = hash.hash(login.user() + ":" + challenge.realm() + ":" + login.password());
        String first = challenge.session() ? hash.hash(user + ":" + challenge.nonce() + ":" + clientNonce) : user;
        String second = hash.hash(method + ":" + uri);
        String middle = challenge.qop() ? counter + ":" + clientNonce + ":auth:" : "";
        return hash.hash(first + ":" + challenge.nonce() + ":" + middle + second);
    }

    private static String pathOf(URI address) {
        String path = Optional.ofNullable(address.getRawPath())
                .filter(p -> !p.isEmpty())
                .orElse("/");
        return address.getRawQuery() == null ? path : path + "?" + address.getRawQuery();
    }

    /** Line breaks would begin a header of their own. */
    private static String quoted(String text) {
        return text.replaceAll("[\\p{Cntrl}]", "").replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
