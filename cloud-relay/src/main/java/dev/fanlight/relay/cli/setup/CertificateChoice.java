package dev.fanlight.relay.cli.setup;

import dev.fanlight.identity.RelayUrl;

/** Whose certificate a new relay shows. */
enum CertificateChoice {
    /** Its own authority’s: at once, on any network; browsers warn once. */
    OWN(""),
    /** One of Let’s Encrypt, for a public name, on ports 443 and 80. */
    ACME("  port: 443\ntls:\n  mode: acme\nacme:\n  accept_terms: true\n"),
    /** A proxy’s on this computer, which takes the connections. */
    PROXY("  behind_proxy: true\n  plain_port: 8080\n  trusted_proxies: 127.0.0.1\n");

    private final String yaml;

    CertificateChoice(String yaml) {
        this.yaml = yaml;
    }

    /** What fits a name: authorities give certificates for public names only. */
    static CertificateChoice usual(String name) {
        boolean isPublic = name.matches(".*\\.[A-Za-z][A-Za-z-]+")
                && RelayUrl.isHost(name)
                && !name.endsWith(".local")
                && !name.endsWith(".lan")
                && !name.endsWith(".internal");
        return isPublic ? ACME : OWN;
    }

    /** The settings below {@code http:} and after it. */
    String yaml() {
        return yaml;
    }
}
