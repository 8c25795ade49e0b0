package dev.fanlight.relay.acme;

import java.util.Optional;
import org.shredzone.acme4j.exception.AcmeNetworkException;

/** Says what went wrong with an order, in words of which some are the authority’s. Stateless. */
final class Sentences {

    private static final int MAX_CHARS = 300;

    private Sentences() {}

    static String of(Exception e) {
        if (e instanceof AcmeNetworkException) {
            return "The certificate authority cannot be reached.";
        }
        String said = Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName());
        String clean = said.replaceAll("[\\p{Cntrl}\\p{Cf}]+", " ").strip();
        String bounded = clean.length() > MAX_CHARS ? clean.substring(0, MAX_CHARS) + "…" : clean;
        return "The certificate authority says: " + bounded;
    }
}
