package dev.fanlight.relay.config;

import dev.fanlight.settings.Setting;
import dev.fanlight.settings.Settings;
import dev.fanlight.settings.ValueParser;
import java.util.List;

/**
 * Which certificates a relay shows. Immutable.
 *
 * @param mode where they come from
 * @param certificate path of the PEM file with the chain, empty when none is named
 * @param key path of the PEM file with its key, empty when none is named
 * @param serverKey whose certificate agents see
 * @param acme how certificates are ordered
 */
public record CertificateConfig(
        TlsMode mode, String certificate, String key, ServerKeyMode serverKey, AcmeConfig acme) {

    /** {@code tls.mode}. */
    public static final Setting<TlsMode> MODE = new Setting<>(
            "tls.mode",
            "own",
            ValueParser.oneOf(TlsMode.class),
            "Where the certificate comes from: own (the relay's own authority), files, or acme (Let's Encrypt and others).");

    /** {@code tls.certificate}. */
    public static final Setting<String> CERTIFICATE = new Setting<>(
            "tls.certificate",
            "",
            ValueParser.TEXT,
            "With tls.mode=files: PEM file with the certificate, then those of its authorities; read again when it changes.");

    /** {@code tls.key}. */
    public static final Setting<String> KEY = new Setting<>(
            "tls.key",
            "",
            ValueParser.TEXT,
            "With tls.mode=files: PEM file with the certificate's RSA or EC key, without a passphrase.");

    /** {@code tls.server_key}. */
    public static final Setting<ServerKeyMode> SERVER_KEY = new Setting<>(
            "tls.server_key",
            "own",
            ValueParser.oneOf(ServerKeyMode.class),
            "Whose certificate agents see with tls.mode=own: own, or webpki when a proxy in front shows one that the system knows.");

    /** The settings of this part, in the order of the documentation. */
    public static final List<Setting<?>> SETTINGS = List.of(MODE, CERTIFICATE, KEY, SERVER_KEY);

    /** Reads it from settings. */
    public static CertificateConfig of(Settings settings) {
        return new CertificateConfig(
                settings.get(MODE),
                settings.get(CERTIFICATE),
                settings.get(KEY),
                settings.get(SERVER_KEY),
                AcmeConfig.of(settings));
    }

    /** Whether agents see a certificate that the system’s authorities vouch for, and so pin none. */
    public boolean isPublic() {
        return mode != TlsMode.OWN || serverKey == ServerKeyMode.WEBPKI;
    }
}
