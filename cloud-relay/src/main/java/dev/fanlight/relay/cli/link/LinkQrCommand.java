package dev.fanlight.relay.cli.link;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import dev.fanlight.relay.cli.terminal.QrCodeText;
import dev.fanlight.relay.cli.terminal.Terminal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code link qr}: needs the whole link, because the relay stores only a hash of its key. */
@Command(
        name = "qr",
        description = "Print a link as a QR code. Needs the whole link, because the relay stores only a hash of it.",
        mixinStandardHelpOptions = true)
final class LinkQrCommand implements Runnable {

    private static final int MAX_CHARS = 1_000;
    private static final Pattern FORM = Pattern.compile("https?://[\\x21-\\x7e]+");

    @Parameters(paramLabel = "URL", description = "The link, as link create printed it.")
    private String url = "";

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (url.length() > MAX_CHARS || !FORM.matcher(url).matches()) {
            throw new UserException(
                    ExitCode.USAGE,
                    "That is not a link. A link begins with https:// or http:// and has at most " + MAX_CHARS
                            + " characters.");
        }
        QrCodeText.of(url).print(Terminal.of(spec));
    }
}
