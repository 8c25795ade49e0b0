package dev.fanlight.relay.cli.setup;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import dev.fanlight.identity.RelayUrl;
import dev.fanlight.relay.cli.terminal.Prompt;
import dev.fanlight.relay.tls.LocalNames;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What setup asks for, and the options that answer. Filled by picocli. Blocking. */
final class SetupQuestions {

    private static final String INSTEAD = "--yes, or the option of this question (--help)";

    @Option(
            names = {"-y", "--yes"},
            description = "Ask nothing: what no option answers has its default.")
    private boolean yes;

    @Option(
            names = "--name",
            paramLabel = "HOST",
            description =
                    "Name or address under which others reach this relay. Default: this computer's name or address")
    private @Nullable String name;

    @Option(
            names = "--certificate",
            paramLabel = "KIND",
            description =
                    "own: of the relay's own authority, browsers warn once. acme: of Let's Encrypt, on ports 443 and 80."
                            + " proxy: of a proxy on this computer. Default: acme for a public name whose terms are accepted, else own")
    private @Nullable CertificateChoice certificate;

    @Option(names = "--accept-terms", description = "Accept the terms of Let's Encrypt (with --certificate acme).")
    private boolean acceptTerms;

    @Option(
            names = "--email",
            paramLabel = "ADDRESS",
            description = "Where Let's Encrypt may write to (with --certificate acme).")
    private String email = "";

    /** Asks, in the order of the options. */
    SetupAnswers ask() {
        String host = name();
        CertificateChoice kind = certificate(host);
        if (kind == CertificateChoice.ACME && !areTermsAccepted()) {
            throw new UserException(
                    ExitCode.USAGE,
                    "Let's Encrypt issues nothing to those who do not accept its terms (https://letsencrypt.org/repository/)."
                            + " Add --accept-terms, or choose --certificate own.");
        }
        return new SetupAnswers(host, kind, email);
    }

    private String name() {
        String usual = usualName();
        String host = answer(name, "1/3 Public name or address of this computer", usual);
        if (!RelayUrl.isHost(host)) {
            throw new UserException(
                    ExitCode.USAGE,
                    "\"" + host + "\" is not a host name or an address. Give it without https:// and without a port.");
        }
        return host;
    }

    private CertificateChoice certificate(String host) {
        Optional<CertificateChoice> given = Optional.ofNullable(certificate);
        CertificateChoice usual = CertificateChoice.usual(host);
        if (given.isPresent()) {
            return given.get();
        }
        if (yes) {
            return acceptTerms ? usual : CertificateChoice.OWN;
        }
        String word = answer(
                null,
                "2/3 Certificate: own (browsers warn once), acme (Let's Encrypt, ports 443 and 80), proxy (one on this computer)",
                usual.name().toLowerCase(Locale.ROOT));
        try {
            return CertificateChoice.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new UserException(ExitCode.USAGE, "\"" + word + "\" is none of own, acme and proxy.", e);
        }
    }

    /** The owner’s password; empty: an address is printed where it is set. */
    Optional<String> password(Optional<String> given) {
        if (given.isPresent() || yes) {
            return given;
        }
        return Optional.of(Prompt.secret("3/3 Password of the owner (empty: set it in the browser): ", INSTEAD))
                .filter(typed -> !typed.isEmpty());
    }

    private boolean areTermsAccepted() {
        return acceptTerms
                || (!yes
                        && Prompt.line("    Do you accept the terms of Let's Encrypt? yes or no: ", "--accept-terms")
                                .strip()
                                .equals("yes"));
    }

    private String answer(@Nullable String given, String question, String usual) {
        if (given != null) {
            return given;
        }
        if (yes) {
            return usual;
        }
        String typed = Prompt.line(question + " [" + usual + "]: ", INSTEAD).strip();
        return typed.isEmpty() ? usual : typed;
    }

    private static String usualName() {
        String own = LocalNames.hostName();
        return own.contains(".")
                ? own
                : LocalNames.lanAddresses().stream().findFirst().orElse("localhost");
    }
}
