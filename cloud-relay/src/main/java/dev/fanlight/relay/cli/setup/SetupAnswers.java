package dev.fanlight.relay.cli.setup;

/**
 * What a settings file is written from. Immutable.
 *
 * @param name public name or address of the relay
 * @param certificate whose certificate it shows
 * @param email where the authority of the certificate may write to, empty for nowhere
 */
record SetupAnswers(String name, CertificateChoice certificate, String email) {

    /** The file: only what differs from the defaults. */
    String yaml() {
        String mail = email.isEmpty() ? "" : "  email: " + quoted(email) + "\n";
        return "# Settings of the relay, written by \"fanlight-relay setup\". What is not here has its default: docs/settings.md\n"
                + "# After a change: systemctl restart fanlight-relay\n"
                + "http:\n"
                + "  public_host: " + quoted(name) + "\n"
                + certificate.yaml()
                + (certificate == CertificateChoice.ACME ? mail : "");
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
