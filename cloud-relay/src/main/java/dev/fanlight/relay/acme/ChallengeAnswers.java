package dev.fanlight.relay.acme;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The answers to an authority’s checks that the names are ours (RFC 8555 section 8.3). Thread safe. */
public final class ChallengeAnswers {

    /** Where they are asked for; the token follows. */
    public static final String PATH = "/.well-known/acme-challenge/";

    /** Most names that are proven at the same time. */
    static final int MAX = 64;

    private final Map<String, String> byToken = new ConcurrentHashMap<>();

    /** The answer for a token, while the authority may ask for it. */
    public Optional<String> find(String token) {
        return Optional.ofNullable(byToken.get(token));
    }

    void put(String token, String answer) {
        if (byToken.size() >= MAX) {
            throw new IllegalStateException("answers are not taken out again");
        }
        byToken.put(token, answer);
    }

    void remove(String token) {
        byToken.remove(token);
    }
}
