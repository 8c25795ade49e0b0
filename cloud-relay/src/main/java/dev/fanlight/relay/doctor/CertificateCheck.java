package dev.fanlight.relay.doctor;

import dev.fanlight.cli.Finding;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/**
 * The certificate that the running relay shows.
 *
 * @param name public name, empty when none is set
 * @param now the time
 */
public record CertificateCheck(String name, Instant now) {

    private static final String ABOUT = "certificate";
    private static final Duration SOON = Duration.ofDays(7);

    /** What was found in the member {@code certificate} of the relay’s status. */
    public Finding run(JsonObject certificate) {
        String mode = certificate.getString("mode", "");
        if (mode.equals("proxy")) {
            return Finding.fine(ABOUT, "a proxy shows its own");
        }
        Instant end = Instant.ofEpochMilli(certificate.getLong("not_after", 0L));
        String text = mode + ", valid until " + end.atZone(ZoneOffset.UTC).toLocalDate();
        if (certificate.containsKey("problem")) {
            return Finding.problem(ABOUT, certificate.getString("problem"), "It is tried again by itself.");
        }
        if (end.isBefore(now)) {
            return Finding.problem(
                    ABOUT, text, "Is the clock right? The log of the relay says why there is no newer one.");
        }
        if (end.isBefore(now.plus(SOON))) {
            return Finding.warning(ABOUT, text, "The log of the relay says why there is no newer one.");
        }
        List<String> names = certificate.getJsonArray("names", new JsonArray()).stream()
                .map(String::valueOf)
                .toList();
        return name.isEmpty() || names.contains(name) || names.stream().anyMatch(this::isWildcard)
                ? Finding.fine(ABOUT, text)
                : Finding.problem(
                        ABOUT,
                        text + ", not for " + name,
                        "Set http.public_host and the certificate to the same name.");
    }

    private boolean isWildcard(String pattern) {
        int dot = name.indexOf('.');
        return pattern.startsWith("*.") && dot > 0 && pattern.substring(1).equals(name.substring(dot));
    }
}
