package dev.fanlight.relay.acme;

import java.util.Optional;
import org.shredzone.acme4j.exception.AcmeNetworkException;

/** Describes why an order failed, partly in the authority’s words. Stateless. */
final class Sentences {

    private static final int MAX_CHARS = 300;

    private Sentences() {}

    static String of(Exception e) {
        if (e instanceof AcmeNetworkException) {
            return "The certificate authority cannot be reached.";
        }
        String message = Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName());
        String clean = message.replaceAll("[\\p{Cntrl}\\p{Cf}]+", " ").strip();
        String bounded = clean.length() > MAX_CHARS ? clean.substring(0, MAX_CHARS) + "…" : clean;
        return "The certificate authority says: " + bounded;
    }
}
