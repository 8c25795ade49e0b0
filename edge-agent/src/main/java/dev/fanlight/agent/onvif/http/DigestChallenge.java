package dev.fanlight.agent.onvif.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a server asks of {@code Authorization: Digest} (RFC 7616). Immutable.
 *
 * @param realm shown to people, part of the hash
 * @param nonce made by the server
 * @param opaque to be returned
 * @param algorithm of the hash
 * @param session whether the hash of the user includes both nonces ({@code -sess})
 * @param qop whether {@code auth} is offered; servers of RFC 2069 know none
 */
public record DigestChallenge(
        String realm, String nonce, Optional<String> opaque, DigestAlgorithm algorithm, boolean session, boolean qop) {

    /** Longest header that is read. */
    private static final int MAX_LENGTH = 4096;

    private static final String SESSION = "-SESS";

    /** A scheme, or a parameter with a value that is a token or quoted. */
    private static final Pattern PART =
            Pattern.compile("([A-Za-z0-9!#$%&'*+.^_`|~-]+)(?:\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|([^\\s,\"]*)))?");

    /** The strongest challenge that can be answered among {@code WWW-Authenticate} headers, each of which may hold several. */
    public static Optional<DigestChallenge> strongest(List<String> headers) {
        return headers.stream()
                .filter(header -> header.length() <= MAX_LENGTH)
                .flatMap(header -> split(header).stream())
                .flatMap(parameters -> of(parameters).stream())
                .max(Comparator.comparing(DigestChallenge::algorithm));
    }

    private static List<Map<String, String>> split(String header) {
        List<Map<String, String>> digests = new ArrayList<>();
        Optional<Map<String, String>> current = Optional.empty();
        Matcher part = PART.matcher(header);
        while (part.find()) {
            String name = part.group(1).toLowerCase(Locale.ROOT);
            boolean scheme = part.group(2) == null && part.group(3) == null;
            if (scheme) {
                current = name.equals("digest") ? Optional.of(new LinkedHashMap<>()) : Optional.empty();
                current.ifPresent(digests::add);
            } else {
                String quoted = part.group(2);
                String value = quoted != null ? quoted.replaceAll("\\\\(.)", "$1") : part.group(3);
                current.ifPresent(parameters -> parameters.putIfAbsent(name, value));
            }
        }
        return digests;
    }

    private static Optional<DigestChallenge> of(Map<String, String> parameters) {
        String name = parameters.getOrDefault("algorithm", "MD5").toUpperCase(Locale.ROOT);
        boolean session = name.endsWith(SESSION);
        String hash = session ? name.substring(0, name.length() - SESSION.length()) : name;
        Optional<String> nonce = Optional.ofNullable(parameters.get("nonce"));
        Optional<DigestAlgorithm> algorithm = DigestAlgorithm.named(hash);
        List<String> qop = List.of(parameters.getOrDefault("qop", "").split("[,\\s]+"));
        boolean answerable = qop.contains("auth") || !parameters.containsKey("qop");
        if (nonce.isEmpty() || algorithm.isEmpty() || !answerable) {
            return Optional.empty();
        }
        return Optional.of(new DigestChallenge(
                parameters.getOrDefault("realm", ""),
                nonce.get(),
                Optional.ofNullable(parameters.get("opaque")),
                algorithm.get(),
                session,
                qop.contains("auth")));
    }
}
