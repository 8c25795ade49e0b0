package dev.fanlight.relay.config;

import dev.fanlight.settings.Setting;
import dev.fanlight.settings.Settings;
import dev.fanlight.settings.ValueParser;
import java.net.URI;
import java.util.List;

/**
 * How certificates are ordered by ACME. Immutable.
 *
 * @param directory of the authority
 * @param email where it may write to, empty for nowhere
 * @param acceptTerms whether the owner accepts the authority’s terms
 * @param names more names for the certificate, besides the public host
 * @param httpPort where the authority’s checks arrive, 0 for any free port
 * @param trust PEM file with the authority of the directory’s own certificate, empty for the system’s
 */
public record AcmeConfig(
        URI directory, String email, boolean acceptTerms, List<String> names, int httpPort, String trust) {

    /** {@code acme.directory}. */
    public static final Setting<URI> DIRECTORY = new Setting<>(
            "acme.directory",
            "acme://letsencrypt.org",
            AcmeConfig::directory,
            "With tls.mode=acme: the authority's directory, as https://… or as acme:// and a name that acme4j knows.");

    /** {@code acme.email}. */
    public static final Setting<String> EMAIL = new Setting<>(
            "acme.email",
            "",
            AcmeConfig::email,
            "With tls.mode=acme: where the authority may write to when something is wrong.");

    /** {@code acme.accept_terms}. */
    public static final Setting<Boolean> ACCEPT_TERMS = new Setting<>(
            "acme.accept_terms",
            "false",
            ValueParser.BOOLEAN,
            "With tls.mode=acme: true when you accept the authority's terms, without which it issues nothing.");

    /** {@code acme.names}. */
    public static final Setting<List<String>> NAMES = new Setting<>(
            "acme.names",
            "",
            AcmeConfig::names,
            "With tls.mode=acme: more names for the certificate besides http.public_host, with commas between.");

    /** {@code acme.http_port}. */
    public static final Setting<Integer> HTTP_PORT = new Setting<>(
            "acme.http_port",
            "80",
            ValueParser.integer(0, 65_535),
            "With tls.mode=acme: port without TLS where the authority's checks arrive; everything else there is sent to https.");

    /** {@code acme.trust}. */
    public static final Setting<String> TRUST = new Setting<>(
            "acme.trust",
            "",
            ValueParser.TEXT,
            "With tls.mode=acme: PEM file with the authority behind the directory's own certificate, for private authorities.");

    /** The settings of this part, in the order of the documentation. */
    public static final List<Setting<?>> SETTINGS = List.of(DIRECTORY, EMAIL, ACCEPT_TERMS, NAMES, HTTP_PORT, TRUST);

    private static final int MAX_NAMES = 32;

    /** Copies the list. */
    public AcmeConfig {
        names = List.copyOf(names);
    }

    /** Reads it from settings. */
    public static AcmeConfig of(Settings settings) {
        return new AcmeConfig(
                settings.get(DIRECTORY),
                settings.get(EMAIL),
                settings.get(ACCEPT_TERMS),
                settings.get(NAMES),
                settings.get(HTTP_PORT),
                settings.get(TRUST));
    }

    private static List<String> names(String text) {
        List<String> names = ValueParser.list().parse(text);
        if (names.size() > MAX_NAMES || !names.stream().allMatch(name -> name.matches("[A-Za-z0-9.-]{1,253}"))) {
            throw new IllegalArgumentException("at most " + MAX_NAMES + " host names with commas between");
        }
        return names;
    }

    private static URI directory(String text) {
        if (!text.matches("(https|acme)://[A-Za-z0-9.:-]+[A-Za-z0-9./_~-]*")) {
            throw new IllegalArgumentException("an address that begins with https:// or acme://");
        }
        return URI.create(text);
    }

    private static String email(String text) {
        if (!text.matches("([^\\s@,;?]+@[^\\s@,;?]+)?")) {
            throw new IllegalArgumentException("one e-mail address");
        }
        return text;
    }
}
