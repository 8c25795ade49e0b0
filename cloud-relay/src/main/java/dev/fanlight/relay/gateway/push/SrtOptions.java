package dev.fanlight.relay.gateway.push;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * What stands behind the question mark of a target by SRT. Immutable.
 *
 * @param streamId may be empty; often a secret
 * @param passphrase empty, or 10–79 characters; a secret
 * @param latencyMillis 20–8000
 */
record SrtOptions(String streamId, String passphrase, int latencyMillis) {

    private static final int USUAL_LATENCY = 120;
    private static final int LEAST_LATENCY = 20;
    private static final int MOST_LATENCY = 8_000;
    private static final int LONGEST_STREAM_ID = 512;
    private static final int SHORTEST_PASSPHRASE = 10;
    private static final int LONGEST_PASSPHRASE = 79;

    SrtOptions {
        if (latencyMillis < LEAST_LATENCY || latencyMillis > MOST_LATENCY) {
            throw new IllegalArgumentException("a latency is 20 to 8000 ms");
        }
        if (bytes(streamId) > LONGEST_STREAM_ID) {
            throw new IllegalArgumentException("a stream id has at most 512 characters");
        }
        if (!passphrase.isEmpty()
                && (bytes(passphrase) < SHORTEST_PASSPHRASE || bytes(passphrase) > LONGEST_PASSPHRASE)) {
            throw new IllegalArgumentException("a passphrase of SRT has 10 to 79 characters");
        }
    }

    /** Reads a query; empty for none. A passphrase is refused: an address is shown and logged. */
    static SrtOptions parse(String query) {
        Map<String, String> values = new HashMap<>();
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.put(
                        pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        if (values.containsKey("passphrase")) {
            throw new IllegalArgumentException(
                    "an address without a passphrase, for that is a secret: set it as \"key\" of the same gateway");
        }
        try {
            return new SrtOptions(
                    values.getOrDefault("streamid", ""),
                    "",
                    Integer.parseInt(values.getOrDefault("latency", "" + USUAL_LATENCY)));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("a latency is 20 to 8000 ms", e);
        }
    }

    /** The same with another passphrase, unless that is empty. */
    SrtOptions withPassphrase(String other) {
        return other.isEmpty() ? this : new SrtOptions(streamId, other, latencyMillis);
    }

    /** Does not show the secrets. */
    @Override
    public String toString() {
        return "SrtOptions[" + latencyMillis + "]";
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
